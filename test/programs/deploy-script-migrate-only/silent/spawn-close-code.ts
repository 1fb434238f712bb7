// settings: {"deployScripts": ["scripts/*"]}
import { spawn } from 'node:child_process'

const child = spawn('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit', shell: true })
child.on('error', (error) => {
  throw error
})
child.on('close', (code) => {
  process.exit(code ?? 1)
})
