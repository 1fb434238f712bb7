import { Client } from 'pg'

await new Client(process.env['PROD_PG_URL']).connect() // expect: no-production-database-url
