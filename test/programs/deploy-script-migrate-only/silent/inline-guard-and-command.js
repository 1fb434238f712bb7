<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Mutation contract

## Allowed mutation scripts

- **`scripts/deploy-db.js`**: `prisma migrate deploy` only

## Allowed tables

- `items`: name
// file: scripts/deploy-db.js
#!/usr/bin/env node
const { execSync } = require('child_process')

if (process.env.CI !== 'true') {
  console.error('❌ deploys run in CI only')
  process.exit(1)
}
if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is missing')
console.log('Deploying migrations…')
try {
  execSync('npx prisma migrate deploy', { stdio: 'inherit', env: { ...process.env } })
  console.log('✅ done')
} catch (error) {
  console.error('Migration failed:', error.message)
  process.exit(1)
}
