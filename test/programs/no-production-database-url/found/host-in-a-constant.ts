import { Pool } from 'pg'

const HOST = 'pg-prod-1.acmeshop.io'
const pool = new Pool({ connectionString: `postgres://app:${process.env.PW}@${HOST}:5432/shop` }) // expect: no-production-database-url
export default pool
