// settings: {"deployScripts": ["scripts/*"]}
import { promisify } from 'node:util'
import { exec } from 'node:child_process'

const run = promisify(exec)
run('npx prisma migrate deploy') // expect: deploy-script-migrate-only
console.log('deployed')
