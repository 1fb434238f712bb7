/** The README's first example is run: what it shows is what the command prints. */
import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commitAll, initCheckout, writeFiles } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { comparedBlock, exampleBlock } from './support/example-block.ts'

const command = useCommand()

test('the first example prints what the README shows', () => {
  const root = initCheckout('readme')
  writeFiles(root, {
    'package.json': '{ "scripts": { "migrate": "node scripts/migrate.js", "check:types": "tsc -p ." } }\n',
    'src/resolve.ts': 'export {}\n',
    'scripts/gate.sh': 'true\n'.repeat(40),
    'docs/deploy.md': '# Deploy\n\n## Roll back\n',
    'RUNBOOK.md': exampleBlock('README.md', 'example:document'),
  })
  commitAll(root, 1)
  mkdirSync(path.join(root, 'src/http'))
  renameSync(path.join(root, 'src/resolve.ts'), path.join(root, 'src/http/resolve.ts'))
  commitAll(root, 2)

  const { code, out } = command.run({ cwd: root }, 'check')

  expect(out).toBe(comparedBlock('README.md', 'example:output', out))
  expect(code).toBe(1)
})

test('the script that breaks its promises is found as the README shows', () => {
  const root = initCheckout('readme')
  writeFiles(root, {
    'PRODUCTION_MUTATION_CONTRACT.md': '# Production mutation contract\n\n## Allowed mutation scripts\n\n1. `scripts/sync.ts`: invoices\n\n## Allowed tables\n\n- `Invoice`: paidAt\n\n## Forbidden operations\n\n- DELETE operations\n',
    'lib/ci.ts': "export function enforceCi() {\n  if (process.env.CI !== 'true') process.exit(1)\n}\n",
    'prisma/schema.prisma': 'model Invoice {\n  id     Int @id\n  paidAt DateTime?\n}\n',
    'scripts/sync.ts': exampleBlock('README.md', 'safety:script'),
  })
  commitAll(root, 1)

  const { code, out } = command.run({ cwd: root }, 'check', '--no-docs')

  expect(out).toBe(comparedBlock('README.md', 'safety:output', out))
  expect(code).toBe(1)
})
