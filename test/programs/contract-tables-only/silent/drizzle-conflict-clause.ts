import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
const products = pgTable('products', { title: text('title').unique(), price: integer('price'), category: integer('category_id') })
const db = drizzle(process.env.DATABASE_URL!)
await db
  .insert(products)
  .values([{ title: 'Lamp', price: 3, category: 1 }])
  .onConflictDoUpdate({ target: products.title, set: { price: sql`excluded.price` } })
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
