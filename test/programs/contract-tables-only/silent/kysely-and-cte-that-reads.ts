import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool() }) })
const rows = await db.with('r', qb => qb.selectFrom('reviews').selectAll()).selectFrom('r').selectAll().execute()
await db.insertInto('products').values({ title: 'x', price: rows.length }).execute()
await sql`select 1 from reviews`.execute(db)
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
