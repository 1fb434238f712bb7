// file: scripts/ops.ts
import { run } from './ops/purge'
await run()
// file: scripts/ops/purge.ts
import { Pool } from 'pg'
export async function run() {
  await new Pool().query('DELETE FROM events')
}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/ops.ts`: removes events
