/** The examples of docs/formats.md are run: what they show is what the command prints. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { FORMAT_NAMES } from '../src/reporters/formats.ts'
import { commitAll, initCheckout, writeFiles } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { comparedBlock, exampleBlock } from './support/example-block.ts'

const PAGE = 'docs/formats.md'
const command = useCommand()
let root = ''

beforeAll(() => {
  root = initCheckout('formats')
  writeFiles(root, { 'src/resolve.ts': 'export {}\n', 'scripts/gate.sh': 'true\n', 'RUNBOOK.md': exampleBlock(PAGE, 'example:document'), 'README.md': 'See `scripts/gate.sh`.\n' })
  commitAll(root, 1)
  mkdirSync(path.join(root, 'src/http'))
  renameSync(path.join(root, 'src/resolve.ts'), path.join(root, 'src/http/resolve.ts'))
  commitAll(root, 2)
})

test.each(['github', 'junit'])('%s', (format) => {
  const { code, out } = command.run({ cwd: root }, 'check', '--format', format)
  expect(out).toBe(comparedBlock(PAGE, `example:${format}`, out))
  expect(code).toBe(1)
})

test('sarif: its first result, without its number among all rules', () => {
  const { out } = command.run({ cwd: root }, 'check', '--format', 'sarif')
  const { runs: [{ results: [first] }] } = JSON.parse(out) as { runs: [{ results: [{ ruleIndex: number }] }] }
  const shown = `${JSON.stringify({ ...first, ruleIndex: undefined }, null, 2)}\n`
  expect(shown).toBe(comparedBlock(PAGE, 'example:sarif', shown))
})

test('the table has every format', () => {
  const page = readFileSync(path.join(import.meta.dirname, '..', PAGE), 'utf8')
  expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(FORMAT_NAMES)
})
