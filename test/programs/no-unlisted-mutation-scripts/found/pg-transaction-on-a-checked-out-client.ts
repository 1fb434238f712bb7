import pg from 'pg'
const pool = new pg.Pool()
const client = await pool.connect()
try {
  await client.query('BEGIN')
  await client.query('INSERT INTO ledger (amount) SELECT amount FROM pending') // expect: no-unlisted-mutation-scripts
  await client.query('COMMIT')
} catch (error) {
  await client.query('ROLLBACK')
  throw error
} finally {
  client.release()
}
