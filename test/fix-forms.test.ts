/** Whatever form a claim is written in, a fix keeps it: one document after another, fixed in a real repository. */
import { describe, expect, test } from 'vitest'
import { editedSource } from '../src/hosts/edited-source.ts'
import { runCheck } from '../src/hosts/cli/check-run.ts'
import { fixInPasses } from '../src/hosts/fix-passes.ts'
import { checkoutOf } from './support/checkout.ts'

const BEFORE = { 'guide/old.md': '# Old\n\n## Part\n', 'src/old.ts': 'export const answer = 42\n\n\n', 'img/old.png': 'png', 'src/lib/deep.ts': 'export const deep = 1\n' }
const AFTER = { 'guide/new page.md': BEFORE['guide/old.md'], 'src/new.ts': BEFORE['src/old.ts'], 'img/new(1).png': 'png', 'src/core/deep.ts': BEFORE['src/lib/deep.ts'] }

/** Fixes one document, suggestions included. */
async function fixed(text: string, document = 'README.md'): Promise<string> {
  const root = checkoutOf({ ...BEFORE, [document]: text }, { ...AFTER, [document]: text })
  const { files } = await fixInPasses(edited => runCheck(
    { command: 'check', paths: [], targets: [], flags: { root, cache: false } }, false, source => editedSource(source, edited),
  ), 'all')
  return files.find(file => file.path === document)?.after.toString('utf8') ?? text
}

describe('links', () => {
  test.each([
    ['title and fragment', '[x](guide/old.md#part "Old")\n', '[x](guide/new%20page.md#part "Old")\n'],
    ['dot in front', '[x](./guide/old.md)\n', '[x](./guide/new%20page.md)\n'],
    ['query', '[x](guide/old.md?plain=1#part)\n', '[x](guide/new%20page.md?plain=1#part)\n'],
    ['root', '[x](/guide/old.md)\n', '[x](/guide/new%20page.md)\n'],
    ['angle brackets', '[x](<guide/old.md> \'t\')\n', '[x](<guide/new%20page.md> \'t\')\n'],
    ['image with parentheses', '![x](img/old.png)\n', '![x](img/new%281%29.png)\n'],
    ['reference definition', '[x][y]\n\n[y]:   guide/old.md  (Title)\n', '[x][y]\n\n[y]:   guide/new%20page.md  (Title)\n'],
    ['definition in nested quotes', '> > [x][y]\n> >\n> > [y]: guide/old.md\n', '> > [x][y]\n> >\n> > [y]: guide/new%20page.md\n'],
    ['attributes in both quotes', '<a href=\'guide/old.md#part\'><img src="img/old.png"></a>\n', '<a href=\'guide/new%20page.md#part\'><img src="img/new%281%29.png"></a>\n'],
    ['line numbers', '[x](src/old.ts#L1-L2)\n', '[x](src/new.ts#L1-L2)\n'],
    ['rule files of an editor', '[x](mdc:src/old.ts)\n', '[x](mdc:src/new.ts)\n'],
    ['table with escaped pipes', '| a \\| b | c |\n|---|---|\n| `x \\| y` | [x](src/old.ts) and [y](guide/old.md) |\n', '| a \\| b | c |\n|---|---|\n| `x \\| y` | [x](src/new.ts) and [y](guide/new%20page.md) |\n'],
    ['emoji and line endings of Windows', '\ufeff👩‍🚀 [x](src/old.ts)\r\n\r\n-\t[y](src/old.ts)\r\n', '\ufeff👩‍🚀 [x](src/new.ts)\r\n\r\n-\t[y](src/new.ts)\r\n'],
  ])('%s', async (_name, before, after) => {
    expect(await fixed(before)).toBe(after)
  })

  test('from a folder', async () => {
    expect(await fixed('[x](../src/old.ts), [y](./../src/old.ts)\n', 'guide/index.md')).toBe('[x](../src/new.ts), [y](../src/new.ts)\n')
  })
})

describe('paths', () => {
  test.each([
    ['two on one line', '`src/old.ts` and `src/lib/deep.ts`\n', '`src/new.ts` and `src/core/deep.ts`\n'],
    ['with a line', 'See `src/old.ts:2`.\n', 'See `src/new.ts:2`.\n'],
    ['in a command', '```sh\nnode ./src/old.ts --watch\n```\n', '```sh\nnode ./src/new.ts --watch\n```\n'],
    ['a folder keeps its slash', 'In `src/lib/` it is.\n', 'In `src/core/` it is.\n'],
    ['label and destination', '[`src/old.ts`](src/old.ts)\n', '[`src/new.ts`](src/new.ts)\n'],
    ['double backticks', '``src/old.ts``\n', '``src/new.ts``\n'],
    ['a part of the path', 'The module `lib/deep.ts` does it.\n', 'The module `core/deep.ts` does it.\n'],
  ])('%s', async (_name, before, after) => {
    expect(await fixed(before)).toBe(after)
  })

  test('relative to the document', async () => {
    expect(await fixed('`../src/old.ts`\n', 'guide/index.md')).toBe('`../src/new.ts`\n')
  })
})
