import { Command } from 'commander'
import { assertCi } from './lib/ci'
import { purge } from './lib/purge'
const program = new Command('ops')
program.hook('preAction', async () => {
  await assertCi()
})
program.addCommand(purge)
await program.parseAsync()
// file: scripts/lib/ci.ts
export async function assertCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
// file: scripts/lib/purge.ts
import { Command } from 'commander'
import { Pool } from 'pg'
export const purge = new Command('purge').action(async () => {
  await new Pool().query('DELETE FROM events')
})
