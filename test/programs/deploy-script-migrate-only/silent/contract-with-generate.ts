<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. `scripts/deploy-schema.ts`
   - **Allowed operations**: `prisma migrate deploy`, then `prisma generate`
   - **Enforcement**: CI only

## Allowed tables

- `plans`: name
// file: scripts/deploy-schema.ts
import { execSync } from 'node:child_process'

if (process.env.CI !== 'true') throw new Error('CI only')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
execSync('npx prisma generate', { stdio: 'inherit' })
