import { execSync } from 'node:child_process'

if (process.env.FORCE_RESET === 'true') { // expect: no-bypass-flags
  execSync('npx prisma migrate reset --force')
}
execSync('npx prisma migrate deploy')
