const Database = require('better-sqlite3')
const db = new Database(process.env.DB)
db.prepare('UPDATE products SET price = ?').run(1)
db.exec('DROP TABLE IF EXISTS products') // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.cjs`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
