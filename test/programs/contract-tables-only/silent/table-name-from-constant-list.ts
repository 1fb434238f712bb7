import knex from 'knex'

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })
const TABLES = ['prices', 'discounts'] as const

for (const table of TABLES) {
  await db(table).update({ amount: 0 })
}
await db.destroy()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: zeroes prices

## Allowed tables

- `prices`
- `discounts`
