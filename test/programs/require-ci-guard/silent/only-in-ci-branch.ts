import { Pool } from 'pg'
const pool = new Pool()
if (process.env.CI === 'true') {
  await pool.query('DELETE FROM sessions')
} else {
  console.log('Would delete sessions')
}
