import { foundIn, type Mutation } from './mutation.ts'

const SYNC = 'scripts/sync-catalog-to-prod.ts'
const INIT = 'scripts/init-database-fingerprint.ts'
const DEPLOY = 'scripts/deploy-db.js'
const LIBRARY = 'lib/ci-enforcement.ts'
const RULE = 'require-ci-guard'

/** What each script reaches first. */
const FIRST_IN_SYNC = 'await validateEnvironmentFingerprint(from'
const FIRST_IN_INIT = 'await initializeEnvironmentFingerprint(url'
const FIRST_IN_DEPLOY = 'execSync(\'npx prisma'

const CALL = 'validateMutationScript(\'sync-catalog-to-prod\')'
const TEST = 'if (process.env.CI !== \'true\') {'
const ENFORCE = 'export function enforceCIOnlyExecution(script: string): void {\n  if (process.env.CI === \'true\') return'

/** Scripts that get past the guard of their continuous integration. */
export const guardEdits: readonly Mutation[] = [
  ...foundIn(SYNC, RULE, ([
    ['the guard of a script is removed', ''],
    ['the guard runs behind an argument', `if (process.argv[2] !== '--local') ${CALL}`],
    ['the guard runs in one environment only', `if (process.env.NODE_ENV === 'production') ${CALL}`],
    ['the guard runs later than the script', `setTimeout(() => ${CALL}, 0)`],
    ['the guard is in a function that nobody calls', `function guard(): void {\n  ${CALL}\n}`],
    ['the script sets the variable itself', `process.env.CI = 'true'\n${CALL}`],
    ['the variable gets a default', `process.env.CI ??= 'true'\n${CALL}`],
    ['the guard is behind a condition that short-circuits', `process.stdout.isTTY || ${CALL}`],
    ['the guard becomes a comment', `// ${CALL}`],
    ['the guard is handed over and not called', 'process.on(\'beforeExit\', () => validateMutationScript(\'sync-catalog-to-prod\'))'],
  ] as const).map(([edit, replace]) => ({ edit, find: CALL, replace, on: FIRST_IN_SYNC, names: 'connection.connect()' }))),
  ...foundIn(SYNC, RULE, [
    { edit: 'a client works before the guard', find: CALL, replace: `const early = new PrismaClient()\nawait early.serviceCategory.count()\n${CALL}`, on: 'early.serviceCategory.count', names: 'comes too late', also: [['const early', 'require-environment-fingerprint']] },
  ]),
  ...foundIn(INIT, RULE, [
    { edit: 'a second script loses its guard', find: 'validateMutationScript(\'init-database-fingerprint\')', replace: '', on: FIRST_IN_INIT, names: 'lib/env-fingerprint.ts' },
    { edit: 'a stub stands in for the guard', find: 'import { validateMutationScript } from \'../lib/ci-enforcement\'', replace: 'const validateMutationScript = (script: string): void => { console.log(script) }', on: FIRST_IN_INIT, names: 'without a CI guard' },
  ]),
  ...foundIn(DEPLOY, RULE, [
    { edit: 'the inline guard is flipped', find: TEST, replace: 'if (process.env.CI === \'true\') {', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard looks at another variable', find: TEST, replace: 'if (process.env.NODE_ENV !== \'production\') {', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard asks for a terminal too', find: TEST, replace: 'if (process.stdout.isTTY && process.env.CI !== \'true\') {', on: FIRST_IN_DEPLOY, names: 'process.stdout.isTTY' },
    { edit: 'the inline guard takes a default for CI', find: TEST, replace: 'if ((process.env.CI ?? \'true\') !== \'true\') {', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard only warns', find: '  process.exit(1)\n', replace: '', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard sets an exit code and goes on', find: 'process.exit(1)', replace: 'process.exitCode = 1', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard exits later', find: 'process.exit(1)', replace: 'setTimeout(() => process.exit(1), 100)', on: FIRST_IN_DEPLOY, names: 'prisma migrate deploy' },
    { edit: 'the inline guard is removed', find: 'if (process.env.CI !== \'true\') {\n  console.error(\'deploy-db.js runs in CI only.\')\n  process.exit(1)\n}\n', replace: '', on: FIRST_IN_DEPLOY, names: 'nothing in this script proves' },
    {
      edit: 'the inline guard is moved below the command',
      find: 'if (process.env.CI !== \'true\') {\n  console.error(\'deploy-db.js runs in CI only.\')\n  process.exit(1)\n}\n\nconst { execSync } = require(\'node:child_process\')\n\nexecSync(\'npx prisma migrate deploy\', { stdio: \'inherit\' })\n',
      replace: 'const { execSync } = require(\'node:child_process\')\n\nexecSync(\'npx prisma migrate deploy\', { stdio: \'inherit\' })\n\nif (process.env.CI !== \'true\') {\n  console.error(\'deploy-db.js runs in CI only.\')\n  process.exit(1)\n}\n',
      on: FIRST_IN_DEPLOY, names: 'comes too late',
    },
  ]),
  ...([
    ['the shared guard only warns', 'in CI only.`)\n  process.exit(1)', 'in CI only.`)'],
    ['the shared guard returns', 'in CI only.`)\n  process.exit(1)', 'in CI only.`)\n  return'],
    ['the shared guard is flipped', ENFORCE, ENFORCE.replace('===', '!==')],
    ['the shared guard is emptied', `${ENFORCE}\n  console.error(\`\${script} changes a database and runs in CI only.\`)\n  process.exit(1)\n}`, 'export function enforceCIOnlyExecution(_script: string): void {}'],
    ['the shared guard is content with a production environment', ENFORCE, ENFORCE.replace('\'true\')', '\'true\' || process.env.NODE_ENV === \'production\')')],
    ['the shared guard waits for something first, and nobody for it', ENFORCE, 'export async function enforceCIOnlyExecution(script: string): Promise<void> {\n  await import(\'node:os\')\n  if (process.env.CI === \'true\') return'],
    ['the shared guard can be switched off', ENFORCE, 'export function enforceCIOnlyExecution(script: string, enabled = process.env.GUARDS !== \'off\'): void {\n  if (!enabled || process.env.CI === \'true\') return'],
    ['the shared guard is left out of what scripts call', '  enforceCIOnlyExecution(script)\n', ''],
    ['what scripts call returns early', '  enforceCIOnlyExecution(script)\n', '  if (process.stdout.isTTY) return\n  enforceCIOnlyExecution(script)\n'],
    ['what scripts call forgets the errors and the exit', '  enforceCIOnlyExecution(script)\n', '  queueMicrotask(() => enforceCIOnlyExecution(script))\n'],
  ] as const).map(([edit, find, replace]): Mutation => ({ edit, file: LIBRARY, find, replace, in: SYNC, on: FIRST_IN_SYNC, rule: RULE, names: 'without a CI guard', also: [[FIRST_IN_INIT, RULE, INIT]] })),
  {
    edit: 'a module that a script imports connects when it is loaded', file: 'lib/env-fingerprint.ts',
    find: 'export type Environment', replace: 'const early = new Client({ connectionString: process.env.DATABASE_URL })\nawait early.connect()\n\nexport type Environment',
    in: SYNC, on: 'import { validateEnvironmentFingerprint }', rule: RULE, names: 'imports run first', also: [['import { initializeEnvironmentFingerprint', RULE, INIT], ['import { validateEnvironmentFingerprint }', 'require-environment-fingerprint', SYNC]],
  },
]
