import { describe, expect, it } from 'vitest'
import { statementAt } from '../../../src/analysis/versions/statement.ts'

/** Form and range of the statement at the beginning of a text. */
function read(text: string): string | undefined {
  const found = statementAt(text, 0)
  return found === undefined ? undefined : `${found.form} ${found.range}`
}

describe('a stated version', () => {
  it.each([
    ['20', 'at 20'], ['v20.11.0', 'at 20.11.0'], ['20.x', 'at 20'], ['20.11.x', 'at 20.11'], ['20.', 'at 20'],
    ['18+', 'from >=18'], ['18.17+', 'from >=18.17'], ['>= 18', 'from >=18'], ['≥18', 'from >=18'], ['18 or newer', 'from >=18'],
    ['18 (or later)', 'from >=18'], ['18 and above', 'from >=18'], ['at least 18', 'from >=18'], ['18 minimum', 'from >=18'],
    ['18, 20 and 22', 'among 18 || 20 || 22'], ['18.x || 20.x', 'among 18 || 20'], ['18/20', 'among 18 || 20'], ['18 to 22', 'among >=18 <=22'],
    ['18-22', 'among >=18 <=22'], ['>=18 <23', 'among >=18 <23'], ['20.19+, 22.12+', 'from >=20.19 || >=22.12'],
    ['^20.19.0 || >=22.12.0', 'from ^20.19.0 || >=22.12.0'], ['20 and 16 GB of memory', 'at 20'], ['20, 4 cores', 'at 20'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['', 'LTS', '20-alpine', '20%', '2024', '< 18', '<= 18', '20th', '18beta', '1.2.3.4'])('%j is none', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('gives its offsets', () => {
    expect(statementAt('Node >= 18.17 (LTS)', 5)).toMatchObject({ start: 5, end: 13, version: '18.17' })
  })
})
