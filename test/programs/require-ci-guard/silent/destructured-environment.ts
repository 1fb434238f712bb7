import { createPool } from 'mysql2/promise'
const { CI, DATABASE_URL } = process.env
if (CI !== 'true' || DATABASE_URL === undefined) {
  console.error('run by the pipeline')
  process.exit(1)
}
const pool = createPool(DATABASE_URL)
await pool.query('UPDATE users SET active = 0')
