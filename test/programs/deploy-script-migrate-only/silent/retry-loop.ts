// settings: {"deployScripts": ["scripts/*"]}
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'

for (let attempt = 1; ; attempt++) {
  try {
    await execa('npx', ['prisma', 'migrate', 'deploy'])
    break
  } catch (error) {
    if (attempt === 3) throw error
    console.warn('again', attempt)
    await wait(5000)
  }
}
