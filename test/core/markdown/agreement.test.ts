/** The native parser is held against remark, which most of the ecosystem reads Markdown with. */
import { tests as examples } from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import { fuzzDocument } from '../../support/fuzz-markdown.ts'
import { compareParsers } from '../../support/parser-agreement.ts'

const DOCUMENTS = 3000

describe('CommonMark 0.31.2', () => {
  const named = (examples as readonly { markdown: string; number: number; section: string }[])
    .map(({ markdown, number, section }) => ({ name: `${String(number)} (${section})`, text: markdown.replaceAll('→', '\t') }))

  it('has all examples', () => {
    expect(named.length).toBeGreaterThanOrEqual(652)
  })

  it('is read alike, every example', () => {
    const different = named.flatMap(({ name, text }) => {
      const agreement = compareParsers(text)
      return agreement === undefined || agreement.differences.length > 0 ? [{ name, text, differences: agreement?.differences }] : []
    })
    expect(different).toEqual([])
  })

  it('is read alike with CRLF and inside of a quote', () => {
    const different: unknown[] = []
    for (const { name, text } of named) {
      for (const variant of [text.replaceAll('\n', '\r\n'), text.replace(/^/gm, '> ')]) {
        const agreement = compareParsers(variant)
        if (agreement === undefined || agreement.differences.length > 0) different.push({ name, variant, differences: agreement?.differences })
      }
    }
    expect(different).toEqual([])
  })
})

describe('random documents', () => {
  const agreements = Array.from({ length: DOCUMENTS }, (_, seed) => {
    const text = fuzzDocument(seed)
    return { seed, text, agreement: compareParsers(text) }
  })

  it('are read alike', () => {
    const different = agreements.filter(({ agreement }) => agreement === undefined || agreement.differences.length > 0)
    expect(different.map(({ seed, text, agreement }) => ({ seed, text, differences: agreement?.differences }))).toEqual([])
  })

  it('show every compared kind of node, and the accepted differences rarely', () => {
    const nodes = agreements.reduce((sum, { agreement }) => sum + (agreement?.nodes ?? 0), 0)
    expect(nodes).toBeGreaterThan(10_000)
    console.log(nodes, agreements.reduce((s, a) => s + (a.agreement?.accepted['positionless autolink'] ?? 0), 0), agreements.reduce((s, a) => s + (a.agreement?.accepted['end of an open fence'] ?? 0), 0))
  })
})
