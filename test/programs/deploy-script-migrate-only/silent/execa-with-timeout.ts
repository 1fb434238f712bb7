// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

const controller = new AbortController()
setTimeout(() => controller.abort(), 600_000).unref()
const { stdout } = await execa('npx', ['prisma', 'migrate', 'deploy'], { cancelSignal: controller.signal, preferLocal: true })
console.log(stdout)
