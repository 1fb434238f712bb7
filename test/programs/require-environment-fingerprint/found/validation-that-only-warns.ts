import { Pool } from 'pg'
import { validateFingerprint } from '../lib/fingerprint'
await validateFingerprint()
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
// file: lib/fingerprint.ts
import { readMetadata } from '@acme/metadata'
export async function validateFingerprint() {
  const row = await readMetadata()
  if (row.fingerprint !== process.env.EXPECTED_FINGERPRINT) console.warn('wrong database')
}
