import postgres from 'postgres'

const sql = postgres(process.env.DATABASE_URL!)

await sql`update rates set value = value * 1.02`
await sql`update members set notified = true` // expect: contract-tables-only
await sql.end()
// file: scripts/notify.ts
import postgres from 'postgres'
const sql = postgres(process.env.DATABASE_URL!)
await sql`update members set notified = true`
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: updates `rates`
- `scripts/notify.ts`: updates `members`

## Allowed tables

- `rates`
- `members`
