import { foundIn, type Mutation } from './mutation.ts'

const SYNC = 'scripts/sync-catalog-to-prod.ts'
const INIT = 'scripts/init-database-fingerprint.ts'
const PRINT = 'scripts/print-catalog.ts'
const CONTRACT = 'PRODUCTION_MUTATION_CONTRACT.md'
const UNLISTED = 'no-unlisted-mutation-scripts'
const TABLES = 'contract-tables-only'

const READING = '  const services = await database'
const UPSERT = 'if (apply) await prod.catalogService.upsert({ where: { id }, create: { id, ...row }, update: row })'
const UPSERT_CATEGORY = 'if (apply) await prod.serviceCategory.upsert({ where: { id }, create: { id, ...row }, update: row })'
const DISCONNECT = '    await dev.$disconnect()'
const INITIALIZE = '  await initializeEnvironmentFingerprint(url, environment)'

/** Scripts that change a database, and are in no contract. */
export const unlistedEdits: readonly Mutation[] = [
  ...foundIn('scripts/fix-prices.ts', UNLISTED, [
    { edit: 'a new script writes with Prisma', add: 'import { connect } from \'../lib/prisma\'\n\nconst database = await connect()\nawait database.catalogService.updateMany({ data: { priceInCents: { increment: 100 } } })\n', on: 'updateMany', names: 'database.catalogService.updateMany()' },
    { edit: 'a new script writes in a transaction', add: 'import { PrismaClient } from \'@prisma/client\'\n\nvoid new PrismaClient().$transaction(async (tx) => {\n  await tx.booking.deleteMany()\n})\n', on: 'deleteMany', names: 'tx.booking.deleteMany()' },
    { edit: 'a new script runs the prisma command', add: 'import { execFileSync } from \'node:child_process\'\n\nexecFileSync(\'npx\', [\'prisma\', \'db\', \'push\'])\n', on: 'execFileSync(', names: 'prisma db push' },
  ]),
  ...foundIn('scripts/clean-bookings.js', UNLISTED, [
    { edit: 'a new script deletes with pg', add: 'const { Pool } = require(\'pg\')\n\nconst pool = new Pool()\npool.query(\'DELETE FROM bookings WHERE booked_at < $1\', [new Date(0)]).then(() => pool.end())\n', on: 'DELETE', names: 'DELETE FROM bookings' },
    { edit: 'a new script starts psql', add: 'require(\'node:child_process\').execSync(`psql "${process.env.DATABASE_URL}" -c "UPDATE bookings SET booked_at = now()"`)\n', names: 'psql' },
  ]),
  ...foundIn('scripts/clean-bookings.sql', UNLISTED, [
    { edit: 'a new file of SQL deletes', add: '-- Old bookings.\nDELETE FROM bookings WHERE booked_at < \'2020-01-01\';\n', on: 'DELETE', names: 'DELETE FROM bookings' },
  ]),
  ...foundIn('scripts/restore.sh', UNLISTED, [
    { edit: 'a new script in shell restores a dump', add: '#!/usr/bin/env bash\nset -euo pipefail\npg_restore --clean --dbname "$DATABASE_URL" dump.bin\n', on: 'pg_restore', names: 'pg_restore' },
    { edit: 'a new script in shell feeds psql', add: '#!/usr/bin/env bash\nset -euo pipefail\npsql "$DATABASE_URL" <<SQL\nUPDATE service_categories SET position = 0;\nSQL\n', on: 'psql', names: 'psql' },
    { edit: 'a new script in shell runs migrations', add: '#!/usr/bin/env bash\nset -euo pipefail\nnpx prisma migrate deploy\n', on: 'npx prisma', names: 'prisma migrate deploy' },
  ]),
  ...foundIn('scripts/Clear-Bookings.ps1', UNLISTED, [
    { edit: 'a new script in PowerShell resets the database', add: '$ErrorActionPreference = \'Stop\'\nnpx prisma migrate reset --force\n', on: 'migrate reset', names: 'prisma migrate reset' },
  ]),
  ...foundIn('prisma/seed.ts', UNLISTED, [
    { edit: 'a seed comes in', add: 'import { PrismaClient } from \'@prisma/client\'\n\nconst client = new PrismaClient()\nawait client.serviceCategory.create({ data: { id: \'care\', name: \'Care\' } })\n', on: 'serviceCategory.create', names: 'client.serviceCategory.create()' },
  ]),
  ...foundIn(PRINT, UNLISTED, [
    { edit: 'a reading script writes', find: READING, replace: `  await database.serviceCategory.update({ where: { id: 'care' }, data: { isActive: false } })\n${READING}`, names: 'database.serviceCategory.update()' },
    { edit: 'a reading script writes by raw SQL', find: READING, replace: `  await database.$executeRaw\`UPDATE catalog_services SET is_active = false\`\n${READING}`, names: 'UPDATE catalog_services' },
    { edit: 'a reading script writes where it queries', find: READING, replace: `  await database.$queryRaw\`DELETE FROM bookings RETURNING id\`\n${READING}`, names: 'DELETE FROM bookings' },
    { edit: 'a reading script calls a function that writes', find: 'import { connect } from \'../lib/prisma\'', replace: 'import { connect } from \'../lib/prisma\'\nimport { initializeEnvironmentFingerprint as register } from \'../lib/env-fingerprint\'\n\nawait register(process.env.DATABASE_URL ?? \'\', \'dev\')', on: 'await register', names: 'INSERT INTO database_metadata' },
  ]),
  ...foundIn('scripts/check-schema.sh', UNLISTED, [
    { edit: 'a checking script pushes the schema', find: 'node scripts/prisma-guarded.js validate', replace: 'npx prisma db push --skip-generate', names: 'prisma db push' },
  ]),
  ...foundIn('scripts/prisma-guarded.js', UNLISTED, [
    { edit: 'the wrapper lets migrations through', find: '\'format\', \'generate\', ', replace: '\'format\', \'generate\', \'migrate\', ', on: 'spawnSync(\'npx\'', names: 'migrate' },
    { edit: 'the wrapper lets everything through', find: '  process.exit(1)\n}', replace: '}', on: 'spawnSync(\'npx\'', names: 'prisma' },
    { edit: 'the wrapper runs migrations by itself', find: 'process.exit(spawnSync(\'npx\', [\'prisma\', command, ...rest]', replace: 'process.exit(spawnSync(\'npx\', [\'prisma\', \'migrate\', \'deploy\']', on: 'spawnSync(\'npx\'', names: 'prisma migrate deploy' },
  ]),
  ...foundIn('scripts/sync-everything.js', UNLISTED, [
    { edit: 'a deprecated script works again', find: 'console.error(\'This script is blocked. See PRODUCTION_MUTATION_CONTRACT.md.\')\nprocess.exit(1)', replace: 'const { PrismaClient } = require(\'@prisma/client\')\nnew PrismaClient().booking.deleteMany()', on: 'deleteMany', names: 'may not run any more', also: [['- **`scripts/sync-everything.js`**', 'valid-mutation-contract', CONTRACT]] },
  ]),
]

/** Listed scripts that touch more than the contract allows. */
export const tableEdits: readonly Mutation[] = [
  ...foundIn(SYNC, TABLES, [
    { edit: 'a listed script writes to another table', find: DISCONNECT, replace: `    await prod.booking.updateMany({ data: { bookedAt: new Date() } })\n${DISCONNECT}`, names: 'bookings' },
    { edit: 'a listed script writes another column', find: 'const row = { name, icon, isActive }', replace: 'const row = { name, icon, isActive, position: 0 }', on: UPSERT_CATEGORY, names: 'service_categories.position' },
    { edit: 'a listed script writes another column in one branch', find: UPSERT_CATEGORY, replace: UPSERT_CATEGORY.replace('update: row', 'update: { ...row, position: { increment: 1 } }'), names: 'service_categories.position' },
    { edit: 'a listed script deletes', find: DISCONNECT, replace: `    await prod.catalogService.deleteMany({ where: { isActive: false } })\n${DISCONNECT}`, names: 'DELETE' },
    { edit: 'a listed script runs SQL', find: DISCONNECT, replace: `    await prod.$executeRaw\`UPDATE service_categories SET name = trim(name)\`\n${DISCONNECT}`, names: 'Direct SQL' },
    { edit: 'a listed script empties a table', find: DISCONNECT, replace: `    await prod.$executeRawUnsafe('TRUNCATE catalog_services')\n${DISCONNECT}`, names: 'TRUNCATE' },
    { edit: 'a listed script writes a related table', find: UPSERT, replace: UPSERT.replace('update: row', 'update: { ...row, bookings: { create: { id } } }'), names: 'bookings' },
    { edit: 'a listed script deletes in a related table', find: UPSERT_CATEGORY, replace: UPSERT_CATEGORY.replace('update: row', 'update: { ...row, services: { deleteMany: {} } }'), names: 'DELETE' },
    { edit: 'a listed script computes the table', find: DISCONNECT, replace: `    for (const table of process.argv.slice(3)) await prod[table].updateMany({ data: { isActive: true } })\n${DISCONNECT}`, names: 'which table' },
    { edit: 'a listed script computes the columns', find: UPSERT_CATEGORY, replace: UPSERT_CATEGORY.replace('update: row', 'update: JSON.parse(process.argv[3] ?? \'{}\')'), names: 'which columns' },
    { edit: 'a listed script imports in bulk', find: DISCONNECT, replace: `    await prod.serviceCategory.createMany({ data: [{ id: 'care', name: 'Care' }] })\n${DISCONNECT}`, names: 'Bulk imports' },
    { edit: 'a listed script writes to another table under an alias', find: DISCONNECT, replace: `    const { booking: rows } = prod\n    await rows.create({ data: { id: 'b', serviceId: 's' } })\n${DISCONNECT}`, on: 'rows.create', names: 'bookings' },
  ]),
  ...foundIn(INIT, TABLES, [
    { edit: 'what a listed script calls writes another column', find: INITIALIZE, replace: `${INITIALIZE}\n  const { Client } = await import('pg')\n  const connection = new Client(url)\n  await connection.query('UPDATE service_categories SET position = 1')`, on: 'SET position', names: '`service_categories`' },
  ]),
  {
    edit: 'a shared function writes to another table', file: 'lib/env-fingerprint.ts', find: '\'INSERT INTO database_metadata (id, environment, fingerprint) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING\'', replace: '\'INSERT INTO bookings (id, service_id) VALUES ($1, $2) RETURNING $3\'',
    in: INIT, on: 'await initializeEnvironmentFingerprint(url', rule: TABLES, names: 'bookings',
  },
  {
    edit: 'a shared function deletes', file: 'lib/env-fingerprint.ts', find: '\'INSERT INTO database_metadata (id, environment, fingerprint) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING\'', replace: '\'DELETE FROM database_metadata WHERE id = $1 AND environment <> $2 AND fingerprint <> $3\'',
    in: INIT, on: 'await initializeEnvironmentFingerprint(url', rule: TABLES, names: 'DELETE',
  },
]
