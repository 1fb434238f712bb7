// file: scripts/program.ts
import { Pool } from 'pg'
await new Pool().query('UPDATE users SET a = 1')
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

- `scripts/program.ts`
