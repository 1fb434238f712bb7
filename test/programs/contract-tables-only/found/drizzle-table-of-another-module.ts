import { eq } from 'drizzle-orm'
import { db } from '../src/db'
import { products, reviews } from '../src/schema'
await db.update(products).set({ price: 3 }).where(eq(products.id, 1))
await db.update(reviews).set({ body: '' }).where(eq(reviews.id, 1)) // expect: contract-tables-only
// file: src/db.ts
import { drizzle } from 'drizzle-orm/node-postgres'
export const db = drizzle(process.env.DATABASE_URL!)
// file: src/schema.ts
import { pgTable, serial, text, integer } from 'drizzle-orm/pg-core'
export const products = pgTable('products', { id: serial('id'), price: integer('price') })
export const reviews = pgTable('reviews', { id: serial('id'), body: text('body') })
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
