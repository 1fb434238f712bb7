// options: {"before": "first-write"}
import { Client } from 'pg'

const EXPECTED_DATABASE = 'shop_production'

const client = new Client({ connectionString: process.env.DATABASE_URL })
await client.connect()

const { rows: [{ name }] } = await client.query<{ name: string }>('select current_database() as name')
if (name !== EXPECTED_DATABASE) {
  await client.end()
  throw new Error(`Connected to ${name}, wanted ${EXPECTED_DATABASE}`)
}

await client.query('begin')
await client.query("update prices set currency = 'EUR' where currency is null")
await client.query('commit')
await client.end()
