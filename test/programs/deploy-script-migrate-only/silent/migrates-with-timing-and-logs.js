const { execSync } = require('child_process')
const { performance } = require('node:perf_hooks')

const REQUIRED = ['CI', 'DATABASE_URL']

function main() {
  const missing = REQUIRED.filter((name) => !process.env[name])
  if (missing.length > 0) {
    console.error(`Missing: ${missing.join(', ')}`)
    process.exit(1)
  }

  const host = new URL(process.env.DATABASE_URL).host
  console.log(`Applying migrations on ${host}…`)
  const start = performance.now()
  try {
    execSync('npx prisma migrate deploy', { stdio: 'inherit', env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' } })
  } catch (error) {
    console.error('Migration failed:', error.message)
    process.exit(error.status || 1)
  }
  console.log(`Done in ${Math.round(performance.now() - start)} ms`)
}

main()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

1. **`scripts/program.js`**: `prisma migrate deploy`, nothing else
