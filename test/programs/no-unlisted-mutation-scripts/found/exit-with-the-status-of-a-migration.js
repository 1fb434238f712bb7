const { spawnSync } = require('node:child_process')
process.exit(spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }).status ?? 1) // expect: no-unlisted-mutation-scripts
