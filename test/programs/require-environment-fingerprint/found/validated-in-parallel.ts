import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/safety'
async function cleanUp() {
  const pool = new Pool() // expect: require-environment-fingerprint
  await pool.query('DELETE FROM carts')
}
await Promise.all([validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production'), cleanUp()])
