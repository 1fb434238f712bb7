import { Pool } from 'pg'
const pool = new Pool()
const client = await pool.connect()
await client.query('BEGIN READ ONLY')
await client.query("SET LOCAL statement_timeout = '5s'")
const { rows } = await client.query('SELECT relname, n_dead_tup FROM pg_stat_user_tables WHERE n_dead_tup > $1', [1000])
await client.query('ROLLBACK')
console.table(rows)
