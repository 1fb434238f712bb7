import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool() }) })
await db.updateTable('products').set({ price: 3 }).execute()
await db.updateTable('products').set({ stock: 3 }).where('id', '=', 1).execute() // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
