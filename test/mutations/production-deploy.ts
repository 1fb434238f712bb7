import { foundIn, type Mutation } from './mutation.ts'

const DEPLOY = 'scripts/deploy-db.js'
const COMMAND = 'execSync(\'npx prisma migrate deploy\', { stdio: \'inherit\' })'
const REQUIRED = `const { execSync } = require('node:child_process')\n\n${COMMAND}`

/** A deploy script that does more than it may, or fails unseen. */
export const deployEdits: readonly Mutation[] = foundIn(DEPLOY, 'deploy-script-migrate-only', [
  { edit: 'the deploy script pushes the schema', find: 'prisma migrate deploy\'', replace: 'prisma db push\'', on: 'db push', names: 'prisma db push' },
  { edit: 'the deploy script pushes the schema over data', find: 'prisma migrate deploy\'', replace: 'prisma db push --accept-data-loss\'', on: 'db push', names: 'destroy data' },
  { edit: 'the deploy script resets the database', find: 'prisma migrate deploy\'', replace: 'prisma migrate reset --force\'', on: 'migrate reset', names: 'prisma migrate reset' },
  { edit: 'the deploy script makes migrations', find: 'prisma migrate deploy\'', replace: 'prisma migrate dev\'', on: 'migrate dev', names: 'prisma migrate dev' },
  { edit: 'the deploy script seeds', find: COMMAND, replace: `${COMMAND}\nexecSync('npx prisma db seed')`, on: 'db seed', names: 'prisma db seed', also: [['db seed', 'contract-tables-only']] },
  { edit: 'the deploy script runs a second command', find: 'prisma migrate deploy\'', replace: 'prisma migrate deploy && node scripts/warm-up.js\'', on: 'warm-up', names: 'scripts/warm-up.js' },
  { edit: 'the deploy script starts a package script', find: COMMAND, replace: `${COMMAND}\nexecSync('npm run sync:catalog')`, on: 'sync:catalog', names: 'sync:catalog' },
  { edit: 'the failure of the migration is thrown away in the shell', find: 'prisma migrate deploy\'', replace: 'prisma migrate deploy || true\'', on: '|| true', names: '|| true' },
  { edit: 'the failure of the migration is caught and forgotten', find: COMMAND, replace: `try {\n  ${COMMAND}\n} catch {}`, on: '} catch', names: 'catch' },
  { edit: 'the failure of the migration ends in success', find: COMMAND, replace: `try {\n  ${COMMAND}\n} catch (error) {\n  console.error(error)\n  process.exit(0)\n}`, on: '} catch', names: 'is lost' },
  { edit: 'nobody looks at the exit status of the migration', find: REQUIRED, replace: 'const { spawnSync } = require(\'node:child_process\')\n\nspawnSync(\'npx\', [\'prisma\', \'migrate\', \'deploy\'], { stdio: \'inherit\' })', on: 'spawnSync(\'npx\'', names: 'is lost' },
  { edit: 'nobody waits for the migration', find: REQUIRED, replace: 'const { spawn } = require(\'node:child_process\')\n\nspawn(\'npx\', [\'prisma\', \'migrate\', \'deploy\'], { stdio: \'inherit\' })', on: 'spawn(\'npx\'', names: 'is lost' },
  { edit: 'a callback forgets the failure of the migration', find: REQUIRED, replace: 'const { exec } = require(\'node:child_process\')\n\nexec(\'npx prisma migrate deploy\', (_error, out) => console.log(out))', on: 'exec(\'npx', names: 'is lost' },
  { edit: 'an argument says what the deploy script runs', find: 'execSync(\'npx prisma migrate deploy\'', replace: 'execSync(process.argv[2] ?? \'npx prisma migrate deploy\'', on: 'process.argv[2]', names: 'process.argv[2]' },
  { edit: 'the deploy script works on data', find: COMMAND, replace: `${COMMAND}\nconst { PrismaClient } = require('@prisma/client')\nnew PrismaClient().catalogService.updateMany({ data: { isActive: true } })`, on: 'catalogService.updateMany', names: 'updateMany' },
  { edit: 'the deploy script calls another service', find: COMMAND, replace: `${COMMAND}\nfetch('https://hooks.guarded-bookings.io/deployed')`, on: 'fetch(', names: 'fetch' },
  { edit: 'the deploy script runs SQL', find: COMMAND, replace: `${COMMAND}\nexecSync('psql "$DATABASE_URL" -f prisma/cleanup.sql')`, on: 'psql', names: 'psql', also: [['psql', 'contract-tables-only']] },
])
