import { spawn } from 'node:child_process'

if (process.env.GITHUB_ACTIONS !== 'true') {
  throw new Error('Only the release workflow deploys')
}

const child = spawn('npx', ['prisma', 'migrate', 'deploy', '--schema', 'prisma/schema.prisma'], { stdio: 'inherit' })

child.on('error', (error) => {
  console.error('could not start prisma', error)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal) console.error(`killed by ${signal}`)
  process.exit(code ?? 1)
})
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: deploys with `prisma migrate deploy`
