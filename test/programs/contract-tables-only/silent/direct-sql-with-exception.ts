import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
await prisma.$executeRaw`INSERT INTO _environment_fingerprint (environment) VALUES ('production') ON CONFLICT DO NOTHING`
await prisma.$disconnect()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

1. `scripts/program.ts`: writes `_environment_fingerprint`

## Allowed tables

- `_environment_fingerprint`

## Forbidden operations

- DELETE operations
- Direct SQL (except in `scripts/program.ts`)
