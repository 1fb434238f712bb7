import { Client } from 'pg'

const url = process.env.NODE_ENV === 'production' ? process.env.PROD_DATABASE_URL : process.env.DATABASE_URL // expect: no-production-database-url
await new Client(url).connect()
