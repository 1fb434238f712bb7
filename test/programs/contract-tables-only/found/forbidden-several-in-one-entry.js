import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.cart.deleteMany({ where: { stale: true } }) // expect: contract-tables-only
await prisma.$executeRaw`DROP TABLE carts_old` // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.js`: tidies carts

## Forbidden operations

- DELETE, TRUNCATE and DROP statements
