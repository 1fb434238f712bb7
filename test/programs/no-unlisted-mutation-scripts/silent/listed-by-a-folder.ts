// file: scripts/backfills/names.ts
import { Pool } from 'pg'
await new Pool().query('UPDATE users SET name = trim(name)')
// file: scripts/backfills/2024/emails.ts
import { Pool } from 'pg'
await new Pool().query('UPDATE users SET email = lower(email)')
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

- `scripts/backfills/**`: backfills that the data team reviews
