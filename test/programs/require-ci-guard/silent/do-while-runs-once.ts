import { Pool } from 'pg'
const pool = new Pool()
let tries = 0
do {
  if (!process.env.CI) throw new Error('CI only')
  tries++
} while (tries < 3)
await pool.query('DELETE FROM sessions')
