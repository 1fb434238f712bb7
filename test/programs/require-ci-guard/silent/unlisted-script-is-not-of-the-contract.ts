import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const open = await prisma.order.count({ where: { status: 'open' } })
console.log(`${open} open orders`)
await prisma.$disconnect()
// file: scripts/deploy-db.js
const { execFileSync } = require('node:child_process')

if (process.env.CI !== 'true') {
  console.error('deploy-db is run by the release workflow')
  process.exit(1)
}
execFileSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
// file: docs/MUTATION_CONTRACT.md
# Mutation contract

## Allowed mutation scripts

- `scripts/deploy-db.js`: runs `prisma migrate deploy`, nothing else
