/** Edits by offset: nothing but the edited words changes. */
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/core/apply-fixes.ts'
import type { Finding, FindingFix } from '../../src/core/finding.ts'

/** A finding about the `nth` time that a text says something, offsets without its byte order mark. */
function finding(text: string, subject: string, replacement: string, more: { readonly safety?: FindingFix['safety'], readonly nth?: number } = {}): Finding {
  const body = text.replace(/^\ufeff/, '')
  let start = body.indexOf(subject)
  for (let left = more.nth ?? 0; left > 0; left--) start = body.indexOf(subject, start + 1)
  const end = start + subject.length
  return {
    path: 'a.md', start, end, line: 1, column: 1, endLine: 1, endColumn: 1, rule: 'r', severity: 'error', confidence: 'high', subject, message: 'm.',
    messageId: 'm', data: {}, evidence: undefined, url: '', fix: { safety: more.safety ?? 'safe', range: [start, end], text: replacement, title: 't' },
  }
}

function apply(text: string, ...edits: readonly (readonly [subject: string, replacement: string])[]): string {
  return applyFixes(text, edits.map(([subject, replacement]) => finding(text, subject, replacement)), 'safe').text
}

describe('everything around an edit stays', () => {
  test.each([
    ['line endings of Windows', 'a `old.ts` b\r\n\r\n- c\r\n', 'a `new.ts` b\r\n\r\n- c\r\n'],
    ['a byte order mark', '\ufeff`old.ts`\n', '\ufeff`new.ts`\n'],
    ['a byte order mark and line endings of Windows', '\ufeff# A\r\n`old.ts`\r\n', '\ufeff# A\r\n`new.ts`\r\n'],
    ['tabs', '-\tone\n\t-\t`old.ts`\t \n', '-\tone\n\t-\t`new.ts`\t \n'],
    ['escaped pipes of a table', '| a \\| b | `old.ts` |\n', '| a \\| b | `new.ts` |\n'],
    ['an emoji before it', '👩‍🚀🚀 `old.ts` 👍\n', '👩‍🚀🚀 `new.ts` 👍\n'],
    ['nested quotes', '> > - `old.ts`\n> > \n> text\n', '> > - `new.ts`\n> > \n> text\n'],
    ['a reference definition with its title', '[x]:  <old.ts>  "T"\n', '[x]:  <new.ts>  "T"\n'],
    ['a missing line break at the end', '`old.ts`', '`new.ts`'],
  ])('%s', (_name, before, after) => {
    expect(apply(before, ['old.ts', 'new.ts'])).toBe(after)
  })
})

describe('several edits', () => {
  test('two on one line, of other lengths than what they replace', () => {
    expect(apply('`a.ts` and `bb.ts` and c', ['bb.ts', 'b'], ['a.ts', 'longer.ts'])).toBe('`longer.ts` and `b` and c')
  })

  test('of overlapping ones the first by place is applied, the others wait', () => {
    const text = 'docs/old/a.md'
    const [outer, inner] = [finding(text, 'docs/old', 'guides'), finding(text, 'old/a.md', 'b.md')]
    const { text: fixed, applied, waiting } = applyFixes(text, [inner, outer], 'safe')

    expect(fixed).toBe('guides/a.md')
    expect(applied).toEqual([outer])
    expect(waiting).toEqual([inner])
  })

  test('the same edit of two rules is made once and answers both', () => {
    const text = 'see old.ts'
    const both = [finding(text, 'old.ts', 'new.ts'), { ...finding(text, 'old.ts', 'new.ts'), rule: 'other' }]

    expect(applyFixes(text, both, 'safe')).toMatchObject({ text: 'see new.ts', applied: both, waiting: [] })
  })

  test('edits that touch are both made', () => {
    expect(apply('ab', ['a', 'x'], ['b', 'y'])).toBe('xy')
  })

  test('suggestions only where they are asked for', () => {
    const text = 'a b'
    const findings = [finding(text, 'a', 'x'), finding(text, 'b', 'y', { safety: 'suggestion' })]

    expect(applyFixes(text, findings, 'safe').text).toBe('x b')
    expect(applyFixes(text, findings, 'all').text).toBe('x y')
  })
})

test('an edit of words that do not stand there any more is refused, others are made', () => {
  const judged = 'first old.ts, then gone.ts'
  const findings = [finding(judged, 'old.ts', 'new.ts'), finding(judged, 'gone.ts', 'here.ts')]
  const { text, applied, refused } = applyFixes('first old.ts, and gone.ts', findings, 'safe')

  expect(text).toBe('first new.ts, and gone.ts')
  expect(applied).toEqual([findings[0]])
  expect(refused).toEqual([findings[1]])
})

test('an edit that changes nothing is none', () => {
  expect(applyFixes('a', [finding('a', 'a', 'a')], 'safe')).toMatchObject({ text: 'a', applied: [] })
})

describe('a pipe in what is written', () => {
  test('is escaped in a table, in code too', () => {
    expect(apply('| a | `old` |\n', ['old', 'x|y'])).toBe('| a | `x\\|y` |\n')
  })

  test('is not escaped twice', () => {
    expect(apply('| a | `old` |\n', ['old', 'x\\|y'])).toBe('| a | `x\\|y` |\n')
  })

  test('stays outside of tables', () => {
    expect(apply('| a |\n\n`old`\n', ['old', 'x|y'])).toBe('| a |\n\n`x|y`\n')
  })
})
