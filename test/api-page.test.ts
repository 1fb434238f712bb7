/** The examples of docs/api.md are run: what they show is what is printed. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commitAll, initCheckout, writeFiles } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { comparedBlock, exampleBlock } from './support/example-block.ts'
import { cleanEnvironment } from './support/git-repository.ts'
import { useOwnPackage } from './support/own-package.ts'

const PAGE = 'docs/api.md'
const command = useCommand()
const install = useOwnPackage()

function checkout(files: Readonly<Record<string, string>>): string {
  const root = initCheckout('api')
  install(root)
  writeFiles(root, files)
  commitAll(root, 2)
  return root
}

test('check', () => {
  const root = initCheckout('api')
  install(root)
  writeFiles(root, { 'src/old.ts': 'export const old = 1\n', 'docs/setup.md': '# Setup\n\nSee `src/old.ts`.\n' })
  commitAll(root, 1)
  execFileSync('git', ['mv', 'src/old.ts', 'src/new.ts'], { cwd: root })
  commitAll(root, 2)
  writeFiles(root, { 'example.mjs': exampleBlock(PAGE, 'example:check') })

  const out = execFileSync(process.execPath, ['example.mjs'], { cwd: root, env: cleanEnvironment(), encoding: 'utf8' })

  expect(out).toBe(comparedBlock(PAGE, 'example:check-output', out))
})

test('a rule about documents', () => {
  const root = checkout({ 'CODEOWNERS': '/docs/ @payments\n', 'docs/oncall.md': '# On call\n\nTeam: @paymnets\n', 'doc-lockdown.config.mjs': exampleBlock(PAGE, 'example:config') })

  const { code, out, err } = command.run({ cwd: root }, 'check')

  expect(err).toBe('')
  expect(out).toBe(comparedBlock(PAGE, 'example:config-output', out))
  expect(code).toBe(1)
})

test('a rule about code', () => {
  const root = checkout({
    'README.md': '# It\n', 'doc-lockdown.config.mjs': exampleBlock(PAGE, 'example:code'),
    'scripts/sync.mjs': "import * as Database from 'pg'\n\nconst pool = new Database.Pool()\nawait pool.query('select 1')\n",
  })

  const { code, out, err } = command.run({ cwd: root }, 'check')

  expect(err).toBe('')
  expect(out).toBe(comparedBlock(PAGE, 'example:code-output', out))
  expect(code).toBe(1)
})
