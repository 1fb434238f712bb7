import { Client } from 'pg'

const url = process.env.PRODUCTION_DB_URL // expect: no-production-database-url
if (!url) throw new Error('PRODUCTION_DB_URL is not set')
await new Client(url).connect()
