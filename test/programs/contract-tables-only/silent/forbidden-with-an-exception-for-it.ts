// file: scripts/program.ts
import { Pool } from 'pg'
await new Pool().query('DELETE FROM sessions')
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

- `scripts/program.ts`

## Allowed tables

- `sessions`

## Forbidden operations

- DELETE (except expired sessions)
