import { parseArgs } from 'node:util'
import postgres from 'postgres'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    tenant: { type: 'string' },
  },
})

if (!values['dry-run']) {
  if (process.env.CI !== 'true') throw new Error('Run this from CI, or pass --dry-run')
}

const sql = postgres(process.env.DATABASE_URL!, { max: 1 })
const rows = await sql`select id, plan from tenants where id = ${values.tenant ?? ''}` // expect: require-ci-guard
console.table(rows)
if (!values['dry-run']) {
  await sql`update tenants set plan = 'free' where id = ${values.tenant ?? ''}`
}
await sql.end()
