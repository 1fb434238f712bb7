const knex = require('knex')({ client: 'pg' })
async function main() {
  await knex('products').update({ price: 2 }).where({ id: 1 })
  await knex.insert({ body: 'x' }).into('reviews') // expect: contract-tables-only
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
