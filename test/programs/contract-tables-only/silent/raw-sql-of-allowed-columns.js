const { Pool } = require('pg')
const pool = new Pool()
async function main() {
  await pool.query('BEGIN')
  await pool.query(`
    INSERT INTO public.products AS p (title, price) VALUES ($1, $2)
    ON CONFLICT (title) DO UPDATE SET price = EXCLUDED.price
    RETURNING id`, ['Lamp', 3])
  await pool.query('UPDATE "categories" SET label = $1 FROM reviews WHERE reviews.id = $2', ['x', 1])
  await pool.query('COMMIT')
}
main()
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.js`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
