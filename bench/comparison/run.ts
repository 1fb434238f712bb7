/**
 * Shows one small repository, in which every claim is known, to doc-lockdown and to tools for the same job, and writes down who
 * said something of which line. `jiti bench/comparison/run.ts [--write docs/comparison.md]`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildRepository, readHandbook, type Seeded } from './repository.ts'
import { TOOLS } from './tools.ts'

const { values } = parseArgs({ options: { write: { type: 'string' } } })
const START = '<!-- comparison:start -->'
const END = '<!-- comparison:end -->'

const folder = mkdtempSync(path.join(tmpdir(), 'comparison-'))
try {
  const root = path.join(folder, 'ferry')
  mkdirSync(root)
  buildRepository(root)
  const { seeded } = readHandbook()
  const said = TOOLS.map(tool => ({ ...tool, lines: tool.linesOf(root) }))
  const drifts = seeded.filter(one => one.kind === 'drift')
  const traps = seeded.filter(one => one.kind === 'trap')
  const spoke = (tool: { readonly lines: ReadonlySet<number> }, of: Seeded): boolean => of.lines.some(line => tool.lines.has(line))
  for (const tool of said) if (!drifts.some(one => spoke(tool, one))) throw new Error(`${tool.name} found nothing: did it run?`)
  const count = (tool: { readonly lines: ReadonlySet<number> }, among: readonly Seeded[]): string =>
    String(among.filter(one => spoke(tool, one)).length)
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = [
    row(['', ...said.map((_, index) => String.fromCharCode(65 + index))]),
    row(['---', ...said.map(() => ':-:')]),
    ...drifts.map(one => row([one.name, ...said.map(tool => (spoke(tool, one) ? '●' : ''))])),
    row([`**found, of ${String(drifts.length)}**`, ...said.map(tool => `**${count(tool, drifts)}**`)]),
    row([`**reported wrongly, of ${String(traps.length)} traps**`, ...said.map(tool => `**${count(tool, traps)}**`)]),
  ]
  const legend = said.map((tool, index) => `- **${String.fromCharCode(65 + index)}** ${tool.name}: ${tool.run}`)
  const wrong = said.flatMap(tool => traps.filter(one => spoke(tool, one)).map(one => `- ${tool.name}: ${one.name}`))
  const text = [...legend, '', ...table, '', ...(wrong.length === 0 ? [] : ['Traps that were reported:', '', ...wrong, ''])].join('\n')
  if (values.write === undefined) {
    console.log(text)
  } else {
    const page = readFileSync(values.write, 'utf8')
    const from = page.indexOf(START)
    const to = page.indexOf(END)
    if (from < 0 || to < 0) throw new Error(`${values.write} has no ${START} and ${END}`)
    writeFileSync(values.write, `${page.slice(0, from + START.length)}\n\n${text}\n${page.slice(to)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
