// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

execSync('npx prisma migrate deploy')
await fetch('https://hooks.slack.example/T1', { method: 'POST', body: '{}' }) // expect: deploy-script-migrate-only
