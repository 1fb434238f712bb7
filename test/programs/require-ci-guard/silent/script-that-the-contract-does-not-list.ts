import { Pool } from 'pg'
await new Pool().query('DELETE FROM sessions')
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. **`scripts/other.ts`**
   - deletes rows of `sessions`

## Allowed tables

- **`sessions`**: id
