import { Client } from 'pg'

const force = process.argv.includes('--force') // expect: no-bypass-flags
if (process.env.NODE_ENV === 'production' && !force) {
  throw new Error('not on production')
}
const client = new Client(process.env.DATABASE_URL)
await client.query('DELETE FROM sessions')
