import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.service.createMany({ data: [{ name: 'Care' }] }) // expect: contract-tables-only
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: copies the catalogue

## Forbidden operations

- Bulk imports
