import { Pool } from 'pg'
const pool = new Pool()
async function wipe() {
  await pool.query('DELETE FROM sessions')
}
console.log(pool.totalCount)
