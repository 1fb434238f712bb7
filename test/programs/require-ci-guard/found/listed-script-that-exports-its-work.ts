// settings: {"contract": "PRODUCTION_MUTATION_CONTRACT.md"}
import { Pool } from 'pg'
export default async function wipe() {
  await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. **`scripts/program.ts`**
   - deletes rows of `sessions`

## Allowed tables

- **`sessions`**: id
