import { drizzle } from 'drizzle-orm/node-postgres'
import { pgTable, serial } from 'drizzle-orm/pg-core'
const invites = pgTable('invites', { id: serial('id') })
async function main({ strict = true, dryRun = false } = {}) {
  if (!process.env.CI) throw new Error('CI only')
  if (strict) console.log('strict')
  const db = drizzle(process.env.DATABASE_URL!)
  if (!dryRun) await db.delete(invites)
}
await main()
