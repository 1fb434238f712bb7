// options: {"before": "first-write"}
import { Client } from 'pg'

const client = new Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query("insert into job_log (name, started_at) values ('fix-prices', now())") // expect: require-environment-fingerprint

const { rows } = await client.query('select current_database() as name')
if (rows[0].name !== 'shop_production') {
  throw new Error('wrong database')
}

await client.query("update prices set currency = 'EUR' where currency is null")
await client.end()
