import { Pool } from 'pg'
const pool = new Pool()
await pool.query('INSERT INTO audit (at) VALUES (now())') // expect: contract-tables-only
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: copies the catalogue

## Allowed tables

- `services`: name, price, groupId
- `groups`

## Forbidden operations

- DELETE operations (except soft deletes by isActive)
- TRUNCATE operations
- DROP operations (except in migrations)
