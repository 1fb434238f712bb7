const { spawnSync } = require('node:child_process')

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed with ${status}`)
    process.exit(status ?? 1)
  }
}

if (!process.env.CI) process.exit(1)
run('npx', ['prisma', 'migrate', 'status'])
run('npx', ['prisma', 'migrate', 'deploy'])
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: runs `prisma migrate deploy`
