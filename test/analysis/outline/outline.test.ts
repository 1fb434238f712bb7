import { describe, expect, it } from 'vitest'
import { numberingOf } from '../../../src/analysis/outline/numbering.ts'
import { outlineOf } from '../../../src/analysis/outline/outline.ts'
import { createDocument } from '../../../src/core/document.ts'

const outline = (text: string): ReturnType<typeof outlineOf> => outlineOf(createDocument('a.md', text))

describe('the number of a title', () => {
  it.each([
    ['Gate 1: Environment', 'gate', '1', [1], 'Environment'],
    ['Phase 8 — Cut-over', 'phase', '8', [8], 'Cut-over'],
    ['1) Build', '', '1', [1], 'Build'],
    ['2.1) Build', '', '2.1', [2, 1], 'Build'],
    ['2.1 Build', '', '2.1', [2, 1], 'Build'],
    ['Step 3: Deploy (T-30min)', 'step', '3', [3], 'Deploy (T-30min)'],
    ['**Step 3 — Deploy**', 'step', '3', [3], 'Deploy**'],
    ['🚀 **GUARANTEE 1: CI-ONLY**', 'guarantee', '1', [1], 'CI-ONLY**'],
    ['A. Scope', '', 'A', [1], 'Scope'],
    ['Phase A2: Later', 'phase', 'A2', [1, 2], 'Later'],
    ['Step 0', 'step', '0', [0], ''],
    ['1 – First', '', '1', [1], 'First'],
  ])('%s', (text, word, written, parts, title) => {
    const numbering = numberingOf(text)
    expect(numbering).toMatchObject({ word, written, parts, title })
    expect(text.slice(numbering?.start, numbering?.end)).toBe(written)
  })

  it.each(['3 ways to deploy', '2024-01-02 Notes', 'v1.2.3', 'Phases', 'Phase names', 'Gateway 1: x', 'Part of it', 'A tale', '1.0.0', 'Option A/B', '404 errors', 'Step-by-step guide'])('none: %s', (text) => {
    expect(numberingOf(text)).toBeUndefined()
  })

  it('in bounded time', () => {
    for (const hostile of ['*'.repeat(500_000), 'gate '.repeat(100_000), `${'1.'.repeat(250_000)}x`, '\u200d'.repeat(500_000)]) expect(() => numberingOf(hostile)).not.toThrow()
  })
})

describe('an outline', () => {
  it('nests sections, with bold paragraphs among them', () => {
    const { sections, root } = outline('intro\n\n# A\n\n## Gate 1: B\n\n**Gate 2: C**\n\ntext\n\n### D\n\n## E\n')
    expect(sections.map(({ title, depth, pseudo, parent, numbering }) => [title, depth, pseudo, parent?.title, numbering?.written])).toEqual([
      ['A', 1, false, '', undefined], ['Gate 1: B', 2, false, 'A', '1'], ['Gate 2: C', 3, true, 'Gate 1: B', '2'],
      ['D', 3, false, 'Gate 1: B', undefined], ['E', 2, false, 'A', undefined],
    ])
    expect(root.children.map(section => section.title)).toEqual(['A'])
  })

  it.each(['\n', '\r\n'])('gives tables, lists and fields to the section they stand in (%j)', (ends) => {
    const text = ['---', 'status: done', '---', '# A', '', '- **Owner**: Kim', '- **State:** Done. PR #4', '', '## B', '', '| x \\| y | z |', '| --- | --- |', '| `1` |  |', '', '> **Note** here: no', ''].join(ends)
    const { root, sections: [a, b] } = outline(text)
    expect(root.fields.map(({ name, value }) => [name, value])).toEqual([['status', 'done']])
    expect(a?.fields.map(({ name, value }) => [name, value])).toEqual([['Owner', 'Kim'], ['State', 'Done. PR #4']])
    expect(a?.fields.map(({ start, valueStart, end }) => [text.slice(start, start + 5), text.slice(valueStart, end)])).toEqual([['Owner', 'Kim'], ['State', 'Done. PR #4']])
    expect(a?.lists).toHaveLength(1)
    expect(b?.tables.map(({ head, rows }) => [head.map(cell => cell.text), rows.map(row => row.cells.map(cell => cell.text))])).toEqual([[['x | y', 'z'], [['1', '']]]])
    expect(b?.fields).toEqual([])
  })

  it('finds the section around an offset', () => {
    const text = '# A\n\na\n\n## B\n\nb\n\n# C\n'
    const { at } = outline(text)
    expect(['# A', 'a\n', 'b\n', '# C'].map(part => at(text.indexOf(part)).title)).toEqual(['A', 'A', 'B', 'C'])
    expect(outline('x').at(0).title).toBe('')
  })
})
