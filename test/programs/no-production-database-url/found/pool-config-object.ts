import { Pool } from 'pg'

export const pool = new Pool({
  host: 'pg-primary.production.internal', // expect: no-production-database-url
  port: 5432,
  user: 'reporting',
  password: process.env.PG_PASSWORD,
  database: 'ledger',
})
