/** Whole fixtures are clean; each single edit is found on its line, by its rule, and nothing else is. `vitest -u` writes docs/mutations.md. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import type { Finding } from '../../src/core/finding.ts'
import { messageWithReceipt, UNVERIFIED } from '../../src/core/rule.ts'
import { buildCase, fixtureCases } from '../support/fixture-cases.ts'
import { apply } from './apply.ts'
import type { InnocentEdit, Mutation, MutationTable } from './mutation.ts'
import { plan } from './plan.ts'
import { productionCode } from './production-code.ts'
import { productionSafety } from './production-safety.ts'
import { promotionLog } from './promotion-log.ts'
import { promotionReferences } from './promotion-references.ts'
import { promotionStructure } from './promotion-structure.ts'

/** Every table. */
const TABLES: readonly MutationTable[] = [promotionStructure, promotionReferences, promotionLog, plan, productionSafety, productionCode]
const PAGE = path.resolve(import.meta.dirname, '../../docs/mutations.md')

const messages = new Map<Mutation, string>()

describe.each(TABLES)('$title', ({ fixture, document, mutations, innocent = [] }) => {
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
    const restore = apply(root, document, mutation)
    try {
      const report = await check({ cwd: root })
      const on = mutation.on ?? firstLineOf(mutation)
      const expected = [[on, mutation.rule, mutation.in] as const, ...mutation.also ?? []]
      const wanted = expected.map(([part, rule, file = document]) => `${file}:${String(lineOf(root, file, part))} ${rule}`)

      expect([...new Set(report.findings.map(placeAndRule))].sort()).toEqual(wanted.toSorted())
      const finding = report.findings.find(one => placeAndRule(one) === wanted[0])
      const message = finding === undefined ? '' : told(finding)
      expect(message).toContain(mutation.names)
      messages.set(mutation, message)
    } finally {
      restore()
    }
  })

  test.each(innocent)('innocent: $edit', async (edit) => {
    const restore = apply(root, document, edit)
    try {
      const report = await check({ cwd: root })

      expect(report.findings.map(one => `${placeAndRule(one)} ${told(one)}`)).toEqual([])
    } finally {
      restore()
    }
  })
})

/** What an edit writes, up to the end of its first line. */
function firstLineOf(mutation: Mutation): string {
  const written = 'find' in mutation ? mutation.replace : 'add' in mutation ? mutation.add : ''
  return written.split('\n')[0] ?? ''
}

/** The finding as people see it; a claim that nobody could verify is shown with its line, so its words are given too. */
function told({ message, evidence, messageId, subject }: Finding): string {
  const whole = messageWithReceipt(message, evidence)
  return messageId === UNVERIFIED.messageId ? `${subject}: ${whole}` : whole
}

function placeAndRule({ path: file, line, rule }: Finding): string {
  return `${file}:${String(line)} ${rule}`
}

/** 1-based. The part stands in one line only, or is the whole of one; `:59` is line 59. */
function lineOf(root: string, file: string, part: string): number {
  if (/^:\d+$/.test(part)) return Number(part.slice(1))
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n')
  const whole = lines.flatMap((line, index) => (line.trim() === part ? [index + 1] : []))
  if (whole.length === 1) return whole[0] ?? 0
  const found = lines.flatMap((line, index) => (line.includes(part) ? [index + 1] : []))
  if (found.length !== 1) throw new Error(`"${part}" stands in ${String(found.length)} lines of ${file}`)
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
  const parts = tables.map(({ title, mutations, innocent = [] }) => {
    const rows = mutations.map(one => `| ${one.edit} | ${one.rule} | ${cell(messages.get(one) ?? '')} |`)
    return `## ${title}\n\n| Edit | Rule | What it says |\n|---|---|---|\n${rows.join('\n')}\n${silence(innocent)}`
  })
  return `# Mutations\n\n<!-- eslint-disable doc-lockdown/no-expired-verification -- what is found is quoted here -->\n\nEach edit breaks one truth of a whole fixture that is clean as it is: ${String(count)} in all. Every one is found by its rule on its line,
and nothing else is found besides what the edit makes false elsewhere. Made by the tests (\`npx vitest run test/mutations -u\`).\n\n${parts.join('\n')}`
}

/** Edits that break nothing, as a list of their own. */
function silence(edits: readonly InnocentEdit[]): string {
  if (edits.length === 0) return ''
  return `\nNothing is said of these:\n\n${edits.map(one => `- ${one.edit}`).join('\n')}\n`
}

/** Quotation marks in place of code: what is quoted here is claimed of a fixture, not of this repository. */
function cell(message: string): string {
  return message.replaceAll('`', '\'').replace(/[|[\]]/g, '\\$&')
}
