import { Pool } from 'pg'
import { fingerprintMatches } from '../lib/fingerprint'
if (!(await fingerprintMatches('production'))) {
  console.error('wrong database')
  process.exit(1)
}
const pool = new Pool()
await pool.query('DELETE FROM sessions')
// file: lib/fingerprint.ts
import { readMetadata } from '@acme/metadata'
export async function fingerprintMatches(expected: string): Promise<boolean> {
  const row = await readMetadata()
  return row.fingerprint === expected
}
