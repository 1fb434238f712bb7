import { Client } from 'pg'

const { DATABASE_URL_PROD, LOG_LEVEL } = process.env // expect: no-production-database-url
console.log(LOG_LEVEL)
await new Client({ connectionString: DATABASE_URL_PROD }).connect()
