import { inArray } from 'drizzle-orm'
import { db } from '../src/db'
import { catalog } from '../src/db/schema'

const stale = await db.select({ id: catalog.id }).from(catalog)
await db.insert(catalog).values({ name: 'Backup' }).onConflictDoUpdate({ target: catalog.name, set: { name: 'Backup' } })
await db.delete(catalog).where(inArray(catalog.id, stale.map((row) => row.id))) // expect: contract-tables-only
// file: src/db/index.ts
import { drizzle } from 'drizzle-orm/node-postgres'
export const db = drizzle(process.env.DATABASE_URL!)
// file: src/db/schema.ts
import { pgTable, serial, text } from 'drizzle-orm/pg-core'
export const catalog = pgTable('service_catalog', { id: serial('id').primaryKey(), name: text('name').unique() })
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: fills the catalog

## Allowed tables

- `service_catalog`

## Forbidden operations

- No DELETE
- No TRUNCATE or DROP
