import { Client } from 'pg'
const client = new Client()
await client.query('UPDATE services SET name = $1', ['A']) // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. **`scripts/program.ts`**: writes services

## Allowed tables and columns

- **`services`**: name

## Forbidden operations

- Direct SQL outside of migrations (except in `scripts/other.ts`)
