<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Mutation contract

## Allowed mutation scripts

- **`scripts/deploy-db.ts`**
  - **Allowed operation**: `prisma migrate deploy` only
  - **Forbidden**: everything else

## Allowed tables

- `items`: name
// file: scripts/deploy-db.ts
import { execSync } from 'node:child_process'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'

execSync('pnpm exec prisma migrate deploy')
await migrate(drizzle(process.env.DATABASE_URL!), { migrationsFolder: 'drizzle' }) // expect: deploy-script-migrate-only
