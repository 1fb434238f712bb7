import { foundIn, type Mutation } from './mutation.ts'

const RULE = 'no-production-database-url'
const HOST = 'bookings-prod.c1a2b3.eu-central-1.rds.amazonaws.com'
const ADDRESS = `postgresql://bookings:secret@${HOST}:5432/bookings`

/** Addresses of production in what anybody may start. */
export const addressEdits: readonly Mutation[] = [
  ...foundIn('lib/prisma.ts', RULE, [
    { edit: 'a library falls back on production', find: 'const url = process.env.DATABASE_URL', replace: `const url = process.env.DATABASE_URL ?? '${ADDRESS}'`, on: 'const url', names: HOST },
    { edit: 'a library puts the address of production together', find: 'const url = process.env.DATABASE_URL', replace: `const url = \`postgresql://bookings:\${process.env.PGPASSWORD ?? ''}@db.production.guarded-bookings.io/bookings\``, on: 'const url', names: 'db.production.guarded-bookings.io' },
  ]),
  ...foundIn('src/server.ts', RULE, [
    { edit: 'the service reads the variable of production', find: '  const database = await connect()', replace: '  process.env.DATABASE_URL = process.env.PROD_DATABASE_URL\n  const database = await connect()', names: 'PROD_DATABASE_URL' },
  ]),
  ...foundIn('scripts/print-catalog.ts', RULE, [
    { edit: 'a reading script names the host of production', find: 'async function main(', replace: `import { Client } from 'pg'\n\nexport const mirror = new Client({ host: '${HOST}', database: 'bookings' })\n\nasync function main(`, on: 'host:', names: HOST },
    { edit: 'a reading script prefers the variable of production', find: '  const database = await connect()', replace: '  process.env.DATABASE_URL = process.env.PROD_DATABASE_URL ?? process.env.DATABASE_URL\n  const database = await connect()', names: 'PROD_DATABASE_URL' },
  ]),
  ...foundIn('.env.development', RULE, [
    { edit: 'a dotenv file of developers has production', add: `APP_ENVIRONMENT=dev\nDATABASE_URL=${ADDRESS}\n`, on: 'DATABASE_URL', names: HOST },
  ]),
  ...foundIn('scripts/check-schema.sh', RULE, [
    { edit: 'a script in shell has production', find: 'set -euo pipefail', replace: `set -euo pipefail\nexport DATABASE_URL="${ADDRESS}"`, on: 'export', names: HOST },
    { edit: 'a script in shell takes the variable of production', find: 'set -euo pipefail', replace: 'set -euo pipefail\nexport DATABASE_URL="$PROD_DATABASE_URL"', on: 'export', names: 'PROD_DATABASE_URL' },
  ]),
  ...foundIn('package.json', RULE, [
    { edit: 'a package script opens production', find: '"prepare": "husky",', replace: `"prepare": "husky",\n    "studio": "DATABASE_URL=${ADDRESS} prisma studio",`, on: '"studio"', names: HOST },
  ]),
  ...foundIn('docker-compose.yml', RULE, [
    { edit: 'a compose file leads to production', add: `services:\n  web:\n    build: .\n    environment:\n      DATABASE_URL: ${ADDRESS}\n`, on: 'DATABASE_URL', names: HOST },
  ]),
  ...foundIn('Dockerfile', RULE, [
    { edit: 'an image has the address of production', find: 'COPY . .', replace: `ENV DATABASE_URL=${ADDRESS}\nCOPY . .`, names: HOST },
  ]),
]
