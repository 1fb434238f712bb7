/** Whole fixtures are clean; each single edit is found on its line, by its rule, and nothing else is. `vitest -u` writes docs/mutations.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import { messageWithReceipt } from '../../src/core/rule.ts'
import { buildCase, fixtureCases } from '../support/fixture-cases.ts'
import type { Mutation, MutationTable } from './mutation.ts'
import { promotionStructure } from './promotion-structure.ts'

/** Every table; a helper of another subject adds its own here. */
const TABLES: readonly MutationTable[] = [promotionStructure]
const PAGE = path.resolve(import.meta.dirname, '../../docs/mutations.md')

const messages = new Map<Mutation, string>()

describe.each(TABLES)('$title', ({ fixture, document, mutations }) => {
  let root = ''
  beforeAll(() => {
    const [rule, name] = fixture.split('/')
    const found = fixtureCases().find(one => one.rule === rule && one.name === name)
    if (found === undefined) throw new Error(`there is no fixture ${fixture}`)
    root = buildCase(found)
  }, 60_000)

  test('holds as it is', async () => {
    const report = await check({ cwd: root })

    expect(report.findings).toEqual([])
    expect(report.summary).toMatchObject({ broken: 0, unknown: 0, suppressed: 0 })
    expect(report.summary.holds).toBeGreaterThan(0)
  })

  test.each(mutations)('$edit', async (mutation) => {
    const file = path.join(root, mutation.file ?? document)
    const before = readFileSync(file, 'utf8')
    expect(before.split(mutation.find)).toHaveLength(2)
    writeFileSync(file, before.replace(mutation.find, () => mutation.replace))
    try {
      const report = await check({ cwd: root })
      const lines = readFileSync(path.join(root, document), 'utf8').split('\n')
      const expected = [[mutation.on ?? mutation.replace.split('\n')[0] ?? '', mutation.rule] as const, ...mutation.also ?? []]
      const wanted = expected.map(([part, rule]) => `${String(lineOf(lines, part))} ${rule}`)

      expect([...new Set(report.findings.map(({ line, rule }) => `${String(line)} ${rule}`))].sort()).toEqual(wanted.toSorted())
      const finding = report.findings.find(one => `${String(one.line)} ${one.rule}` === wanted[0])
      const message = finding === undefined ? '' : messageWithReceipt(finding.message, finding.evidence)
      expect(message).toContain(mutation.names)
      messages.set(mutation, message)
    } finally {
      writeFileSync(file, before)
    }
  })
})

/** 1-based. The part must stand in one line only. */
function lineOf(lines: readonly string[], part: string): number {
  const found = lines.flatMap((line, index) => (line.includes(part) ? [index + 1] : []))
  if (found.length !== 1) throw new Error(`"${part}" stands in ${String(found.length)} lines`)
  return found[0] ?? 0
}

describe('docs/mutations.md', () => {
  let page = ''
  beforeAll(() => {
    page = pageOf(TABLES)
  })
  afterAll(() => {
    messages.clear()
  })

  test('lists every edit with the rule that finds it', async () => {
    await expect(page).toMatchFileSnapshot(PAGE)
  })
})

function pageOf(tables: readonly MutationTable[]): string {
  const count = tables.reduce((sum, table) => sum + table.mutations.length, 0)
  const parts = tables.map(({ title, mutations }) => {
    const rows = mutations.map(one => `| ${one.edit} | ${one.rule} | ${cell(messages.get(one) ?? '')} |`)
    return `## ${title}\n\n| Edit | Rule | What it says |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Mutations\n\nEach edit breaks one truth of a whole fixture that is clean as it is: ${String(count)} in all. Every one is found by its rule on its line,
and nothing else is found besides what the edit makes false elsewhere. Made by the tests (\`npx vitest run test/mutations -u\`).\n\n${parts.join('\n')}`
}

/** Quotation marks in place of code: what is quoted here is claimed of a fixture, not of this repository. */
function cell(message: string): string {
  return message.replaceAll('`', '\'').replaceAll('|', '\\|')
}
