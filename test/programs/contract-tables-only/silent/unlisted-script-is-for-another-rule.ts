// file: scripts/other.ts
import { Pool } from 'pg'
await new Pool().query('DELETE FROM users')
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: x

## Allowed tables

- `services`: name, price, groupId
- `groups`

## Forbidden operations

- DELETE operations (except soft deletes by isActive)
- TRUNCATE operations
- DROP operations (except in migrations)
// file: scripts/program.ts
export {}
