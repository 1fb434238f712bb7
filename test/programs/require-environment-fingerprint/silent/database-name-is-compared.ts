// options: {"before": "first-write"}
import { Client } from 'pg'
const client = new Client()
await client.connect()
const { rows: [row] } = await client.query('select environment from database_metadata limit 1')
if (row.environment !== 'production') {
  await client.end()
  throw new Error(`this is ${row.environment}`)
}
await client.query('DELETE FROM carts')
