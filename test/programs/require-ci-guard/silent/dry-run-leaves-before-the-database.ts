import { parseArgs } from 'node:util'
import postgres from 'postgres'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    tenant: { type: 'string' },
  },
})

if (values['dry-run']) {
  console.log('Would set the plan of', values.tenant, 'to free')
  process.exit(0)
}
if (process.env.CI !== 'true') throw new Error('Run this from CI, or pass --dry-run')

const sql = postgres(process.env.DATABASE_URL!, { max: 1 })
await sql`update tenants set plan = 'free' where id = ${values.tenant ?? ''}`
await sql.end()
