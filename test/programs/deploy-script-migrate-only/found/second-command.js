// settings: {"deployScripts": ["scripts/*"]}
const { execSync } = require('node:child_process')

if (process.env.CI !== 'true') process.exit(1)
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
execSync('node scripts/warm-cache.js', { stdio: 'inherit' }) // expect: deploy-script-migrate-only
