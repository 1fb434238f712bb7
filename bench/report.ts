/** The measurements as Markdown: who took how much, against the floor and against us. */
import type { Scenario } from './contenders.ts'
import type { Corpus } from './corpus.ts'

export interface Result {
  /** Median of user and system time, in milliseconds. */
  readonly cpu: number
  /** Median peak of the largest process, in MiB. */
  readonly memory: number | undefined
  readonly runs: number
  readonly failure: string | undefined
}

/** By contender, then by corpus. */
export type Results = ReadonlyMap<string, ReadonlyMap<string, Result>>

/** What a scenario's ratios divide by. */
export const BASES: Readonly<Record<Scenario, string>> = {
  cold: 'node reading all Markdown',
  unchanged: 'bare node',
  staged: 'bare node',
}
const TITLES: Readonly<Record<Scenario, string>> = {
  cold: 'Cold: no cache of anybody',
  unchanged: 'Unchanged: the second run, each with its own cache',
  staged: 'Staged: one edited document, judged by a pre-commit hook',
}

export function corpusTable(corpora: readonly Corpus[]): string {
  return table(['checkout', 'commit', 'tracked files', 'Markdown files', 'Markdown MB'], corpora.map(corpus => [
    corpus.name, corpus.commit.slice(0, 10), corpus.tracked, corpus.documents, (corpus.bytes / 1e6).toFixed(2),
  ]))
}

/** CPU as a multiple of the scenario's floor, then milliseconds and MiB. */
export function scenarioTable(scenario: Scenario, results: Results, corpora: readonly Corpus[]): string {
  const base = results.get(BASES[scenario])
  const rows = [...results].map(([name, byCorpus]) => [name, ...corpora.map((corpus) => {
    const result = byCorpus.get(corpus.name)
    if (result === undefined) return '–'
    if (result.failure !== undefined) return result.failure
    const floor = base?.get(corpus.name)?.cpu ?? NaN
    const details = [`${result.cpu} ms`, ...result.memory === undefined ? [] : [`${result.memory} MiB`], ...result.runs === 1 ? ['1 run'] : []]
    return `**${ratio(result.cpu, floor)}** (${details.join(', ')})`
  })])
  const lines = [`## ${TITLES[scenario]}`, `CPU as a multiple of ${BASES[scenario]}.`, table(['', ...corpora.map(corpus => corpus.name)], rows)]
  const ours = results.get('doc-lockdown')
  const peers = [...results].filter(([name]) => !name.includes('node') && !name.startsWith('doc-lockdown'))
  if (ours !== undefined && peers.length > 0) {
    lines.push('The same, as a multiple of doc-lockdown.', table(['', ...corpora.map(corpus => corpus.name)], peers.map(([name, byCorpus]) => [
      name,
      ...corpora.map((corpus) => {
        const [peer, own] = [byCorpus.get(corpus.name), ours.get(corpus.name)]
        return peer?.failure === undefined && own?.failure === undefined ? ratio(peer?.cpu ?? NaN, own?.cpu ?? NaN) : '–'
      }),
    ])))
  }
  return lines.join('\n\n')
}

/** `1.42` or `118`; a dash where one side is missing. */
export function ratio(value: number, base: number): string {
  const quotient = value / base
  return Number.isFinite(quotient) ? quotient.toFixed(quotient < 10 ? 2 : 0) : '–'
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map((_, index) => index === 0 ? '---' : '--:')), ...rows.map(line)].join('\n')
}

/** Puts the report between the markers of a page. */
export function insert(page: string, report: string): string {
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->']
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the page has no ${start} … ${end}`)
  return `${page.slice(0, from + start.length)}\n\n${report}\n\n${page.slice(to)}`
}
