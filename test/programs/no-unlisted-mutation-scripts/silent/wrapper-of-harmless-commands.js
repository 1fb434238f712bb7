const { spawnSync } = require('node:child_process')
const HARMLESS = ['generate', 'validate']
const [command, ...rest] = process.argv.slice(2)
if (!HARMLESS.includes(command)) {
  console.error(`${command} is not allowed`)
  process.exit(1)
}
process.exit(spawnSync('npx', ['prisma', command, ...rest], { stdio: 'inherit' }).status ?? 1)
