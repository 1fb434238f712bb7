import { Pool } from 'pg'
import { ensureRightPlace } from '../lib/db-identity'
await ensureRightPlace()
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
// file: lib/db-identity.ts
import { probe } from '@acme/metadata'
export async function ensureRightPlace() {
  if (!(await probe('production'))) throw new Error('wrong database')
}
