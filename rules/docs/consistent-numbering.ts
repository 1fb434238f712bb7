import { numberingClaimsOf, type NumberingClaim } from '../../src/analysis/structure/numbering-claims.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Broken, type Verdict } from '../../src/core/verdict.ts'

export type NumberingTarget = Omit<NumberingClaim, 'start' | 'end'>

/** Numbers of gates, phases, steps, headings and lists must follow each other. */
export const consistentNumbering = defineDocRule<NumberingTarget, object>({
  id: 'consistent-numbering',
  meta: {
    description: 'Require the numbers of headings, gates, steps and lists to follow each other without gaps and repeats',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      start: '`{{label}}` comes first, but {{expected}} is missing.',
      gap: '`{{label}}` leaves out {{expected}}.',
      repeat: '`{{label}}` stands here a second time.',
      wrong: '`{{label}}` stands where {{expected}} belongs.',
      order: '`{{label}}` stands too early.',
      prefix: '`{{label}}` stands under {{before}}.',
    },
    recommended: true,
    fixable: true,
  },
  references: document => mentions(document),
  verify(reference): Verdict {
    const { target, start, end } = reference
    if (target.kind === 'whole') return holds()
    const data = { label: target.label, expected: target.expected, before: target.before }
    const verdict: Broken = { status: 'broken', confidence: target.doubtful ? 'low' : 'high', messageId: target.kind, data, ...receipt(target) }
    const number = newNumber(target)
    return number === undefined ? verdict : { ...verdict, fix: { safety: 'suggestion', range: [start, end], text: number, title: `Number it ${number}` } }
  },
})

function* mentions(document: Document): Iterable<Mention<NumberingTarget>> {
  if (!/\d|[A-Z][.)]/.test(document.text)) return
  for (const { start, end, ...target } of numberingClaimsOf(document)) yield { start, end, target }
}

function receipt({ kind, before, after, expected }: NumberingTarget): { readonly evidence?: string } {
  const neighbours = before === '' ? `before ${after}` : after === '' ? `it follows ${before}` : `between ${before} and ${after}`
  switch (kind) {
    case 'repeat': return { evidence: `first ${before}` }
    case 'start': return before === '' ? {} : { evidence: `it follows ${before}` }
    case 'gap': return { evidence: `it follows ${before}` }
    case 'order': return { evidence: `${expected} comes behind it, ${after}` }
    case 'prefix': return { evidence: `${expected} would stand here` }
    default: return { evidence: neighbours }
  }
}

/**
 * The number that puts one claim right without a mistake elsewhere. Behind a gap and a repeat every further number would
 * have to change as well, so only the last of a sequence has one; and what is missing may be the thing, not the number.
 */
function newNumber({ kind, expected, after }: NumberingTarget): string | undefined {
  if (kind === 'wrong' || kind === 'prefix') return expected
  return (kind === 'gap' || kind === 'repeat') && after === '' ? expected.split(' to ', 1)[0] : undefined
}
