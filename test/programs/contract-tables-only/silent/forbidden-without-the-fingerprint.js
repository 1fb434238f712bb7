import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.cart.deleteMany({ where: { stale: true } })
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.js`: tidies carts

## Forbidden operations

- DELETE or UPDATE without a validated fingerprint
- INSERT statements
