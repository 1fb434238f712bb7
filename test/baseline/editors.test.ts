/** What the baseline knows is known in an editor, too; for documents the fixtures and test/parity.test.ts hold hosts to it. */
import path from 'node:path'
import { ESLint } from 'eslint'
import { remark } from 'remark'
import { beforeEach, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import eslintPlugin from '../../src/hosts/eslint/index.ts'
import { forgetRepositories } from '../../src/hosts/living-repository.ts'
import remarkPlugin from '../../src/hosts/remark/index.ts'
import { checkoutOf, writeFiles } from '../support/checkout.ts'

beforeEach(forgetRepositories)

const BASELINE = 'doc-lockdown.baseline.json'
const CONTRACT = '# Production mutation contract\n\n## Allowed mutation scripts\n\n1. `scripts/sync.js`: invoices\n\n## Allowed tables\n\n- `Invoice`: paidAt\n\n## Forbidden operations\n\n- DELETE operations\n'
const HEAD = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
const DELETES = 'await prisma.invoice.deleteMany()\n'
const SCHEMA = 'model Invoice {\n  id     Int @id\n  paidAt DateTime?\n}\n'

function lint(root: string): Promise<readonly string[]> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: eslintPlugin.configure({ cwd: root, rules: { 'require-ci-guard': 'off', 'require-environment-fingerprint': 'off' } }) })
  return eslint.lintFiles(['scripts/sync.js']).then(results => results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${String(line)} ${String(ruleId)}`)))
}

test('code: equal findings are counted without those that a comment excuses, as by check', async () => {
  const excused = '// eslint-disable-next-line doc-lockdown/contract-tables-only -- once a year, by hand\n'
  const root = checkoutOf({
    'PRODUCTION_MUTATION_CONTRACT.md': CONTRACT, 'prisma/schema.prisma': SCHEMA, 'scripts/sync.js': HEAD + excused + DELETES + DELETES + DELETES,
    'package.json': '{ "type": "module" }',
    [BASELINE]: JSON.stringify({ version: 1, findings: { 'scripts/sync.js': { 'contract-tables-only': ['prisma.invoice.deleteMany()'] } } }),
  })

  const report = await check({ cwd: root, config: { rules: { 'require-ci-guard': 'off', 'require-environment-fingerprint': 'off' } } })

  expect(report.findings.map(({ line, rule }) => [line, rule])).toEqual([[6, 'contract-tables-only']])
  expect(report.summary).toMatchObject({ files: 2, problems: 1, baselined: 1, suppressed: 1 })
  expect(await lint(root)).toEqual(['6 doc-lockdown/contract-tables-only'])
})

test('a baseline that can not be read is said in one sentence', async () => {
  const root = checkoutOf({ 'a.md': 'See [it](b.ts).\n', [BASELINE]: '{' })
  const document = { path: 'a.md', cwd: root, value: 'See [it](b.ts).\n' }

  await expect(check({ cwd: root })).rejects.toThrow(`${BASELINE} is not valid JSON. Restore it from git, then run "doc-lockdown baseline".`)
  await expect(remark().use(remarkPlugin).process(document)).rejects.toThrow(`${BASELINE} is not valid JSON.`)
})

test('remark looks again when the baseline has changed', async () => {
  const root = checkoutOf({ 'a.md': 'See [it](b.ts).\n' })
  const messages = async (): Promise<number> => {
    forgetRepositories()
    return (await remark().use(remarkPlugin).process({ path: 'a.md', cwd: root, value: 'See [it](b.ts).\n' })).messages.length
  }
  expect(await messages()).toBe(1)
  writeFiles(root, { [BASELINE]: JSON.stringify({ version: 1, findings: { 'a.md': { 'no-broken-links': ['b.ts'] } } }) })
  expect(await messages()).toBe(0)
})

test('the API sets known findings apart, and leaves them on request', async () => {
  const root = checkoutOf({ 'a.md': 'See [it](b.ts).\n', [BASELINE]: JSON.stringify({ version: 1, findings: { 'a.md': { 'no-broken-links': ['b.ts'] } } }) })

  expect(await check({ cwd: root })).toMatchObject({ findings: [], baselined: [{ path: 'a.md', subject: 'b.ts' }], summary: { baselined: 1 } })
  expect(await check({ cwd: path.join(root, '.'), baseline: false })).toMatchObject({ findings: [{ subject: 'b.ts' }], baselined: [] })
})
