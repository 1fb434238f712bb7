import { Command } from 'commander'
import { drizzle } from 'drizzle-orm/node-postgres'
import { lt } from 'drizzle-orm'
import { invites } from '../src/schema'

const db = drizzle(process.env.DATABASE_URL!)
const program = new Command('ops')

function requireCi() {
  if (process.env.GITHUB_ACTIONS !== 'true') {
    console.error('Only the ops workflow may do that')
    process.exit(1)
  }
}

program.command('purge-invites').action(async () => {
  requireCi()
  await db.delete(invites).where(lt(invites.expiresAt, new Date()))
})

program.command('revoke-invite <email>').action(async (email: string) => {
  await db.delete(invites).where(eq(invites.email, email)) // expect: require-ci-guard
})

await program.parseAsync()
// file: src/schema.ts
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'
export const invites = pgTable('invites', { email: text('email'), expiresAt: timestamp('expires_at') })
