const { execSync } = require('child_process')

if (!process.env.CI) {
  console.error('deploy-db runs in CI only')
  process.exit(1)
}

console.log('Applying migrations…')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })

console.log('Seeding reference data…')
execSync('npx tsx prisma/seed.ts', { stdio: 'inherit' }) // expect: deploy-script-migrate-only
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

1. **`scripts/program.js`**: `prisma migrate deploy`, nothing else
