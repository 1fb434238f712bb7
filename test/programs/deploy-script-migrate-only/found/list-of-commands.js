// settings: {"deployScripts": ["scripts/*"]}
const { execSync } = require('child_process')

const steps = ['npx prisma migrate deploy', 'npx prisma db seed']
for (const step of steps) {
  execSync(step, { stdio: 'inherit' }) // expect: deploy-script-migrate-only
}
