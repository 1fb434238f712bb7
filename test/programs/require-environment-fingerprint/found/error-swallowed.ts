import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/fingerprint'
try {
  await validateEnvironmentFingerprint('production')
} catch (error) {
  console.warn('could not validate', error)
}
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
