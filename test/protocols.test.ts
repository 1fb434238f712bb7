/** docs/protocols.md: each of its documents is clean when strict, synced and frozen, and what is done to it then is found as shown. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { commitAll, headOf, initCheckout, tagCommit, writeFiles } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { comparedBlock, exampleBlock } from './support/example-block.ts'

const PAGE = 'docs/protocols.md'
const command = useCommand()

const WORKFLOW = `name: Promotion
on: workflow_dispatch
env:
  TARGET: \${{ vars.TARGET }}
jobs:
  env:
    runs-on: ubuntu-latest
    steps: [{ run: npm run check:env }]
  health:
    needs: env
    runs-on: ubuntu-latest
    steps: [{ run: curl --fail "$TARGET/api/health" }]
`
const FILES = {
  'package.json': `${JSON.stringify({ name: 'promoted', private: true, repository: 'github:example/promoted', scripts: { 'check:env': 'node scripts/gates.mjs', 'test:safety': 'vitest run', 'db:deploy': 'node scripts/deploy-db.js' } }, null, 2)}\n`,
  '.github/workflows/promotion.yml': WORKFLOW,
  'scripts/gates.mjs': "export const GATES = ['env', 'health']\n",
  'scripts/restore.sh': '#!/bin/sh\nops/restore --latest\n',
  'src/env.ts': "import { z } from 'zod'\n\nexport const env = z.object({\n  DATABASE_URL: z.string(),\n  SIGNING_KEY: z.string(),\n  LOG_LEVEL: z.string(),\n}).parse(process.env)\n",
  'src/channel.ts': "export const channels = ['staging', 'production'] as const\n",
  'app/api/health/route.ts': 'export function GET() {\n  return Response.json({ ok: true })\n}\n',
}

function open(title: string): object {
  return { kind: 'pull-request', state: 'open', title }
}

/** As `sync` writes it. */
const LOCK = `${JSON.stringify({
  version: 1,
  releases: {},
  requests: { 'github.com/example/promoted': { 12: open('Glossary of gates'), 13: open('Copy of the sign-in page'), 14: open('Error pages without traces'), 15: open('Durable audit table'), 16: open('Search in the audit log') } },
}, null, 2)}\n`

function edit(root: string, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), 'utf8')
  expect(text).toContain(from)
  writeFiles(root, { [file]: text.replace(from, to) })
}

/** Strict, frozen and committed: nothing is broken and nothing unknown. @returns what `freeze` said */
function lock(root: string): string {
  const frozen = command.run({ cwd: root }, 'freeze')
  expect(frozen.err).toBe('')
  const { code, out } = command.run({ cwd: root }, 'check')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^[^\n]* 0 broken, 0 unknown/) as string })
  commitAll(root, 8)
  return frozen.out
}

function expectFindings(root: string, marker: string): void {
  const { code, out } = command.run({ cwd: root }, 'check')
  expect(out).toBe(comparedBlock(PAGE, marker, out))
  expect(code).toBe(1)
}

describe('what the page locks', () => {
  test('a promotion protocol', () => {
    const root = initCheckout('protocol')
    const file = 'docs/ops/promotion.md'
    writeFiles(root, { ...FILES, 'doc-lockdown.lock.json': LOCK, [file]: exampleBlock(PAGE, 'promotion:document') })
    commitAll(root, 1)
    const frozen = lock(root)
    expect(frozen).toBe(comparedBlock(PAGE, 'promotion:freeze', frozen))

    edit(root, '.github/workflows/promotion.yml', '  health:', '  healthy:')
    edit(root, 'src/env.ts', '  LOG_LEVEL', '  REPLAY_SALT: z.string(),\n  LOG_LEVEL')
    edit(root, file, '| #13 | Copy of the sign-in page | — |\n', '')
    edit(root, file, '### Step 2: Restore the copy\n\n```sh\nbash scripts/restore.sh\n```\n', '')
    expectFindings(root, 'promotion:broken')
  })

  test('a promotion log', () => {
    const root = initCheckout('log')
    const file = 'docs/PROMOTION_LOG.md'
    writeFiles(root, { ...FILES, 'doc-lockdown.config.json': `{ "strict": ["${file}"] }\n`, [file]: exampleBlock(PAGE, 'log:document') })
    commitAll(root, 1)
    lock(root)

    const row = "| 2026-01-01-dev-ports | Ports of developers' machines | Dev-only | Keeps both sides apart |\n"
    edit(root, file, row, '')
    edit(root, file, '\n## Dev-only', `${row.replace('Dev-only', 'Promoted')}\n## Dev-only`)
    expectFindings(root, 'log:broken')
  })

  test('a plan', () => {
    const root = initCheckout('plan')
    const file = 'docs/plan.md'
    writeFiles(root, FILES)
    commitAll(root, 1)
    const document = exampleBlock(PAGE, 'plan:document')
    expect(document).toContain(headOf(root).slice(0, 8))
    tagCommit(root, 'v0.2.10', headOf(root))
    writeFiles(root, { 'doc-lockdown.config.json': `{ "strict": ["${file}"] }\n`, [file]: document })
    commitAll(root, 2)
    lock(root)

    tagCommit(root, 'v0.2.10', headOf(root))
    edit(root, file, '[x] The release', '[ ] The release')
    expectFindings(root, 'plan:broken')
  })

  test('a summary of what guards production', () => {
    const root = initCheckout('safety')
    writeFiles(root, {
      ...FILES,
      '.github/workflows/deploy.yml': 'on: workflow_dispatch\njobs:\n  safety:\n    runs-on: ubuntu-latest\n    steps: [{ run: npm run test:safety }]\n  migrate:\n    needs: safety\n    runs-on: ubuntu-latest\n    steps: [{ run: npm run db:deploy }]\n',
      'doc-lockdown.config.json': '{ "strict": ["PRODUCTION_SAFETY.md", "PRODUCTION_MUTATION_CONTRACT.md"] }\n',
      'prisma/schema.prisma': 'model Invoice {\n  id     Int @id\n  paidAt DateTime?\n}\n',
      'lib/ci.js': "function enforceCi() {\n  if (process.env.CI !== 'true') process.exit(1)\n}\nmodule.exports = { enforceCi }\n",
      'PRODUCTION_SAFETY.md': exampleBlock(PAGE, 'safety:summary'),
      'PRODUCTION_MUTATION_CONTRACT.md': exampleBlock(PAGE, 'safety:contract'),
      'scripts/deploy-db.js': exampleBlock(PAGE, 'safety:script'),
    })
    commitAll(root, 1)
    lock(root)

    edit(root, 'scripts/deploy-db.js', '\nenforceCi()', "\nif (!process.argv.includes('--local')) enforceCi()")
    edit(root, 'PRODUCTION_MUTATION_CONTRACT.md', '- `Invoice`: paidAt', '- `Invoice`: paidAt, id')
    expectFindings(root, 'safety:broken')
  })
})
