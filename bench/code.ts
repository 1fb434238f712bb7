/**
 * What the rules about code cost in ESLint, beside eslint-plugin-n and eslint-plugin-unicorn: importing the plugin, and linting files that have
 * nothing to do with a database. `npm run bench:code -- DIR…`, where each DIR is a checkout; nothing is written there.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { mentionsDatabase } from '../src/analysis/database/libraries.ts'
import { measure, median } from './measure.ts'

const ROUNDS = { import: 21, files: 3 }
const MOST_FILES = 1000
const LIMIT = 600

const here = import.meta.dirname
const PLUGINS = {
  'doc-lockdown': path.join(here, '../dist/index.js'),
  'eslint-plugin-n': 'eslint-plugin-n',
  'eslint-plugin-unicorn': 'eslint-plugin-unicorn',
}

/** CPU milliseconds of an import over bare node, each round beside the others. */
function importCosts(): readonly string[] {
  const commands = Object.entries({ 'bare node': '', ...PLUGINS }).map(([name, target]) => {
    const specifier = path.isAbsolute(target) ? pathToFileURL(target).href : target
    return { name, args: ['--input-type=module', '-e', target === '' ? '' : `await import(${JSON.stringify(specifier)})`], samples: [] as number[] }
  })
  for (let round = 0; round < ROUNDS.import; round++) {
    for (const { args, samples } of commands) samples.push(measure({ file: process.execPath, args, cwd: here }, LIMIT, [0]).cpu)
  }
  const bare = commands[0]?.samples ?? []
  return commands.slice(1).map(({ name, samples }) => `| ${name} | ${(median(samples) - median(bare)).toFixed(0)} ms | ${(Math.min(...samples) - Math.min(...bare)).toFixed(0)} ms |`)
}

/** CPU milliseconds a file over a rule that does nothing: the least of the rounds. */
function fileCosts(checkout: string, folder: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '*.js', '*.ts', '*.tsx', '*.mjs', '*.cjs', '*.mts', '*.cts'], { cwd: checkout, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const files = listed.split('\0').filter(file => file !== '' && !file.endsWith('.d.ts') && !mentionsDatabase(readFileSync(path.join(checkout, file), 'utf8'))).slice(0, MOST_FILES)
  const list = path.join(folder, 'files')
  writeFileSync(list, files.join('\n'))
  const least: Record<string, number> = {}
  for (let round = 0; round < ROUNDS.files; round++) {
    for (const whose of ['none', 'ours', 'forced', 'n', 'unicorn']) {
      const cpu = Number(execFileSync(process.execPath, [path.join(here, 'peers/lint-code.js'), whose, checkout, list], { encoding: 'utf8' }))
      least[whose] = Math.min(least[whose] ?? Infinity, cpu)
    }
  }
  const cost = (whose: string): string => `${(((least[whose] ?? NaN) - (least['none'] ?? NaN)) / files.length).toFixed(2)} ms`
  return [`| ${path.basename(checkout)} | ${String(files.length)} | ${['ours', 'forced', 'n', 'unicorn'].map(cost).join(' | ')} |`]
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-code-'))
try {
  console.log(['| Importing | median | least |', '| --- | --: | --: |', ...importCosts()].join('\n'))
  const rows = process.argv.slice(2).flatMap(checkout => fileCosts(path.resolve(checkout), folder))
  console.log(['', '| A file | files | doc-lockdown | every file a script | eslint-plugin-n | eslint-plugin-unicorn |', '| --- | --: | --: | --: | --: | --: |', ...rows].join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
