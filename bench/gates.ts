/** What we promise about our own speed, as ratios within one run; a missed gate is shown, not hidden. */
import type { Scenario } from './contenders.ts'
import type { Corpus } from './corpus.ts'
import { table, type Results } from './report.ts'

type All = ReadonlyMap<Scenario, Results>

/** CPU of a contender in a scenario, if it was measured. */
type Cpu = (scenario: Scenario, name: string) => number | undefined

interface Gate {
  readonly promise: string
  /** The measured figure and its bound for a checkout; undefined where it says nothing about it. */
  measure(cpu: Cpu, corpus: Corpus, memory: number | undefined): readonly [number, number] | undefined
}

const JAVASCRIPT_PEERS = ['remark-validate-links', 'markdownlint-cli2', 'eslint']

const GATES: readonly Gate[] = [
  {
    promise: 'cold ≤ 2 × reading the bytes up to 5 MB of Markdown, ≤ 6 × above',
    measure: (cpu, corpus) => over(cpu('cold', 'doc-lockdown'), cpu('cold', 'node reading all Markdown'), corpus.bytes <= 5e6 ? 2 : 6),
  },
  {
    promise: 'without history ≤ 2.5 × reading the bytes',
    measure: cpu => over(cpu('cold', 'doc-lockdown, shallow clone'), cpu('cold', 'node reading all Markdown'), 2.5),
  },
  {
    promise: 'nothing changed ≤ 1.5 × bare node, ≤ 2 × from 10,000 tracked files',
    measure: (cpu, corpus) => over(cpu('unchanged', 'doc-lockdown'), cpu('unchanged', 'bare node'), corpus.tracked < 10_000 ? 1.5 : 2),
  },
  {
    promise: 'one staged document ≤ 1.6 × bare node',
    measure: cpu => over(cpu('staged', 'doc-lockdown'), cpu('staged', 'bare node'), 1.6),
  },
  {
    promise: 'cold, without the start of Node, ≤ 1 × rumdl',
    measure: (cpu) => {
      const [ours, bare] = [cpu('cold', 'doc-lockdown'), cpu('cold', 'bare node')]
      return ours === undefined || bare === undefined ? undefined : over(ours - bare, cpu('cold', 'rumdl'), 1)
    },
  },
  ...JAVASCRIPT_PEERS.map((peer): Gate => ({
    promise: `cold ≤ 1/20 of ${peer}`,
    measure: cpu => over(cpu('cold', 'doc-lockdown'), cpu('cold', peer), 1 / 20),
  })),
  {
    promise: 'peak memory ≤ 300 MiB up to 45 MB of Markdown',
    measure: (_cpu, corpus, memory) => memory === undefined || corpus.bytes > 46e6 ? undefined : [memory, 300],
  },
]

function over(value: number | undefined, base: number | undefined, bound: number): readonly [number, number] | undefined {
  return value === undefined || base === undefined ? undefined : [value / base, bound]
}

/** A row per promise, a column per checkout; empty without our own measurements. */
export function gateTable(all: All, corpora: readonly Corpus[]): string {
  const rows = GATES.map(gate => [gate.promise, ...corpora.map((corpus) => {
    const get: Cpu = (scenario, name) => {
      const result = all.get(scenario)?.get(name)?.get(corpus.name)
      return result?.failure === undefined ? result?.cpu : undefined
    }
    const figure = gate.measure(get, corpus, all.get('cold')?.get('doc-lockdown')?.get(corpus.name)?.memory)
    if (figure === undefined) return '–'
    const [value, bound] = figure
    return `${value <= bound ? 'met' : '**missed**'} (${value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 0)})`
  })])
  if (rows.every(row => row.slice(1).every(cell => cell === '–'))) return ''
  return `## Promises\n\n${table(['', ...corpora.map(corpus => corpus.name)], rows)}`
}
