/** The tools that are shown the repository, each as its own manual says to run it on one checkout. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rumdl } from '../contenders.ts'
import { HANDBOOK } from './repository.ts'

export interface ShownTool {
  readonly name: string
  /** How it was run, for the reader of the table. */
  readonly run: string
  /** 1-based lines of the handbook of which it says anything. */
  linesOf(root: string): ReadonlySet<number>
}

const bench = path.join(import.meta.dirname, '..')
const installed = (file: string): string => path.join(bench, 'node_modules', file)

/** The version of an installed package. */
function versionOf(name: string): string {
  return (JSON.parse(readFileSync(installed(`${name}/package.json`), 'utf8')) as { readonly version: string }).version
}

/** Everything a program prints; findings end many of them with 1. A program that does not start is an error. */
function outputOf(root: string, file: string, args: readonly string[]): string {
  const { stdout, stderr, error, status } = spawnSync(file, args, { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  if (error !== undefined || status === null || status > 1) throw new Error(`${file} ${args.join(' ')} failed: ${stderr || String(error)}`)
  return stdout + stderr
}

/** Lines in `AGENTS.md:12`, or in an indented `12:3`, which text reports print below the file's name. */
function linesIn(output: string): ReadonlySet<number> {
  return new Set([...output.matchAll(/(?:AGENTS\.md:|^\s*(?:AGENTS\.md\s+)?)(\d{1,4}):?\d*(?=[\s:-])/gm)].map(match => Number(match[1])))
}

const node = process.execPath

/** A file of settings beside the repository, not in it. */
function settings(root: string, name: string, text: string): string {
  const file = path.join(root, '..', name)
  writeFileSync(file, text)
  return file
}

/** ESLint with one plugin for Markdown. */
function eslint(root: string, plugin: string, rules: string): ReadonlySet<number> {
  // Among the packages, where their names resolve.
  const config = installed('.comparison.config.mjs')
  writeFileSync(config, `import markdown from '@eslint/markdown'\nimport plugin from '${plugin}'\n`
    + `export default [{ files: ['**/*.md'], language: 'markdown/gfm', plugins: { markdown, plugin }, rules: { ${rules} } }]\n`)
  const output = outputOf(root, node, [installed('eslint/bin/eslint.js'), '--config', config, '--format', 'json', HANDBOOK])
  const [file] = JSON.parse(output) as readonly { readonly messages: readonly { readonly line: number }[] }[]
  return new Set(file?.messages.map(message => message.line))
}

export const TOOLS: readonly ShownTool[] = [
  {
    name: 'doc-lockdown',
    run: '`doc-lockdown check`',
    linesOf(root) {
      const report = JSON.parse(outputOf(root, node, [path.join(bench, '../dist/cli.js'), 'check', '--format', 'json'])) as {
        readonly findings: readonly { readonly path: string; readonly line: number }[]
      }
      return new Set(report.findings.filter(finding => finding.path === HANDBOOK).map(finding => finding.line))
    },
  },
  {
    name: `ctxlint ${versionOf('@yawlabs/ctxlint')}`,
    run: '`ctxlint`',
    linesOf(root) {
      const report = JSON.parse(outputOf(root, node, [installed('@yawlabs/ctxlint/dist/index.js'), '--format', 'json'])) as {
        readonly files: readonly { readonly issues: readonly { readonly line: number }[] }[]
      }
      return new Set(report.files.flatMap(file => file.issues.map(issue => issue.line)))
    },
  },
  {
    name: `rumdl ${versionOf('rumdl')}`,
    run: '`rumdl check --enable MD051,MD057` (its rules for links)',
    linesOf: root => linesIn(outputOf(root, rumdl(), ['check', '--no-cache', '--enable', 'MD051,MD057', '--output-format', 'concise', '.'])),
  },
  {
    name: `remark-validate-links ${versionOf('remark-validate-links')}`,
    run: '`remark --use remark-gfm --use remark-validate-links=repository:false`',
    linesOf: root => linesIn(outputOf(root, node, [
      installed('remark-cli/cli.js'), '--no-stdout', '--use', installed('remark-gfm/index.js'), '--use', `${installed('remark-validate-links/index.js')}=repository:false`, '.',
    ])),
  },
  {
    name: `eslint-plugin-markdown-links ${versionOf('eslint-plugin-markdown-links')}`,
    run: '`no-missing-path`, `no-missing-fragments`',
    linesOf: root => eslint(root, 'eslint-plugin-markdown-links', "'plugin/no-missing-path': 2, 'markdown/no-missing-link-fragments': 2"),
  },
  {
    name: `markdownlint-cli2 ${versionOf('markdownlint-cli2')} with markdownlint-rule-relative-links ${versionOf('markdownlint-rule-relative-links')}`,
    run: '`relative-links` and MD051',
    linesOf(root) {
      const config = settings(root, '.markdownlint-cli2.jsonc', JSON.stringify({
        config: { 'default': false, 'MD051': true, 'relative-links': true }, customRules: [installed('markdownlint-rule-relative-links/src/index.js')],
      }))
      return linesIn(outputOf(root, node, [installed('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '--config', config, HANDBOOK]))
    },
  },
]
