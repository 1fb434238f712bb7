/** Random Markdown that is the same on every machine. */

/** What documents are made of; each piece is as good as another at any place. What the parsers read differently is left out: see the test. */
const ATOMS: readonly string[] = [
  'word', ' ', ' ', '\n', '\n', '\n\n', '\r\n', '\t', '  ', '    ', '`code`', '`` a`b ``', '`', '``', '*', '**', '_', '~~', '# ', '### ', '\n===\n', '\n---\n',
  '- ', '* ', '1. ', '2) ', '- [ ] task\n', '> ', '> > ', '\n> - ', '\n  - ', '\n   ```sh\n   ls\n   ```\n', '\n```ts\nlet a\n```\n', '\n~~~\n', '\n```\n', '[', ']', '](a/b.md)',
  '](<a b> "t")', '![alt](i.png)', '[text](x.md#y)', '[ref][Ref]', '[ref]', '\n[ref]: /url "title"\n', '\n[Ref]: <u r l>\n', 'x<b>', '<!-- c -->', '\n<div>\n', '&amp;', '\\', '\\`', '\\|',
  '|', '\n| a | b |\n|---|---|\n| `c` | d\\|e |\n', '\n| `x\\|y` |\n|:-:|\n', '日本語', '「`コード`」', '😀', '👩‍👩‍👧', 'é', '\u00a0', 'https://a.b/c ', '<https://d.e>', '\n[^1]: note\n\n', '  \n', '\\\n',
]

/** mulberry32: 32 bits of state, good enough to shuffle words. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The pieces of a document, 3 to 42 of them. */
export function fuzzPieces(seed: number): readonly string[] {
  const random = createRandom(seed)
  const count = 3 + Math.floor(random() * 40)
  return Array.from({ length: count }, () => ATOMS[Math.floor(random() * ATOMS.length)] ?? '')
}

/** A document made of them. */
export function fuzzDocument(seed: number): string {
  return fuzzPieces(seed).join('')
}
