import { sql } from 'kysely'
import { db } from '../src/database'

await db.updateTable('stats').set({ visits: 0 }).execute()
await sql`truncate table stats`.execute(db) // expect: contract-tables-only
await db.destroy()
// file: src/database.ts
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
export const db = new Kysely<{ stats: { visits: number } }>({ dialect: new PostgresDialect({ pool: new Pool() }) })
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: resets `stats`

## Allowed tables

- `stats`

## Forbidden operations

- `TRUNCATE`
- `DROP`
