// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

execSync('npx prisma migrate deploy || true', { stdio: 'inherit' }) // expect: deploy-script-migrate-only
