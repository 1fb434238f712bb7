import postgres from 'postgres'
const sql = postgres()
for (const table of process.argv.slice(2)) {
  await sql`update ${sql(table)} set price = 0` // expect: contract-tables-only
}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
