// settings: {"fingerprints": [{"module": "lib/db-identity.ts", "name": "ensureRightDatabase"}]}
import { Pool } from 'pg'
import { ensureRightDatabase } from '../lib/db-identity'
await ensureRightDatabase()
const pool = new Pool()
await pool.query('DELETE FROM sessions')
// file: lib/db-identity.ts
import { probe } from '@acme/metadata'
export async function ensureRightDatabase() {
  if (!(await probe('production'))) throw new Error('wrong database')
}
