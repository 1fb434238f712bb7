import { foundIn, type Mutation } from './mutation.ts'

const SYNC = 'scripts/sync-catalog-to-prod.ts'
const LIBRARY = 'lib/env-fingerprint.ts'
const RULE = 'require-environment-fingerprint'

const OF_DEV = 'await validateEnvironmentFingerprint(from, \'dev\')'
const OF_PROD = 'await validateEnvironmentFingerprint(to, \'prod\')'
const DEV = 'const dev = new PrismaClient'
const PROD = 'const prod = new PrismaClient'
const BOTH = `  ${OF_DEV}\n  ${OF_PROD}\n`
const SIGNATURE = 'export async function validateEnvironmentFingerprint(url: string, expected: Environment): Promise<void> {'

/** Databases that are used before they were recognised. */
export const fingerprintEdits: readonly Mutation[] = [
  ...foundIn(SYNC, RULE, [
    { edit: 'the validation of one database is not awaited', find: OF_DEV, replace: OF_DEV.replace('await ', ''), on: DEV, names: 'new PrismaClient' },
    { edit: 'the validation of the other database is thrown away', find: OF_PROD, replace: OF_PROD.replace('await', 'void'), on: PROD, names: 'new PrismaClient' },
    { edit: 'only the first of two databases is validated', find: `  ${OF_PROD}\n`, replace: '', on: PROD, names: 'no validation of production' },
    { edit: 'only the second of two databases is validated', find: `  ${OF_DEV}\n`, replace: '', on: DEV, names: 'no validation of development' },
    { edit: 'no database is validated', find: BOTH, replace: '', on: DEV, names: 'no validation', also: [[PROD, RULE]] },
    { edit: 'production is expected to be the database of development', find: OF_PROD, replace: OF_PROD.replace('prod', 'dev'), names: 'expects the development database' },
    { edit: 'development is expected to be production', find: OF_DEV, replace: OF_DEV.replace('dev', 'prod'), names: 'expects the production database' },
    { edit: 'the failure of a validation is caught', find: OF_PROD, replace: `${OF_PROD}.catch(() => undefined)`, on: PROD, names: 'new PrismaClient' },
    { edit: 'the failures of both validations are only logged', find: BOTH, replace: `  try {\n  ${BOTH}  } catch (error) {\n    console.warn(error)\n  }\n`, on: DEV, names: 'new PrismaClient', also: [[PROD, RULE]] },
    { edit: 'nobody looks at what the validations said', find: BOTH, replace: '  await Promise.allSettled([validateEnvironmentFingerprint(from, \'dev\'), validateEnvironmentFingerprint(to, \'prod\')])\n', on: DEV, names: 'new PrismaClient', also: [[PROD, RULE]] },
    { edit: 'a database is validated for real runs only', find: OF_PROD, replace: `if (apply) ${OF_PROD}`, on: PROD, names: 'apply' },
    { edit: 'a variable decides about a validation', find: OF_PROD, replace: `if (process.env.CHECK_FINGERPRINTS !== '0') ${OF_PROD}`, on: PROD, names: 'CHECK_FINGERPRINTS' },
    {
      edit: 'the validations come after the clients', find: `${BOTH}\n  const dev = new PrismaClient({ datasourceUrl: from })\n  const prod = new PrismaClient({ datasourceUrl: to })\n`,
      replace: `  const dev = new PrismaClient({ datasourceUrl: from })\n  const prod = new PrismaClient({ datasourceUrl: to })\n${BOTH}`, on: DEV, names: 'comes too late', also: [[PROD, RULE]],
    },
    { edit: 'a third client comes before the validations', find: BOTH, replace: `  const audit = new PrismaClient()\n${BOTH}`, on: 'const audit', names: 'comes too late' },
    { edit: 'a client goes to a database that was not validated', find: 'datasourceUrl: to', replace: 'datasourceUrl: process.env.STAGING_DATABASE_URL', on: PROD, names: 'staging' },
    { edit: 'the validations are in a function that nobody calls', find: BOTH, replace: `  const validate = async (): Promise<void> => {\n  ${BOTH}  }\n`, on: DEV, names: 'new PrismaClient', also: [[PROD, RULE]] },
    { edit: 'a client is made when the script is loaded', find: 'async function main(', replace: 'export const shared = new PrismaClient()\n\nasync function main(', on: 'export const shared', names: 'new PrismaClient()' },
  ]),
  ...([
    ['the shared validation swallows its failures', 'was expected.`)\n  } finally {', 'was expected.`)\n  } catch (error) {\n    console.warn(error)\n  } finally {'],
    ['the shared validation is left out where it matters', SIGNATURE, `${SIGNATURE}\n  if (process.env.CI === 'true') return`],
    ['the shared validation only warns of another environment', 'if (found.environment !== expected) throw new Error(', 'if (found.environment !== expected) console.warn('],
    ['the shared validation compares nothing any more', '    if (found.environment !== expected) throw new Error(`This is the ${found.environment} database, and ${expected} was expected.`)\n', ''],
    ['the shared validation goes on in the background', '  await connection.connect()\n  try {\n    const { rows } = await', '  void connection.connect().then(async () => { if (expected === \'prod\') await connection.end() })\n  return\n  try {\n    const { rows } = await'],
  ] as const).map(([edit, find, replace]): Mutation => ({ edit, file: LIBRARY, find, replace, in: SYNC, on: DEV, rule: RULE, names: 'new PrismaClient', also: [[PROD, RULE, SYNC]] })),
]
