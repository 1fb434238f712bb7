<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. `scripts/deploy-schema.ts`
   - **Allowed operation**: `prisma migrate deploy`, nothing else
   - **Enforcement**: CI only

## Allowed tables

- `plans`: name
// file: scripts/deploy-schema.ts
import { execSync } from 'node:child_process'
import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
const prisma = new PrismaClient()
await prisma.$executeRawUnsafe('TRUNCATE TABLE sessions') // expect: deploy-script-migrate-only
