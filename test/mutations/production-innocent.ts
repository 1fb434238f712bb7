import type { InnocentEdit } from './mutation.ts'

const SYNC = 'scripts/sync-catalog-to-prod.ts'
const DEPLOY = 'scripts/deploy-db.js'
const LIBRARY = 'lib/ci-enforcement.ts'
const CALL = 'validateMutationScript(\'sync-catalog-to-prod\')'
const TEST = 'if (process.env.CI !== \'true\') {'
const COMMAND = 'execSync(\'npx prisma migrate deploy\', { stdio: \'inherit\' })'
const ENFORCE = '  if (process.env.CI === \'true\') return\n  console.error(`${script} changes a database and runs in CI only.`)\n  process.exit(1)'
const BOTH = '  await validateEnvironmentFingerprint(from, \'dev\')\n  await validateEnvironmentFingerprint(to, \'prod\')\n'

/** Edits of the same places that break no promise. */
export const innocentEdits: readonly InnocentEdit[] = [
  { edit: 'a flag makes the script stricter', file: SYNC, find: CALL, replace: `${CALL}\nif (process.env.SKIP_SYNC === 'true') throw new Error('SKIP_SYNC is not known here.')` },
  { edit: 'a flag ends the script before it does anything', file: SYNC, find: CALL, replace: `if (process.argv.includes('--no-sync')) process.exit(0)\n${CALL}` },
  { edit: 'a line is logged before the guard', file: SYNC, find: CALL, replace: `console.log('Catalog: from dev to prod')\n${CALL}` },
  { edit: 'a comment names a flag', file: SYNC, find: CALL, replace: `// Neither --no-verify nor SKIP_CI_CHECK is understood here.\n${CALL}` },
  { edit: 'the guard is imported under another name', file: SYNC, find: 'import { validateMutationScript } from \'../lib/ci-enforcement\'\nimport { validateEnvironmentFingerprint } from \'../lib/env-fingerprint\'\n\nvalidateMutationScript(', replace: 'import { validateMutationScript as onlyInCi } from \'../lib/ci-enforcement\'\nimport { validateEnvironmentFingerprint } from \'../lib/env-fingerprint\'\n\nonlyInCi(' },
  { edit: 'the guard is called through its module', file: SYNC, find: 'import { validateMutationScript } from \'../lib/ci-enforcement\'\nimport { validateEnvironmentFingerprint } from \'../lib/env-fingerprint\'\n\nvalidateMutationScript(', replace: 'import * as ci from \'../lib/ci-enforcement\'\nimport { validateEnvironmentFingerprint } from \'../lib/env-fingerprint\'\n\nci.validateMutationScript(' },
  { edit: 'a second guard runs too', file: SYNC, find: CALL, replace: `if (process.env.GITHUB_ACTIONS !== 'true') throw new Error('GitHub only.')\n${CALL}` },
  { edit: 'an error of the guard is logged before it ends the script', file: SYNC, find: CALL, replace: `try {\n  ${CALL}\n} catch (error) {\n  console.error(error)\n  process.exit(1)\n}` },
  { edit: 'both fingerprints are validated at once', file: SYNC, find: BOTH, replace: '  await Promise.all([validateEnvironmentFingerprint(from, \'dev\'), validateEnvironmentFingerprint(to, \'prod\')])\n' },
  { edit: 'the fingerprints are validated in another order', file: SYNC, find: BOTH, replace: BOTH.split('\n').slice(0, 2).toReversed().join('\n') + '\n' },
  { edit: 'a failed fingerprint is told before it ends the script', file: SYNC, find: BOTH, replace: `  try {\n  ${BOTH}  } catch (error) {\n    console.error('Wrong database.')\n    throw error\n  }\n` },
  { edit: 'a table is read that the contract does not allow to write', file: SYNC, find: '    await dev.$disconnect()', replace: '    console.log(await prod.booking.count())\n    await dev.$disconnect()' },
  { edit: 'a local is renamed', file: SYNC, find: 'const row = { name, icon, isActive }\n      if (apply) await prod.serviceCategory.upsert({ where: { id }, create: { id, ...row }, update: row })\n      else console.log(\'category\', id, row)', replace: 'const category = { name, icon, isActive }\n      if (apply) await prod.serviceCategory.upsert({ where: { id }, create: { id, ...category }, update: category })\n      else console.log(\'category\', id, category)' },
  { edit: 'rows are compared with a Map before they are written', file: SYNC, find: '  try {\n    for (const { id, name, icon, isActive }', replace: '  const seen = new Map<string, number>()\n  seen.set(\'started\', Date.now())\n  seen.delete(\'started\')\n  try {\n    for (const { id, name, icon, isActive }' },
  { edit: 'the inline guard is turned round', file: DEPLOY, find: `${TEST}\n  console.error('deploy-db.js runs in CI only.')\n  process.exit(1)\n}`, replace: 'const inCi = process.env.CI === \'true\'\nif (!inCi) {\n  console.error(\'deploy-db.js runs in CI only.\')\n  process.exit(1)\n}' },
  { edit: 'the inline guard throws', file: DEPLOY, find: '  console.error(\'deploy-db.js runs in CI only.\')\n  process.exit(1)', replace: '  throw new Error(\'deploy-db.js runs in CI only. There is no --force.\')' },
  { edit: 'the inline guard asks for more', file: DEPLOY, find: TEST, replace: 'if (process.env.CI !== \'true\' || process.env.GITHUB_REF !== \'refs/heads/main\') {' },
  { edit: 'the deploy script says that it is done', file: DEPLOY, find: COMMAND, replace: `${COMMAND}\nconsole.log('Migrations are through.')` },
  { edit: 'the deploy script tells of a failure and fails', file: DEPLOY, find: COMMAND, replace: `try {\n  ${COMMAND}\n} catch (error) {\n  console.error('The migration failed.', error)\n  process.exit(1)\n}` },
  { edit: 'the deploy script hands on the exit status', file: DEPLOY, find: `const { execSync } = require('node:child_process')\n\n${COMMAND}`, replace: 'const { spawnSync } = require(\'node:child_process\')\n\nconst { status } = spawnSync(\'npx\', [\'prisma\', \'migrate\', \'deploy\'], { stdio: \'inherit\' })\nprocess.exit(status ?? 1)' },
  { edit: 'the shared guard is written the other way round', file: LIBRARY, find: ENFORCE, replace: '  if (process.env.CI !== \'true\') {\n    console.error(`${script} changes a database and runs in CI only.`)\n    process.exit(1)\n  }' },
  { edit: 'the shared guard asks a function', file: LIBRARY, find: 'export function enforceCIOnlyExecution(script: string): void {\n  if (process.env.CI === \'true\') return', replace: 'const isCi = (): boolean => process.env.CI === \'true\'\n\nexport function enforceCIOnlyExecution(script: string): void {\n  if (isCi()) return' },
  { edit: 'the shared guard throws', file: LIBRARY, find: '  console.error(`${script} changes a database and runs in CI only.`)\n  process.exit(1)', replace: '  throw new Error(`${script} changes a database and runs in CI only.`)' },
  { edit: 'a test helper names a host of production', file: '__tests__/support/addresses.ts', add: 'export const REFUSED = \'postgresql://bookings:secret@bookings-prod.c1a2b3.eu-central-1.rds.amazonaws.com:5432/bookings\'\n' },
  { edit: 'a test is skipped', file: '__tests__/production-safety/bypass-detection.test.ts', find: 'test.each(GUARDS)', replace: 'test.skip(\'later\', () => {})\n\ntest.each(GUARDS)' },
  { edit: 'a new script works on files and lists', file: 'scripts/list-services.js', add: 'const { readFileSync, rmSync } = require(\'node:fs\')\n\nconst names = new Set(readFileSync(\'services.txt\', \'utf8\').split(\'\\n\'))\nnames.delete(\'\')\nconst rows = []\nfor (const name of names) rows.push({ name })\nrmSync(\'services.tmp\', { force: true })\nconsole.log(rows)\n' },
  { edit: 'a cleanup in the pipeline may fail', file: '.github/workflows/pull-request.yml', find: '        run: npm run check\n', replace: '        run: npm run check\n      - run: rm -rf .cache --force || true\n' },
  { edit: 'a reading script pages', file: 'scripts/print-catalog.ts', find: 'orderBy: { name: \'asc\' } })', replace: 'orderBy: { name: \'asc\' }, skip: 10, take: 10 })' },
  { edit: 'a hook says that it starts', file: '.husky/pre-push', find: 'npm run test:production-safety', replace: 'echo "The guards are tested; --no-verify is against the contract."\nnpm run test:production-safety' },
  { edit: 'a container switches off colours', file: 'Dockerfile', find: 'RUN npm ci', replace: 'ENV NO_COLOR=1 FORCE_COLOR=0\nRUN npm ci' },
]
