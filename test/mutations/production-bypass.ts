import { foundIn, type Mutation } from './mutation.ts'

const SYNC = 'scripts/sync-catalog-to-prod.ts'
const INIT = 'scripts/init-database-fingerprint.ts'
const DEPLOY = 'scripts/deploy-db.js'
const RULE = 'no-bypass-flags'
const GUARD = 'require-ci-guard'
const FINGERPRINT = 'require-environment-fingerprint'

const CALL = 'validateMutationScript(\'sync-catalog-to-prod\')'
const TEST = 'if (process.env.CI !== \'true\') {'
const OF_PROD = 'await validateEnvironmentFingerprint(to, \'prod\')'
const PROD = 'const prod = new PrismaClient'
const DEV = 'const dev = new PrismaClient'
const FIRST_IN_SYNC = 'await validateEnvironmentFingerprint(from'
const FIRST_IN_INIT = 'await initializeEnvironmentFingerprint(url'
const SIGNATURE = 'export async function validateEnvironmentFingerprint(url: string, expected: Environment): Promise<void> {'

/** Ways around guards, checks and hooks. */
export const bypassEdits: readonly Mutation[] = [
  ...foundIn(DEPLOY, RULE, [
    { edit: 'a variable skips the inline guard', find: TEST, replace: 'if (process.env.CI !== \'true\' && process.env.SKIP_CI_CHECK !== \'1\') {', names: 'SKIP_CI_CHECK', also: [['execSync(\'npx prisma', GUARD]] },
    { edit: 'an argument skips the inline guard', find: TEST, replace: 'if (process.env.CI !== \'true\' && !process.argv.includes(\'--force\')) {', names: '--force', also: [['execSync(\'npx prisma', GUARD]] },
  ]),
  ...foundIn(SYNC, RULE, [
    { edit: 'a variable skips the guard', find: CALL, replace: `if (!process.env.FORCE_SYNC) ${CALL}`, names: 'FORCE_SYNC', also: [[FIRST_IN_SYNC, GUARD]] },
    { edit: 'a variable skips the guard by short-circuit', find: CALL, replace: `process.env.OVERRIDE_GUARD === 'yes' || ${CALL}`, names: 'OVERRIDE_GUARD', also: [[FIRST_IN_SYNC, GUARD]] },
    { edit: 'an option of commander skips the guard', find: CALL, replace: `import { program } from 'commander'\n\nconst options = program.option('--no-guard', 'for emergencies').allowUnknownOption().parse().opts()\nif (options.guard) ${CALL}`, on: 'if (options.guard)', names: '--no-guard', also: [[FIRST_IN_SYNC, GUARD]] },
    { edit: 'an option of parseArgs skips the guard', find: CALL, replace: `import { parseArgs } from 'node:util'\n\nconst { values } = parseArgs({ options: { force: { type: 'boolean' } }, strict: false })\nif (!values.force) ${CALL}`, on: 'if (!values.force)', names: 'force', also: [[FIRST_IN_SYNC, GUARD]] },
    { edit: 'an argument skips a fingerprint', find: OF_PROD, replace: `if (!process.argv.includes('--skip-fingerprint')) ${OF_PROD}`, names: '--skip-fingerprint', also: [[PROD, FINGERPRINT]] },
    { edit: 'a variable skips a fingerprint', find: OF_PROD, replace: `const skipped = process.env.IGNORE_FINGERPRINT === 'true'\n  if (!skipped) ${OF_PROD}`, on: 'IGNORE_FINGERPRINT', names: 'IGNORE_FINGERPRINT', also: [[PROD, FINGERPRINT]] },
  ]),
  ...foundIn('lib/ci-enforcement.ts', RULE, [
    { edit: 'a variable opens the shared guard', find: '): void {\n  if (process.env.CI === \'true\') return', replace: '): void {\n  if (process.env.CI === \'true\' || process.env.ALLOW_LOCAL_MUTATIONS === \'true\') return', on: 'ALLOW_LOCAL_MUTATIONS', names: 'ALLOW_LOCAL_MUTATIONS', also: [[FIRST_IN_SYNC, GUARD, SYNC], [FIRST_IN_INIT, GUARD, INIT]] },
    { edit: 'a parameter opens the shared guard', find: 'blockProductionDatabaseLocally(): void {\n  if (process.env.CI', replace: 'blockProductionDatabaseLocally(skipCheck = false): void {\n  if (skipCheck || process.env.CI', on: 'skipCheck = false', names: 'skipCheck' },
    { edit: 'an argument leaves out one of two guards', find: '  blockProductionDatabaseLocally()\n', replace: '  if (!process.argv.includes(\'--allow-prod\')) blockProductionDatabaseLocally()\n', names: '--allow-prod' },
    { edit: 'a variable leaves out one of two guards', find: '  blockProductionDatabaseLocally()\n', replace: '  if (process.env.DISABLE_PROD_BLOCK === undefined) blockProductionDatabaseLocally()\n', names: 'DISABLE_PROD_BLOCK' },
  ]),
  ...foundIn('lib/env-fingerprint.ts', RULE, [
    { edit: 'a variable opens the shared validation', find: SIGNATURE, replace: `${SIGNATURE}\n  if (process.env.SKIP_FINGERPRINT) return`, on: 'SKIP_FINGERPRINT', names: 'SKIP_FINGERPRINT', also: [[DEV, FINGERPRINT, SYNC], [PROD, FINGERPRINT, SYNC]] },
  ]),
  ...foundIn('lib/prisma.ts', RULE, [
    { edit: 'a variable skips the validation of the shared client', find: '  await validateEnvironmentFingerprint(url', replace: '  if (process.env.BYPASS_FINGERPRINT !== \'1\') await validateEnvironmentFingerprint(url', names: 'BYPASS_FINGERPRINT' },
    { edit: 'a variable skips the block of the shared client', find: '  blockProductionDatabaseLocally()', replace: '  if (!process.env.UNSAFE_LOCAL) blockProductionDatabaseLocally()', names: 'UNSAFE_LOCAL' },
  ]),
  ...foundIn('scripts/prisma-guarded.js', RULE, [
    { edit: 'a variable opens the wrapper', find: 'if (!HARMLESS.includes(command)) {', replace: 'if (!HARMLESS.includes(command) && process.env.ALLOW_ANY_COMMAND !== \'1\') {', names: 'ALLOW_ANY_COMMAND', also: [['spawnSync(\'npx\'', 'no-unlisted-mutation-scripts']] },
  ]),
  ...foundIn('package.json', RULE, [
    { edit: 'a package script commits past the hooks', find: '"prepare": "husky",', replace: '"prepare": "husky",\n    "release": "git commit -am release --no-verify && git push",', on: '"release"', names: '--no-verify' },
    { edit: 'a package script pushes past the hooks', find: '"prepare": "husky",', replace: '"prepare": "husky",\n    "publish": "HUSKY=0 git push",', on: '"publish"', names: 'HUSKY=0' },
    { edit: 'a package script throws away what tests say', find: '"vitest run __tests__/production-safety"', replace: '"vitest run __tests__/production-safety || true"', on: '|| true', names: 'vitest run' },
    { edit: 'a package script throws away that the deployment failed', find: '"node scripts/deploy-db.js"', replace: '"node scripts/deploy-db.js || true"', on: '|| true', names: 'deploy-db.js' },
    { edit: 'a package script tells a script to skip its guard', find: '"tsx scripts/init-database-fingerprint.ts"', replace: '"SKIP_CI_CHECK=1 tsx scripts/init-database-fingerprint.ts"', on: 'SKIP_CI_CHECK=1', names: 'SKIP_CI_CHECK' },
  ]),
  ...foundIn('.github/workflows/deploy-production.yml', RULE, [
    { edit: 'the pipeline goes on when the tests fail', find: '      - run: npm run test:production-safety\n', replace: '      - run: npm run test:production-safety\n        continue-on-error: true\n', on: 'continue-on-error', names: 'npm run test:production-safety' },
    { edit: 'the pipeline throws away what the tests say', find: 'npm run test:production-safety', replace: 'npm run test:production-safety || true', on: '|| true', names: 'npm run test:production-safety' },
    { edit: 'a whole job of the pipeline may fail', find: '  production-safety:\n    runs-on: ubuntu-latest\n', replace: '  production-safety:\n    runs-on: ubuntu-latest\n    continue-on-error: true\n', on: 'continue-on-error', names: 'production-safety' },
    { edit: 'a variable of the pipeline skips the tests', find: '      - run: npm run test:production-safety\n', replace: '      - run: npm run test:production-safety\n        if: ${{ vars.SKIP_TESTS != \'true\' }}\n', on: 'SKIP_TESTS', names: 'SKIP_TESTS' },
    { edit: 'the pipeline lets the migration run whatever the tests say', find: '    needs: production-safety\n', replace: '    needs: production-safety\n    if: always()\n', on: 'if: always()', names: 'production-safety' },
  ]),
  ...foundIn('.github/workflows/pull-request.yml', RULE, [
    { edit: 'a check of pull requests may fail', find: '        run: npm run check\n', replace: '        run: npm run check || exit 0\n', on: 'npm run check', names: 'npm run check' },
    { edit: 'pull requests are merged over their checks', find: '        run: npm run test:production-safety\n', replace: '        run: npm run test:production-safety\n      - run: gh pr merge --admin --squash\n', on: 'gh pr merge', names: '--admin' },
  ]),
  ...foundIn('.husky/pre-push', RULE, [
    { edit: 'a hook throws away what the tests say', find: 'npm run test:production-safety', replace: 'npm run test:production-safety || true', names: '|| true' },
    { edit: 'a hook can be skipped by a variable', find: 'npm run test:production-safety', replace: '[ -n "$SKIP_TESTS" ] && exit 0\nnpm run test:production-safety', names: 'SKIP_TESTS' },
  ]),
  ...foundIn('.husky/pre-commit', RULE, [
    { edit: 'a hook forgets its failure', find: 'npm run check', replace: 'npm run check || echo "The schema is broken."', names: 'npm run check' },
  ]),
  ...foundIn('scripts/check-schema.sh', RULE, [
    { edit: 'a check in shell forgets its failure', find: 'node scripts/prisma-guarded.js validate', replace: 'node scripts/prisma-guarded.js validate || true', names: '|| true' },
    { edit: 'a script in shell pushes past the hooks', find: 'echo "The schema is well-formed."', replace: 'git push --no-verify', names: '--no-verify' },
  ]),
]
