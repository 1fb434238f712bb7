/**
 * Holds the native parser against remark over real documents. Fetches nothing, writes nothing:
 * `npx jiti bench/parse-agreement.ts DIR [--limit N] [--show N]`, DIR being a checkout or a folder of checkouts.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { compareParsers, type AcceptedDifference, type Difference } from '../test/support/parser-agreement.ts'
import { findCheckouts } from './corpus.ts'

interface Count {
  files: number
  different: number
  nodes: number
  refused: number
  readonly accepted: Record<AcceptedDifference, number>
  readonly differences: Map<string, number>
}

/** Markdown that git tracks, at most `limit` files spread evenly. */
function documentsOf(checkout: string, limit: number): readonly string[] {
  const files = execFileSync('git', ['ls-files', '-z', '*.md', '*.markdown', '*.mdx'], { cwd: checkout, maxBuffer: 1e9 }).toString('utf8').split('\0').filter(file => file !== '')
  const step = Math.max(1, files.length / limit)
  return Array.from({ length: Math.min(limit, files.length) }, (_, index) => files[Math.floor(index * step)] ?? '')
}

function show(file: string, { type, native, remark }: Difference): void {
  process.stdout.write(`  ${file}: ${type}\n    native ${native.slice(0, 3).join(' ').slice(0, 400)}\n    remark ${remark.slice(0, 3).join(' ').slice(0, 400)}\n`)
}

function measure(checkout: string, limit: number, shown: number): Count {
  const count: Count = { files: 0, different: 0, nodes: 0, refused: 0, accepted: { 'positionless autolink': 0, 'end of an open fence': 0 }, differences: new Map() }
  for (const file of documentsOf(checkout, limit)) {
    const text = readFileSync(path.join(checkout, file), 'utf8').replace(/^\ufeff/, '')
    const mdx = file.endsWith('.mdx')
    let agreement = compareParsers(text, mdx)
    if (agreement === undefined) {
      count.refused++
      agreement = compareParsers(text)
    }
    if (agreement === undefined) throw new Error(`${file}: no parser takes it`)
    count.files++
    count.nodes += agreement.nodes
    for (const name of Object.keys(count.accepted) as AcceptedDifference[]) count.accepted[name] += agreement.accepted[name]
    if (agreement.differences.length > 0) count.different++
    for (const difference of agreement.differences) {
      if (count.different <= shown) show(file, difference)
      const number = Math.max(difference.native.length, difference.remark.length)
      count.differences.set(difference.type, (count.differences.get(difference.type) ?? 0) + number)
    }
  }
  return count
}

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { limit: { type: 'string', default: '100000' }, show: { type: 'string', default: '5' } },
})
const [folder] = positionals
if (folder === undefined) throw new Error('name a checkout, or a folder of checkouts')
process.stdout.write('checkout: files, nodes, files that differ, differences by type, accepted differences, MDX that is none\n')
for (const checkout of findCheckouts(folder)) {
  const { files, nodes, different, differences, accepted, refused } = measure(checkout, Number(values.limit), Number(values.show))
  const byType = [...differences].map(([type, number]) => `${type} ${number}`).join(', ')
  const named = Object.entries(accepted).map(([name, number]) => `${name} ${number}`).join(', ')
  process.stdout.write(`${path.basename(checkout)}: ${files} files, ${nodes} nodes, ${different} files differ (${byType}); ${named}; ${refused} refused as MDX\n`)
}
