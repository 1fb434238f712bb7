const mysql = require('mysql2/promise')
async function main() {
  const pool = mysql.createPool(process.env.MYSQL_URL)
  await pool.query('UPDATE products SET price = ? WHERE id = ?', [1, 2])
  await pool.query('UPDATE products p JOIN reviews r ON r.product_id = p.id SET r.body = ?', ['']) // expect: contract-tables-only
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
