import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.service.create({ data: { name: 'Care' } })
await prisma.service.updateMany({ data: { name: 'Care' } })
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: copies the catalogue

## Forbidden operations

- Bulk imports
