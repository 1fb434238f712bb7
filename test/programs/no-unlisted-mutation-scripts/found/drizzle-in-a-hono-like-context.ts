import { createDb, type Db } from '../src/db'
async function backfill(db: Db) {
  await db.transaction(async (tx) => {
    const rows = await tx.query.users.findMany()
    for (const row of rows) await tx.insert(db._.fullSchema.audit).values({ user: row.id }) // expect: no-unlisted-mutation-scripts
  })
}
await backfill(createDb())
// file: src/db.ts
import { drizzle } from 'drizzle-orm/d1'
import * as schema from './schema'
export const createDb = () => drizzle(process.env.D1 as never, { schema })
export type Db = ReturnType<typeof createDb>
// file: src/schema.ts
import { sqliteTable, integer } from 'drizzle-orm/sqlite-core'
export const users = sqliteTable('users', { id: integer() })
export const audit = sqliteTable('audit', { user: integer() })
