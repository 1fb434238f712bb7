// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

execSync('npx prisma migrate deploy')
if (process.env.SEED === 'true') {
  execSync('npx prisma db seed') // expect: deploy-script-migrate-only
}
