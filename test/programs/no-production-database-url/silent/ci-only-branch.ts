import { Client } from 'pg'

if (process.env.CI !== 'true') throw new Error('runs in CI')
const client = new Client({ connectionString: process.env.PROD_DATABASE_URL })
await client.connect()
console.log((await client.query('select count(*) from users')).rows)
