// settings: {"deployScripts": ["scripts/*"]}
const { spawnSync } = require('node:child_process')

const result = spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
if (result.status !== 0) process.exit(result.status ?? 1)
