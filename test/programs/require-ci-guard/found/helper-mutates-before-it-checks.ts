import { wipe } from '../lib/wipe'
await wipe() // expect: require-ci-guard
// file: lib/wipe.ts
import { Pool } from 'pg'
export async function wipe() {
  await new Pool().query('DELETE FROM sessions')
  if (!process.env.CI) throw new Error('CI only')
}
