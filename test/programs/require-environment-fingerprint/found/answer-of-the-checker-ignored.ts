import { Pool } from 'pg'
import { fingerprintMatches } from '../lib/fingerprint'
await fingerprintMatches('production')
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
// file: lib/fingerprint.ts
import { readMetadata } from '@acme/metadata'
export async function fingerprintMatches(expected: string): Promise<boolean> {
  const row = await readMetadata()
  return row.fingerprint === expected
}
