// options: {"before": "first-write"}
import { db } from '../src/db'
import { assertTarget } from './lib/target'
import { carts } from '../src/schema'
await assertTarget('production')
await db.delete(carts)
// file: scripts/lib/target.ts
import { db } from '../../src/db'
import { metadata } from '../../src/schema'
export async function assertTarget(expected: string) {
  const [row] = await db.select().from(metadata).limit(1)
  if (!row || row.environment !== expected) {
    throw new Error(`expected ${expected}, found ${row?.environment}`)
  }
}
// file: src/db.ts
import { drizzle } from 'drizzle-orm/node-postgres'
export const db = drizzle(process.env.DATABASE_URL!)
// file: src/schema.ts
import { pgTable, text, serial } from 'drizzle-orm/pg-core'
export const metadata = pgTable('database_metadata', { environment: text() })
export const carts = pgTable('carts', { id: serial() })
