/**
 * Times doc-lockdown beside its peers on checkouts that are already there; fetches nothing. `npm run bench -- --help`.
 * Runs are interleaved (A B C A B C …), so that a busy machine disturbs everybody alike, and CPU time is compared, not
 * the clock. The figures to trust are the ratios within one report.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { CONTENDERS, SCENARIOS, TOOLS, versionsOf, type Contender, type Scenario } from './contenders.ts'
import { findCheckouts, prepare, stageEdit, type Corpus } from './corpus.ts'
import { gateTable } from './gates.ts'
import { measure, median, type Sample } from './measure.ts'
import { corpusTable, insert, scenarioTable, type Result } from './report.ts'

const HELP = `npm run bench -- --corpora DIR [options]

  --corpora DIR          a checkout, or a folder of checkouts; they are cloned, never written to
  --tools A,B            ${TOOLS.join(', ')} (default: all)
  --scenarios A,B        ${SCENARIOS.join(', ')} (default: all)
  --rounds N             interleaved runs of each tool (default: 5)
  --once-above SECONDS   a tool whose first run takes more CPU than this is not run again (default: 20)
  --limit SECONDS        a run is stopped after this (default: 300; needs python3)
  --write FILE           put the tables between <!-- bench:start --> and <!-- bench:end --> of this page
`

/** The comma-separated names of an option, all of them known. */
function names<T extends string>(option: string, value: string | undefined, known: readonly T[]): readonly T[] {
  if (value === undefined) return known
  return value.split(',').map((name) => {
    const found = known.find(candidate => candidate === name.trim())
    if (found === undefined) throw new Error(`--${option}: no ${name}; there are ${known.join(', ')}`)
    return found
  })
}

const { values } = parseArgs({
  options: {
    'corpora': { type: 'string' },
    'tools': { type: 'string' },
    'scenarios': { type: 'string' },
    'rounds': { type: 'string', default: '5' },
    'once-above': { type: 'string', default: '20' },
    'limit': { type: 'string', default: '300' },
    'write': { type: 'string' },
    'help': { type: 'boolean', default: false },
  },
})

/** Measures everybody on one checkout in one scenario. */
function compete(corpus: Corpus, scenario: Scenario, contenders: readonly Contender[], caches: string): Map<string, Result> {
  const limit = Number(values.limit)
  const runners = contenders.map((contender) => {
    const cache = path.join(caches, `${scenario}-${contender.name.replaceAll(/\W+/g, '-')}`)
    return { contender, cache, full: `${cache}-full`, samples: [] as Sample[], over: false }
  })
  const run = (runner: typeof runners[number]): Sample => {
    const { contender, cache, full } = runner
    if (scenario !== 'unchanged' || contender.empty === true) rmSync(cache, { recursive: true, force: true })
    if (scenario === 'staged' && contender.empty !== true && existsSync(full)) cpSync(full, cache, { recursive: true })
    mkdirSync(cache, { recursive: true })
    return measure(contender.command(corpus, scenario, cache), limit)
  }
  // Before anything is staged, fill the caches with what a developer's machine has.
  if (scenario === 'staged') {
    for (const { contender, full } of runners.filter(runner => runner.contender.caches === true && runner.contender.empty !== true)) {
      mkdirSync(full, { recursive: true })
      measure({ ...contender.command(corpus, 'unchanged', full), cwd: corpus.staged }, limit)
    }
    stageEdit(corpus)
  }
  for (const runner of runners) {
    const first = run(runner)
    const slow = first.cpu > Number(values['once-above']) * 1000
    runner.over = first.failure !== undefined || (slow && scenario !== 'unchanged')
    if (runner.over) runner.samples.push(first)
  }
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const runner of runners) if (!runner.over) runner.samples.push(run(runner))
  }
  return new Map(runners.map(({ contender, samples }) => {
    const sizes = samples.map(sample => sample.memory).filter(memory => memory !== undefined)
    return [contender.name, {
      cpu: Math.round(median(samples.map(sample => sample.cpu))),
      memory: sizes.length === 0 ? undefined : Math.round(median(sizes)),
      runs: samples.length,
      failure: samples.find(sample => sample.failure !== undefined)?.failure,
    }]
  }))
}

function main(folder: string): void {
  const tools = names('tools', values.tools, TOOLS)
  const scenarios = names('scenarios', values.scenarios, SCENARIOS)
  const contenders = CONTENDERS.filter(({ floor, name }) => floor === true || tools.includes(name.split(',')[0] ?? ''))
  const lacking = [
    ...tools.includes('doc-lockdown') && !existsSync(path.join(import.meta.dirname, '../dist/cli.js')) ? ['npm run build'] : [],
    ...existsSync(path.join(import.meta.dirname, 'node_modules')) ? [] : ['npm install --prefix bench'],
  ]
  if (lacking.length > 0) throw new Error(`first run: ${lacking.join(', ')}`)
  const temporary = mkdtempSync(path.join(tmpdir(), 'doc-lockdown-bench-'))
  try {
    const corpora = findCheckouts(folder).map(checkout => prepare(checkout, temporary))
    const all = new Map<Scenario, Map<string, Map<string, Result>>>(scenarios.map(scenario => [scenario, new Map()]))
    for (const corpus of corpora) {
      for (const [scenario, results] of all) {
        const taking = contenders.filter(({ only, floor, caches }) =>
          only?.includes(scenario) ?? (floor === true || caches === true || scenario !== 'unchanged'))
        process.stderr.write(`${corpus.name}: ${scenario}\n`)
        for (const [name, result] of compete(corpus, scenario, taking, path.join(temporary, 'caches', corpus.name))) {
          const byCorpus = results.get(name) ?? new Map<string, Result>()
          results.set(name, byCorpus.set(corpus.name, result))
        }
      }
    }
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${process.platform}, Node ${process.versions.node}`
    const report = [
      `doc-lockdown ${manifest.version}, ${versionsOf(tools).join(', ')}. ${machine}. Medians of ${values.rounds} interleaved runs.`,
      corpusTable(corpora),
      ...[...all].map(([scenario, results]) => scenarioTable(scenario, results, corpora)),
      gateTable(all, corpora),
      '## Who does what',
      contenders.map(({ name, work }) => `- **${name}**: ${work}`).join('\n'),
    ].filter(part => part !== '').join('\n\n')
    process.stdout.write(`${report}\n`)
    if (values.write !== undefined) writeFileSync(values.write, insert(readFileSync(values.write, 'utf8'), report))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

if (values.help || values.corpora === undefined) process.stdout.write(HELP)
else main(values.corpora)
