const { spawnSync } = require('node:child_process')
const ALLOWED = new Set(['generate', 'migrate'])
const [command, ...rest] = process.argv.slice(2)
if (!ALLOWED.has(command)) throw new Error(`${command} is not allowed`)
spawnSync('npx', ['prisma', command, ...rest], { stdio: 'inherit' }) // expect: no-unlisted-mutation-scripts
