// file: scripts/old.ts
import { PrismaClient } from '@prisma/client'

console.error('This script may not run any more. Use scripts/sync.ts.')
process.exit(1)

const prisma = new PrismaClient()
await prisma.user.deleteMany()
// file: scripts/sync.ts
export {}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/sync.ts`: copies the catalogue

## Deprecated scripts

- `scripts/old.ts`
