// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'child_process'

execSync('npx prisma migrate deploy && npx prisma db seed', { stdio: 'inherit' }) // expect: deploy-script-migrate-only
