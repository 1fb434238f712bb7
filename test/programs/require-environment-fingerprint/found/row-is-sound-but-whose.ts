import { Pool } from 'pg'
import { validateFingerprint } from '../lib/fingerprint'
await validateFingerprint(process.env.DATABASE_URL, 'prod')
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
// file: lib/fingerprint.ts
import { Client } from 'pg'
import { hashOf } from './hash'
export async function validateFingerprint(url: string, expected: string): Promise<void> {
  const connection = new Client(url)
  await connection.connect()
  const { rows: [found] } = await connection.query('SELECT environment, fingerprint FROM database_metadata')
  if (found === undefined) throw new Error('no fingerprint')
  if (found.fingerprint !== hashOf(found.environment)) throw new Error('corrupted')
  if (found.environment !== expected) console.warn('another database')
}
