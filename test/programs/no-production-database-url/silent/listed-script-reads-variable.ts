<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Mutation contract

## Allowed mutation scripts

- `scripts/sync.ts`: writes `items`

## Allowed tables

- `items`: name
// file: scripts/sync.ts
import { Client } from 'pg'
import { enforceCIOnlyExecution } from '../lib/ci-enforcement'

enforceCIOnlyExecution()
await new Client(process.env.PROD_DATABASE_URL).connect()
