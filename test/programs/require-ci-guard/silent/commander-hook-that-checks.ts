import { Command } from 'commander'
import { Pool } from 'pg'
import { assertCi } from './lib/assert-ci'
const program = new Command()
program.hook('preAction', () => assertCi())
program.command('purge').action(async () => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL })
  await pool.query('DELETE FROM audit_events')
})
await program.parseAsync(process.argv)
// file: scripts/lib/assert-ci.ts
export function assertCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
