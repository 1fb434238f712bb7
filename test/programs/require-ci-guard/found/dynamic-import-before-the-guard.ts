const { runBackfill } = await import('./lib/backfill')
const { assertCi } = await import('./lib/ci')
await runBackfill() // expect: require-ci-guard
assertCi()
// file: scripts/lib/backfill.ts
import { Pool } from 'pg'
export async function runBackfill() {
  await new Pool().query('UPDATE users SET handle = lower(email) WHERE handle IS NULL')
}
// file: scripts/lib/ci.ts
export function assertCi() {
  if (!process.env.CI) throw new Error('CI only')
}
