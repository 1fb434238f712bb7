const { spawnSync } = require('node:child_process')
const HARMLESS = ['generate', 'validate']
const [command, ...rest] = process.argv.slice(2)
if (!HARMLESS.includes(command)) console.warn(`${command} is not allowed`)
spawnSync('npx', ['prisma', command, ...rest], { stdio: 'inherit' }) // expect: no-unlisted-mutation-scripts
