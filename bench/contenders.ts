/** Who is timed: two floors, doc-lockdown, and its peers with comparable work. */
import { createRequire } from 'node:module'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Command } from './measure.ts'

export const SCENARIOS = ['cold', 'unchanged', 'staged'] as const
export type Scenario = typeof SCENARIOS[number]

export interface Contender {
  /** Unique; what `--tools` names is the part before the comma. */
  readonly name: string
  /** Floors are always measured. */
  readonly floor?: true
  /** Whether it keeps a cache between runs; without one it has nothing to show in `unchanged`. */
  readonly caches?: true
  /** Scenarios it takes part in; all by default. */
  readonly only?: readonly Scenario[]
  /** Whether its cache is emptied before every run in every scenario. */
  readonly empty?: true
  /** What it does, for the reader of the table. */
  readonly work: string
  command(corpus: Corpus, scenario: Scenario, cache: string): Command
}

const here = import.meta.dirname
const node = process.execPath
const EVERY_DOCUMENT = '**/*.{md,markdown,mdx}'
const require = createRequire(import.meta.url)

/** The clone a scenario runs in. */
function rootOf(corpus: Corpus, scenario: Scenario): string {
  return scenario === 'staged' ? corpus.staged : corpus.root
}

function lockdown(corpus: Corpus, scenario: Scenario, cache: string, root = rootOf(corpus, scenario)): Command {
  const args = [path.join(here, '../dist/cli.js'), 'check', ...scenario === 'staged' ? ['--staged'] : []]
  return { file: node, args, cwd: root, env: { DOC_LOCKDOWN_CACHE: cache } }
}

/** A peer written in JavaScript, started without npx; a hook gives it the one staged file. */
function script(file: string, args: readonly string[], everything: string): Contender['command'] {
  return (corpus, scenario) => ({
    file: node,
    args: [path.join(here, 'node_modules', file), ...args, scenario === 'staged' ? corpus.document : everything],
    cwd: rootOf(corpus, scenario),
  })
}

/** The native program itself of an installed rumdl: its package's start script would add a Node to the bill. */
export function rumdl(): string {
  const scope = path.join(here, 'node_modules/@rumdl')
  const builds = existsSync(scope) ? readdirSync(scope).map(name => path.join(scope, name)) : []
  return builds.flatMap(build => ['rumdl', 'rumdl.exe', 'bin/rumdl'].map(file => path.join(build, file))).find(file => existsSync(file)) ?? 'rumdl'
}

const eslintArgs = ['--no-config-lookup', '--no-warn-ignored', '--config', path.join(here, 'peers/eslint.config.js')]

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'bare node',
    floor: true,
    work: 'starts and ends',
    command: (corpus, scenario) => ({ file: node, args: ['-e', '0'], cwd: rootOf(corpus, scenario) }),
  },
  {
    name: 'node reading all Markdown',
    floor: true,
    only: ['cold'],
    work: '`git ls-files`, then `readFileSync` of every Markdown file',
    command: corpus => ({ file: node, args: [path.join(here, 'floors/read.cjs')], cwd: corpus.root }),
  },
  {
    name: 'doc-lockdown',
    caches: true,
    work: '`check`, with the default rules, history and every fact they ask for',
    command: lockdown,
  },
  {
    name: 'doc-lockdown, shallow clone',
    only: ['cold'],
    work: 'the same where there is no history to walk',
    command: (corpus, scenario, cache) => lockdown(corpus, scenario, cache, corpus.shallow),
  },
  {
    name: 'doc-lockdown, empty cache',
    caches: true,
    empty: true,
    only: ['staged'],
    work: 'the first commit on a fresh machine',
    command: lockdown,
  },
  {
    name: 'rumdl',
    caches: true,
    work: 'MD051 and MD057: fragments and relative links; native and parallel',
    command: (corpus, scenario, cache) => ({
      file: rumdl(),
      args: [
        'check', '--no-config', '--silent', '--respect-gitignore=false', '--enable', 'MD051,MD057',
        ...scenario === 'cold' ? ['--no-cache'] : ['--cache-dir', cache], scenario === 'staged' ? corpus.document : '.',
      ],
      cwd: rootOf(corpus, scenario),
    }),
  },
  {
    name: 'remark-validate-links',
    work: 'links to files and headings',
    command: script('remark-cli/cli.js', [
      '--no-config', '--no-ignore', '--no-stdout', '--quiet', '--ext', 'md,markdown,mdx', '--rc-path', path.join(here, 'peers/remarkrc.json'),
    ], '.'),
  },
  {
    name: 'markdownlint-cli2',
    work: 'MD051 and MD052: fragments and references within one file',
    command: script('markdownlint-cli2/markdownlint-cli2-bin.mjs', [
      '--no-globs', '--config', path.join(here, 'peers/.markdownlint-cli2.jsonc'), '#**/node_modules/**',
    ], EVERY_DOCUMENT),
  },
  {
    name: 'eslint',
    caches: true,
    work: '@eslint/markdown: `no-missing-link-fragments` and `no-missing-label-refs`, within one file',
    command: (corpus, scenario, cache) => script('eslint/bin/eslint.js', [
      ...eslintArgs, ...scenario === 'cold' ? [] : ['--cache', '--cache-location', path.join(cache, 'eslint')],
    ], EVERY_DOCUMENT)(corpus, scenario, cache),
  },
]

/** The names that `--tools` takes. */
export const TOOLS = CONTENDERS.filter(contender => contender.floor !== true && !contender.name.includes(',')).map(contender => contender.name)

/** Versions for the head of the report; doc-lockdown's own comes from its package.json. */
export function versionsOf(tools: readonly string[]): string[] {
  const packages: Readonly<Record<string, readonly string[]>> = {
    'remark-validate-links': ['remark-cli', 'remark-validate-links'],
    'eslint': ['eslint', '@eslint/markdown'],
  }
  return tools.filter(tool => tool !== 'doc-lockdown').flatMap(tool => packages[tool] ?? [tool]).map((name) => {
    const { version } = require(path.join(here, 'node_modules', name, 'package.json')) as { version: string }
    return `${name} ${version}`
  })
}
