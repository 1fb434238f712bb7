/** A project with drift in its documents and in its scripts, and what every host must say of it. */

const CHANGED_NAME = 'export const route = (path: string): string => path.toLowerCase()\n'

/** As it was committed first. */
const BEFORE: Readonly<Record<string, string>> = { 'src/resolve.ts': CHANGED_NAME }

const CONTRACT = `# Production mutation contract

## Allowed mutation scripts

1. \`scripts/sync.ts\`: marks invoices as paid

## Allowed tables

- \`Invoice\`: paidAt

## Forbidden operations

- DELETE operations
`

const SYNC = `import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/ci'

const prisma = new PrismaClient()

async function main(): Promise<void> {
  if (process.env.SKIP_GUARD !== '1') enforceCi()
  await prisma.invoice.deleteMany()
}

void main()
`

/** As it is now. What package managers leave behind is none of it. */
const AFTER: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules/\n.yarn/\n.pnp.*\n*.lock\n.npmrc\n/*.config.js\n/consumer.ts\n/tsconfig*.json\n/.oxlintrc.json\n',
  'package.json': `${JSON.stringify({ name: 'planted', private: true, type: 'module', scripts: { check: 'tsc' } }, null, 2)}\n`,
  'docs/runbook.md': '# Runbook\n\n1. Routes are resolved in `src/resolve.ts`.\n2. Run `npm run chekc`, then read [the rollback](deploy.md#rollback).\n',
  'docs/deploy.md': '# Deploying\n\n## Roll back\n\nPut the last release back.\n',
  'PRODUCTION_MUTATION_CONTRACT.md': CONTRACT,
  'src/http/resolve.ts': CHANGED_NAME,
  'lib/ci.ts': "export function enforceCi(): void {\n  if (process.env.CI !== 'true') process.exit(1)\n}\n",
  'prisma/schema.prisma': 'model Invoice {\n  id     Int @id\n  paidAt DateTime?\n}\n',
  'scripts/sync.ts': SYNC,
  'scripts/wipe.mjs': "import pg from 'pg'\n\nconst client = new pg.Client()\nawait client.query('DELETE FROM invoice')\n",
}

/** Its commits, for `checkoutOf`. */
export const PLANTED = [BEFORE, AFTER]

/** `path line:column rule` of what is planted in documents, sorted. */
export const IN_DOCUMENTS = [
  'docs/runbook.md 3:28 no-missing-paths',
  'docs/runbook.md 4:50 no-broken-links',
  'docs/runbook.md 4:9 no-missing-scripts',
]

/** The same of scripts. */
export const IN_SCRIPTS = [
  'scripts/sync.ts 4:16 require-environment-fingerprint',
  'scripts/sync.ts 7:7 no-bypass-flags',
  'scripts/sync.ts 8:9 contract-tables-only',
  'scripts/sync.ts 8:9 require-ci-guard',
  'scripts/wipe.mjs 4:7 no-unlisted-mutation-scripts',
]

/** The text of docs/runbook.md after `--fix`: what is certain is written, what is only likely is not. */
export const FIXED_RUNBOOK = (AFTER['docs/runbook.md'] ?? '').replace('src/resolve.ts', 'src/http/resolve.ts')
