/** What docs/getting-started.md shows of `init` is what it prints and writes. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { commitAll, initCheckout, writeFiles } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { comparedBlock } from './support/example-block.ts'
import { runGit } from './support/git-repository.ts'

const PAGE = 'docs/getting-started.md'
const command = useCommand()
let root = ''

beforeAll(() => {
  root = initCheckout('getting-started')
  writeFiles(root, {
    'package.json': '{ "name": "shop", "devDependencies": { "doc-lockdown": "^0.1.0", "husky": "^9.1.0" } }\n',
    'package-lock.json': '{}\n',
    '.husky/pre-commit': 'npx lint-staged\n',
    '.github/workflows/ci.yml': 'on: push\njobs: {}\n',
    'README.md': '# Shop\n\nSee [the protocol](docs/ops/promotion-protocol.md) and [the manual](docs/manual.md).\n',
    'docs/ops/promotion-protocol.md': '# Promotion protocol\n\nNothing is promoted before `npm run gate` passes.\n',
  })
  commitAll(root, 1)
  // What husky does when it is installed.
  runGit(root, 'config', 'core.hooksPath', '.husky/_')
})

test('the account and the configuration', () => {
  const { code, out } = command.run({ cwd: root }, 'init')
  expect(code).toBe(0)
  expect(out).toBe(comparedBlock(PAGE, 'init:output', out))
  const config = readFileSync(path.join(root, 'doc-lockdown.config.jsonc'), 'utf8')
  expect(config).toBe(comparedBlock(PAGE, 'init:config', config))
})
