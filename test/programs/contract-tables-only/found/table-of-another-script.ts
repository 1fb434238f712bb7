// file: scripts/groups.ts
import { Pool } from 'pg'
const pool = new Pool()
await pool.query('UPDATE groups SET name = 1')
await pool.query('UPDATE services SET name = 1') // expect: contract-tables-only
// file: scripts/services.ts
export {}
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/groups.ts`: writes `groups` only
2. `scripts/services.ts`: writes `services`

## Allowed tables

- `services`
- `groups`
