// file: scripts/old-sync.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
console.warn('deprecated')
await prisma.service.deleteMany() // expect: no-unlisted-mutation-scripts
// file: scripts/sync.ts
export {}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/sync.ts`: copies the catalogue

## Deprecated scripts

- `scripts/old-sync.ts`
