import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

await prisma.$executeRawUnsafe(`
  CREATE OR REPLACE FUNCTION safe_date(value text) RETURNS timestamptz AS $$
  BEGIN
    RETURN value::timestamptz;
  EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
  END
  $$ LANGUAGE plpgsql
`)
await prisma.$executeRaw`UPDATE attributes SET value_date = safe_date(value) WHERE value_date IS NULL`
await prisma.$executeRawUnsafe('DROP FUNCTION IF EXISTS safe_date(text)')
await prisma.$disconnect()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: fills typed values

## Allowed tables and columns

- `attributes`: value_date
