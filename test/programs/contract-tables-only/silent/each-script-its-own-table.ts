// file: scripts/groups.ts
import { Pool } from 'pg'
await new Pool().query('UPDATE groups SET name = 1')
// file: scripts/services.ts
import { Pool } from 'pg'
await new Pool().query('UPDATE services SET name = 1')
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/groups.ts`: writes `groups` only
2. `scripts/services.ts`: writes `services`

## Allowed tables

- `services`
- `groups`
