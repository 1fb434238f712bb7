import { Pool } from 'pg'

if (process.env.DATABASE_URL === process.env.PROD_DATABASE_URL) {
  console.error('This is production. Stop.')
  process.exit(1)
}
await new Pool({ connectionString: process.env.DATABASE_URL }).query('truncate carts')
