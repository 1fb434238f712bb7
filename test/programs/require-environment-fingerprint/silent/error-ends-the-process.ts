import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/fingerprint'
try {
  await validateEnvironmentFingerprint('production')
} catch (error) {
  console.error(error)
  process.exit(1)
}
const pool = new Pool()
await pool.query('DELETE FROM sessions')
