// file: scripts/sync.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().service.createMany({ data: [] })
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/sync.ts`: copies the catalogue of services
