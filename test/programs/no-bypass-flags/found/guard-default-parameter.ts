import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { users } from '../src/schema'

function assertSafe({ allowLocal = process.env.ALLOW_LOCAL === '1' } = {}) { // expect: no-bypass-flags
  if (allowLocal) return
  if (process.env.CI !== 'true') throw new Error('only CI')
}

assertSafe()
await drizzle(postgres(process.env.DATABASE_URL!)).delete(users)
