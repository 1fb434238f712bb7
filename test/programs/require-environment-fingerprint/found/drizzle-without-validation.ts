import { drizzle } from 'drizzle-orm/node-postgres'
import { sql } from 'drizzle-orm'
import { enforceCi } from './lib/ci'
enforceCi()
const db = drizzle(process.env.DATABASE_URL!) // expect: require-environment-fingerprint
await db.execute(sql`update plans set active = false`)
// file: scripts/lib/ci.ts
export function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
