import { Pool } from 'pg'
import { z } from 'zod'
function validateEnv() {
  return z.object({ DATABASE_URL: z.string().url() }).parse(process.env)
}
validateEnv()
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
