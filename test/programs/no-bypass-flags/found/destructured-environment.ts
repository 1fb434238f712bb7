import { Client } from 'pg'

const { ALLOW_PRODUCTION, DATABASE_URL } = process.env // expect: no-bypass-flags
if (DATABASE_URL?.includes('prod') && ALLOW_PRODUCTION !== 'yes') process.exit(1)
await new Client(DATABASE_URL).query('UPDATE items SET price = 0')
