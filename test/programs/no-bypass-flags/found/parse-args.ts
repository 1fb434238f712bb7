import { parseArgs } from 'node:util'
import postgres from 'postgres'

const { values } = parseArgs({ options: { force: { type: 'boolean' } } })
const sql = postgres(process.env.DATABASE_URL!)
if (!values.force && process.env.CI !== 'true') { // expect: no-bypass-flags
  console.error('CI only')
  process.exit(1)
}
await sql`DELETE FROM items`
