// file: scripts/sync.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().service.upsert({ where: {}, create: {}, update: {} })
// file: scripts/sync-again.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().service.upsert({ where: {}, create: {}, update: {} }) // expect: no-unlisted-mutation-scripts
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/sync.ts`: copies the catalogue of services
