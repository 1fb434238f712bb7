// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

const run = (command: string) => execSync(command, { stdio: 'inherit' })
run('npx prisma migrate deploy')
run('npm run seed') // expect: deploy-script-migrate-only
