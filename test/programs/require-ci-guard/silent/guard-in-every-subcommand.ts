import { Command } from 'commander'
import { drizzle } from 'drizzle-orm/node-postgres'
import { eq, lt } from 'drizzle-orm'
import { invites } from '../src/schema'

const db = drizzle(process.env.DATABASE_URL!)
const program = new Command('ops')

const ciOnly = <Args extends unknown[]>(action: (...args: Args) => Promise<void>) =>
  async (...args: Args) => {
    if (process.env.GITHUB_ACTIONS !== 'true') {
      console.error('Only the ops workflow may do that')
      process.exit(1)
    }
    await action(...args)
  }

program.command('purge-invites').action(ciOnly(async () => {
  await db.delete(invites).where(lt(invites.expiresAt, new Date()))
}))

program.command('revoke-invite <email>').action(ciOnly(async (email: string) => {
  await db.delete(invites).where(eq(invites.email, email))
}))

await program.parseAsync()
// file: src/schema.ts
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'
export const invites = pgTable('invites', { email: text('email'), expiresAt: timestamp('expires_at') })
