// settings: {"contract": "PRODUCTION_MUTATION_CONTRACT.md"}
import { readFileSync } from 'node:fs'
console.log(readFileSync('x', 'utf8'))
// file: scripts/deploy-db.js
const { execSync } = require('node:child_process')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
// file: scripts/init-fingerprint.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().databaseMetadata.create({ data: { environment: 'production', fingerprint: 'x' } })
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. **`scripts/deploy-db.js`**
   - **Allowed operation**: `prisma migrate deploy`, nothing else
2. **`scripts/init-fingerprint.ts`**
   - **Scope**: initializes the fingerprint in `database_metadata` once

## Allowed tables

- **`database_metadata`**: environment, fingerprint
