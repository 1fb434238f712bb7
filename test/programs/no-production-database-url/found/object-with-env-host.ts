import { createPool } from 'mysql2/promise'

export const pool = createPool({
  host: process.env.PROD_DB_HOST, // expect: no-production-database-url
  user: process.env.PROD_DB_USER, // expect: no-production-database-url
})
