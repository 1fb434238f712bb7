import { drizzle } from 'drizzle-orm/node-postgres'
import { invites } from '../src/db/schema'
import { assertCi } from './lib/assert-ci'

async function main({ skipGuard = false } = {}) {
  if (!skipGuard) assertCi()
  const db = drizzle(process.env.DATABASE_URL!)
  await db.delete(invites) // expect: require-ci-guard
}
await main({ skipGuard: process.argv.includes('--local') })
// file: scripts/lib/assert-ci.ts
export function assertCi() {
  if (!process.env.CI) throw new Error('CI only')
}
// file: src/db/schema.ts
import { pgTable, serial } from 'drizzle-orm/pg-core'
export const invites = pgTable('invites', { id: serial('id') })
