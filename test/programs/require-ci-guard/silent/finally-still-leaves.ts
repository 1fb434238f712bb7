import { Pool } from 'pg'
const pool = new Pool()
async function main() {
  try {
    if (!process.env.CI) throw new Error('CI only')
    await pool.query('DELETE FROM sessions')
  } finally {
    await pool.end()
  }
}
void main()
