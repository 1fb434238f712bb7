/** The examples of docs/baseline.md are run: what they show is what the commands write and print. */
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commitAll, initCheckout, writeFiles } from '../support/checkout.ts'
import { useCommand } from '../support/command.ts'
import { comparedBlock } from '../support/example-block.ts'

const PAGE = 'docs/baseline.md'
const command = useCommand()

test('the baseline of a runbook, and what check says when one finding of it is gone', () => {
  const root = initCheckout('baseline')
  writeFiles(root, { 'src/resolve.ts': 'export {}\n', 'docs/deploy.md': '# Deploy\n\n## Roll back\n', 'RUNBOOK.md': 'See `src/resolve.ts` and [the rollback](docs/deploy.md#rollback).\n' })
  commitAll(root, 1)
  rmSync(path.join(root, 'src/resolve.ts'))
  commitAll(root, 2)
  command.run({ cwd: root }, 'baseline')
  const file = readFileSync(path.join(root, 'doc-lockdown.baseline.json'), 'utf8')
  expect(file).toBe(comparedBlock(PAGE, 'example:file', file))

  writeFiles(root, { 'src/resolve.ts': 'export {}\n' })
  const { code, out } = command.run({ cwd: root }, 'check')
  expect(out).toBe(comparedBlock(PAGE, 'example:stale', out))
  expect(code).toBe(1)
})
