/** The plugin as users import it: what only judging needs is not loaded before there is something to judge. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleLibrary } from '../../bundle.config.ts'
import { codeRules, docRules } from '../../rules/index.ts'
import { describedCodeRules, describedDocRules } from '../../rules/described.ts'
import { initCheckout, writeFiles } from '../support/checkout.ts'

// Inside the package, so that what is not bundled is found.
const ROOT = path.join(import.meta.dirname, '../..')
const outdir = path.join(ROOT, 'node_modules/.cache/lockdown-test', `library-${String(process.pid)}`)
let metafile: Metafile = { inputs: {}, outputs: {} }

beforeAll(async () => { metafile = await bundleLibrary(outdir) })
afterAll(() => { rmSync(outdir, { recursive: true, force: true }) })

/** Sources of everything that is loaded when an output is imported. */
function loadedWith(name: string): readonly string[] {
  const start = Object.keys(metafile.outputs).find(output => path.basename(output) === name && !output.includes('/chunks/'))
  const seen = new Set(start === undefined ? [] : [start])
  // The set grows while it is walked.
  for (const output of seen) {
    for (const { path: imported, kind, external } of metafile.outputs[output]?.imports ?? []) if (kind === 'import-statement' && external !== true) seen.add(imported)
  }
  return [...seen].flatMap(output => Object.keys(metafile.outputs[output]?.inputs ?? {}))
}

test('importing the plugin loads what rules say, and nothing that judges', () => {
  expect(loadedWith('judging.js').filter(source => /^(?:rules\/docs|src\/(?:analysis|facts|git))\//.test(source))).not.toEqual([])
  expect(loadedWith('index.js').filter(source => /^(?:rules\/(?:docs|code)|node_modules|src\/(?:analysis|facts|git|config|lookups|lock))\//.test(source))).toEqual([])
})

test('what rules say of themselves is plain data', () => {
  expect(JSON.parse(JSON.stringify({ describedCodeRules, describedDocRules }))).toEqual({ describedCodeRules, describedDocRules })
  expect(describedDocRules.map(({ id }) => id)).toEqual(docRules.map(({ id }) => id))
  expect(describedCodeRules.map(({ id }) => id)).toEqual(codeRules.map(({ id }) => id))
})

test('the bundled plugin judges documents and code, without a warning', () => {
  const root = initCheckout('bundled')
  writeFiles(root, {
    'guide.md': 'See [the guide](missing.md).\n',
    'scripts/fill.js': 'import { PrismaClient } from "@prisma/client"\nawait new PrismaClient().user.deleteMany()\n',
    'lint.mjs': `
import { ESLint } from ${JSON.stringify(path.join(ROOT, 'node_modules/eslint/lib/api.js'))}
import plugin from ${JSON.stringify(path.join(outdir, 'index.js'))}
const overrideConfig = plugin.configure({ settings: { scripts: ['scripts/**'] } })
const results = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintFiles(['guide.md', 'scripts'])
console.log(JSON.stringify(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))))
`,
  })

  const out = execFileSync(process.execPath, ['--throw-deprecation', 'lint.mjs'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

  expect(new Set(JSON.parse(out) as readonly string[])).toEqual(new Set([
    'doc-lockdown/no-broken-links', 'doc-lockdown/no-unlisted-mutation-scripts', 'doc-lockdown/require-ci-guard', 'doc-lockdown/require-environment-fingerprint',
  ]))
})
