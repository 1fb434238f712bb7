// settings: {"deployScripts": ["scripts/*"]}
const { execSync } = require('child_process')

try {
  execSync('npx prisma migrate deploy')
} catch {} // expect: deploy-script-migrate-only
