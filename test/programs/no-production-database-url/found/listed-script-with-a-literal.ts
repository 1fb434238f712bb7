<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Mutation contract

## Allowed mutation scripts

- `scripts/sync.ts`: writes `items`

## Allowed tables

- `items`: name
// file: scripts/sync.ts
import { Client } from 'pg'

if (process.env.CI !== 'true') throw new Error('only in CI')
await new Client('postgres://sync:s3@db-prod.acmeshop.io/shop').connect() // expect: no-production-database-url
