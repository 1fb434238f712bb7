import * as guards from '../lib/guards'
import { Pool } from 'pg'
const check = guards.enforceCIOnlyExecution
check()
await new Pool().query('DELETE FROM sessions')
// file: lib/guards.ts
export function enforceCIOnlyExecution() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
