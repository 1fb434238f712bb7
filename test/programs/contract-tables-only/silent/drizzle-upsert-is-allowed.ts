import { db } from '../src/db'
import { catalog } from '../src/db/schema'

const SERVICES = ['Backup', 'Monitoring', 'Mail']
for (const name of SERVICES) {
  await db.insert(catalog).values({ name }).onConflictDoUpdate({ target: catalog.name, set: { name } })
}
const seen = new Set(SERVICES)
seen.delete('Mail')
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
