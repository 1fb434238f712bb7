import { describe, expect, it } from 'vitest'
import { ExactIndex } from '../../../src/analysis/symbols/exact-scan.ts'
import { NameIndex } from '../../../src/analysis/symbols/word-scan.ts'

/** Every offset of a word that does not stand inside of a longer one. */
function places(text: string, word: string, letter: RegExp): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')) found.push(at)
  }
  return found
}

const TEXT = 'openSocket open_socket $openSocket openSocket2 (openSocket) x.open-socket OPENSOCKET; openSocket\n$LIMIT "LIMIT" LIMITS A_LIMIT LIMIT'

describe('an exact scan', () => {
  it.each([true, false])('finds the places that a plain search finds; `$` is a letter: %s', (dollar) => {
    const words = ['openSocket', 'LIMIT', 'LIMITS', 'x', 'none']
    const found = new Map(words.map((word): [string, number[]] => [word, []]))
    new ExactIndex(words, { dollar }).scan(Buffer.from(TEXT), (word, at) => found.get(word)?.push(at))
    const letter = dollar ? /[\w$]/ : /\w/
    for (const word of words) expect(found.get(word), word).toEqual(places(TEXT, word, letter))
    expect(found.get('LIMIT')).toHaveLength(dollar ? 2 : 3)
  })

  it('finds a word of another script, and one at each end', () => {
    const found: [string, number][] = []
    new ExactIndex(['größe', 'ende'], { dollar: true }).scan(Buffer.from('größe, ende'), (word, at) => found.push([word, at]))
    expect(found).toEqual([['größe', 0], ['ende', 9]])
  })

  it('finds nothing when nothing is looked for', () => {
    const found: string[] = []
    new ExactIndex([], { dollar: true }).scan(Buffer.from(TEXT), word => found.push(word))
    expect(found).toEqual([])
  })
})

describe('a scan for names in any spelling', () => {
  it('finds each spelling, and says which one is exact', () => {
    const found: [number, boolean][] = []
    new NameIndex(['openSocket']).scan(Buffer.from(TEXT), (_, at, exact) => found.push([at, exact]))
    expect(found).toEqual([[0, true], [11, false], [48, true], [62, false], [74, false], [86, true]])
  })

  it('takes two hyphens for an end', () => {
    const found: number[] = []
    new NameIndex(['openSocket']).scan(Buffer.from('open--socket open-socket -open-socket'), (_, at) => found.push(at))
    expect(found).toEqual([13, 26])
  })

  it('forgets a name, not its neighbours', () => {
    const index = new NameIndex(['openSocket', 'open_socket', 'limit'])
    index.delete('openSocket')
    index.delete('nobody')
    const found: string[] = []
    index.scan(Buffer.from('open_socket limit'), name => found.push(name))
    index.delete('open_socket')
    index.scan(Buffer.from('open_socket limit'), name => found.push(name))
    expect(found).toEqual(['open_socket', 'limit', 'limit'])
  })
})
