const { Pool } = require('pg')
const pool = new Pool()

async function main() {
  await pool.query('BEGIN')
  await pool.query(
    `UPDATE plans p
        SET price_cents = o.price_cents, currency = 'EUR'
       FROM offers o
      WHERE o.plan_code = p.code AND p.code = $1`,
    ['basic'],
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
