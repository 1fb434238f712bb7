import picomatch from 'picomatch'
import { titleWords } from '../../src/analysis/structure/loose-title.ts'
import { outlineOf } from '../../src/analysis/outline/outline.ts'
import type { Document } from '../../src/core/document.ts'
import { textOf } from '../../src/core/markdown/node.ts'
import { pointAt } from '../../src/core/position.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Verdict } from '../../src/core/verdict.ts'

export interface SectionTarget {
  readonly section: string
  readonly reason: string
  /** 1-based line of the heading; 0 without one. */
  readonly line: number
  /** Globs of the documents that need it; `null` when the document asks for it itself. */
  readonly documents: readonly string[] | null
}

export interface RequiredSections {
  readonly documents?: readonly string[]
  readonly sections?: readonly string[]
  readonly reason?: string
}

export interface SectionOptions {
  readonly required: readonly RequiredSections[]
}

/** Documents must have the sections that the configuration, or they themselves, ask for. */
export const requiredSections = defineDocRule<SectionTarget, SectionOptions>({
  id: 'required-sections',
  meta: {
    description: 'Require the sections that the configuration or the document itself asks for',
    schema: {
      type: 'object',
      properties: {
        required: {
          type: 'array',
          description: 'Titles of `sections` that the `documents` of some globs need, with a `reason`. A longer title will do.',
          default: [],
          items: {
            type: 'object',
            properties: {
              documents: { type: 'array', items: { type: 'string' }, uniqueItems: true },
              sections: { type: 'array', items: { type: 'string' }, uniqueItems: true },
              reason: { type: 'string' },
            },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { required: [] },
    messages: { missing: 'The section "{{section}}" is missing.' },
    recommended: true,
    fixable: false,
  },
  references: (document, options) => mentions(document, options),
  verify({ target, path }): Verdict | undefined {
    if (target.documents !== null && !picomatch([...target.documents], { dot: true })(path)) return undefined
    if (target.line > 0) return holds(`line ${String(target.line)}`)
    const data = { section: target.section }
    return { status: 'broken', confidence: 'high', messageId: 'missing', data, ...(target.reason === '' ? {} : { evidence: target.reason }) }
  },
})

/** "Required sections", "This document must have these sections". */
const ASKS = /\b(?:required|mandatory)\s+(?:sections?|headings?)\b/i

function* mentions(document: Document, options: SectionOptions): Iterable<Mention<SectionTarget>> {
  const first = document.nodes('heading')[0]
  const start = first?.start ?? 0
  const end = first?.end ?? document.lines[1] ?? document.text.length
  for (const { documents, sections, reason } of options.required) {
    for (const section of sections ?? []) {
      yield { start, end, target: { section, reason: reason ?? '', line: lineOf(document, section), documents: documents ?? ['**'] } }
    }
  }
  if (ASKS.test(document.text)) yield* ownRequirements(document)
}

/** The list under "Required sections", when the document it stands in is the one that it means: half of them are there. */
function* ownRequirements(document: Document): Iterable<Mention<SectionTarget>> {
  for (const section of outlineOf(document).sections) {
    if (!ASKS.test(section.title)) continue
    const items = section.lists.filter(list => list.parent?.type === 'root').flatMap(list => list.children)
    const asked = items.flatMap((item) => {
      const text = item.children[0]
      const title = text === undefined ? '' : textOf(text).split(/\s[–—-]\s|:\s/, 1)[0]?.trim() ?? ''
      return text === undefined || title === '' ? [] : [{ start: text.start, end: text.end, title, line: lineOf(document, title) }]
    })
    if (asked.filter(one => one.line > 0).length * 2 < asked.length) continue
    for (const { title, line, start, end } of asked) yield { start, end, target: { section: title, reason: 'listed here', line, documents: null } }
  }
}

/** 1-based line of the heading that has all words of a title, or 0. */
function lineOf(document: Document, title: string): number {
  const words = titleWords(title)
  const found = outlineOf(document).sections.find((section) => {
    if (ASKS.test(section.title)) return false
    const own = titleWords(section.title)
    return words.length > 0 && words.every(word => own.includes(word))
  })
  return found === undefined ? 0 : pointAt(document.lines, found.start).line
}
