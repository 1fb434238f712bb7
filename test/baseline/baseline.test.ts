import { describe, expect, test } from 'vitest'
import { entryOf, formatBaseline, parseBaseline } from '../../src/baseline/baseline.ts'

describe('the text of a baseline', () => {
  const ENTRIES = [
    { path: 'b.md', rule: 'y', subject: 'one' }, { path: 'a.md', rule: 'z', subject: 'two' }, { path: 'a.md', rule: 'z', subject: 'ten' },
    { path: '__proto__', rule: 'constructor', subject: '"\n"' }, { path: 'a.md', rule: 'z', subject: 'two' },
  ]

  test('is the same for the same entries in any order, and says them again', () => {
    const text = formatBaseline(ENTRIES)

    expect(formatBaseline([...ENTRIES].reverse())).toBe(text)
    expect(parseBaseline(text)).toHaveLength(5)
    expect(formatBaseline(parseBaseline(text))).toBe(text)
    expect(parseBaseline(text)).toContainEqual({ path: '__proto__', rule: 'constructor', subject: '"\n"' })
  })
})

test('an entry has every white space as one blank', () => {
  expect(entryOf({ path: 'a.md', rule: 'x', subject: ' npm  run\n\tx ' })).toEqual({ path: 'a.md', rule: 'x', subject: 'npm run x' })
})
