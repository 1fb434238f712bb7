import knex from 'knex'

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })
const table = process.argv[2]!

await db('prices').update({ amount: 0 })
await db(table).update({ amount: 0 }) // expect: contract-tables-only
await db.destroy()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: zeroes prices

## Allowed tables

- `prices`
