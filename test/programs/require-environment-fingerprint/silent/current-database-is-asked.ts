// options: {"before": "first-write"}
import { Pool } from 'pg'
const pool = new Pool()
const { rows } = await pool.query('SELECT current_database() AS name')
const [{ name: databaseName }] = rows
if (databaseName !== 'shop_production') process.exit(1)
await pool.query('DELETE FROM sessions')
