// options: {"before": "first-write"}
import { db } from '../src/db'
import { accounts, meta } from '../src/schema'

const [row] = await db.select().from(meta).limit(1)
if (row?.environment !== 'production') {
  console.error(`Refusing: the database calls itself ${row?.environment ?? 'nothing'}`)
  process.exit(1)
}
await db.update(accounts).set({ locked: false })
// file: src/db.ts
import { drizzle } from 'drizzle-orm/node-postgres'
export const db = drizzle(process.env.DATABASE_URL!)
// file: src/schema.ts
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
export const accounts = pgTable('accounts', { locked: boolean('locked') })
export const meta = pgTable('meta', { environment: text('environment') })
