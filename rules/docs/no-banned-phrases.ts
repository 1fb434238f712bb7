import picomatch from 'picomatch'
import { bannedPhrasesOf, phrasePattern, placesOf } from '../../src/analysis/structure/phrases.ts'
import type { Document } from '../../src/core/document.ts'
import { pointAt } from '../../src/core/position.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, unknown, type Verdict } from '../../src/core/verdict.ts'

export interface PhraseTarget {
  readonly phrase: string
  readonly reason: string
  /** `banned`: the line that bans a phrase which stands nowhere; `used`: where it stands; `invalid`: a pattern that is none. */
  readonly is: 'banned' | 'used' | 'invalid'
  /** Globs of the documents that the phrase is banned in; `null` for all. */
  readonly documents: readonly string[] | null
}

export interface ConfiguredPhrase {
  readonly phrase?: string
  readonly pattern?: string
  readonly reason?: string
  readonly documents?: readonly string[]
}

export interface PhraseOptions {
  readonly phrases: readonly ConfiguredPhrase[]
  readonly code: boolean
  readonly quotations: boolean
}

/** Phrases that the configuration or the document itself bans must not be used. */
export const noBannedPhrases = defineDocRule<PhraseTarget, PhraseOptions>({
  id: 'no-banned-phrases',
  meta: {
    description: 'Disallow phrases that the configuration or the document itself bans',
    schema: {
      type: 'object',
      properties: {
        phrases: {
          type: 'array',
          description: 'What is banned: a `phrase` in any letter case or a regular expression as `pattern`, the `reason`, and globs of the `documents`.',
          default: [],
          items: {
            type: 'object',
            properties: {
              phrase: { type: 'string' }, pattern: { type: 'string' }, reason: { type: 'string' },
              documents: { type: 'array', items: { type: 'string' }, uniqueItems: true },
            },
            additionalProperties: false,
          },
        },
        code: { type: 'boolean', description: 'Whether phrases in code count too.', default: false },
        quotations: { type: 'boolean', description: 'Whether phrases in quotation marks and block quotes count too.', default: false },
      },
      additionalProperties: false,
    },
    defaultOptions: { phrases: [], code: false, quotations: false },
    messages: { used: '`{{phrase}}` must not be said here.' },
    recommended: true,
    fixable: false,
  },
  references: (document, options) => mentions(document, options),
  verify({ target, path, subject }): Verdict | undefined {
    if (target.documents !== null && !picomatch([...target.documents], { dot: true })(path)) return undefined
    if (target.is === 'invalid') return unknown(`\`${target.phrase}\` is no regular expression`)
    if (target.is === 'banned') return holds('not used')
    const data = { phrase: subject.replace(/[\s>*_]+/g, ' ') }
    return { status: 'broken', confidence: 'high', messageId: 'used', data, ...(target.reason === '' ? {} : { evidence: target.reason }) }
  },
})

function* mentions(document: Document, options: PhraseOptions): Iterable<Mention<PhraseTarget>> {
  for (const { phrase, reason, start, end, section } of bannedPhrasesOf(document)) {
    const line = `banned on line ${String(pointAt(document.lines, start).line)}`
    let used = false
    for (const place of placesOf(document, phrasePattern(phrase), options)) {
      if (place.start >= section.start && place.start < section.end) continue
      used = true
      yield { ...place, target: { phrase, reason: reason === '' ? line : `${line}, ${reason}`, is: 'used', documents: null } }
    }
    if (!used) yield { start, end, target: { phrase, reason, is: 'banned', documents: null } }
  }
  for (const { phrase, pattern, reason, documents } of options.phrases) {
    const said = { phrase: phrase ?? pattern ?? '', reason: reason ?? '', documents: documents ?? null }
    const expression = phrase === undefined ? expressionOf(pattern ?? '') : phrasePattern(phrase)
    if (said.phrase.trim() === '') continue
    if (expression === undefined) {
      yield { start: 0, end: 0, target: { ...said, is: 'invalid' } }
      continue
    }
    for (const place of placesOf(document, expression, options)) yield { ...place, target: { ...said, is: 'used' } }
  }
}

function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'giu')
  } catch {
    return undefined
  }
}
