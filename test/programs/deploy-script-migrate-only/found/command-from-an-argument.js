// settings: {"deployScripts": ["scripts/*"]}
const { execSync } = require('node:child_process')
execSync(process.argv[2] ?? 'npx prisma migrate deploy') // expect: deploy-script-migrate-only
