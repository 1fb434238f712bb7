const { Pool } = require('pg')
const pool = new Pool()

async function main() {
  await pool.query('BEGIN')
  await pool.query( // expect: contract-tables-only
    `UPDATE plans
        SET price_cents = $1,
            owner_id = $2
      WHERE code = $3`,
    [990, null, 'basic'],
  )
  await pool.query('COMMIT')
  await pool.end()
}

main()
// file: MUTATION_CONTRACT.md
# Production mutation contract

## Allowed scripts

- `scripts/program.js`: prices of plans

## Allowed tables

- `plans`: price_cents, currency
