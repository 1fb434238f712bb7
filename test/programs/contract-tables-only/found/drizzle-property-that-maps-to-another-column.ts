import { drizzle } from 'drizzle-orm/mysql2'
import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core'
const items = mysqlTable('products', { id: int('id'), name: varchar('title', { length: 80 }), left: int('stock') })
const db = drizzle(process.env.URL!)
await db.update(items).set({ name: 'Lamp' })
await db.update(items).set({ left: 0 }) // expect: contract-tables-only
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
