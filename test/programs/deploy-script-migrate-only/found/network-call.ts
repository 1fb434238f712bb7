// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

execSync('npx prisma migrate deploy')
await fetch('https://hooks.acme.io/deployed', { method: 'POST' }) // expect: deploy-script-migrate-only
