const { execSync } = require('node:child_process')
if (process.env.CI !== 'true') {
  console.error('❌ deploy-db runs in CI only')
  process.exit(1)
}
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
