const { spawnSync } = require('node:child_process')

if (!process.env.CI) process.exit(1)

spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }) // expect: deploy-script-migrate-only
console.log('Migrations applied')
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: runs `prisma migrate deploy`, nothing else
