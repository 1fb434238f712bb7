import { execSync } from 'node:child_process'

let help = true
for (const arg of process.argv.slice(2)) {
  if (arg === '--no-help') help = false
}
const noHelp = process.argv.includes('--no-help')
if (!noHelp && process.argv.length < 3) {
  console.error('usage: program FILE')
  process.exit(1)
}
execSync('npx prisma migrate deploy', { stdio: help ? 'inherit' : 'ignore' })
