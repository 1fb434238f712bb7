import { Pool } from 'pg'
const pool = new Pool()
process.env.CI === 'true' && await pool.query('DELETE FROM sessions')
