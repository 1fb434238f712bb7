import { describe, expect, it } from 'vitest'
import { pathsInComments } from '../../../src/analysis/paths/comments.ts'
import { pathsInFrontMatter } from '../../../src/analysis/paths/front-matter.ts'
import { codeSpan, pathsInCode, pathsInLabels, pathsInProse, pathsInShellComments } from '../../../src/analysis/paths/inline.ts'
import type { PathTarget } from '../../../src/analysis/paths/mention.ts'
import { createDocument, type Document } from '../../../src/core/document.ts'
import type { Mention } from '../../../src/core/reference.ts'

const read = (text: string, extract: (document: Document) => Iterable<Mention<PathTarget>>, path = 'README.md'): Mention<PathTarget>[] => [...extract(createDocument(path, text))]
const written = (text: string, extract: (document: Document) => Iterable<Mention<PathTarget>>, path?: string): string[] => read(text, extract, path).map(({ start, end }) => text.slice(start, end))
const code = (document: Document): Iterable<Mention<PathTarget>> => pathsInCode(document, () => false)

describe('code spans', () => {
  it.each([
    ['one path', 'a `lib/main.ts` b', ['lib/main.ts']],
    ['a path with a line', '`lib/main.ts:12-20` `lib/main.ts#L3` `lib/main.ts:4:2`', ['lib/main.ts:12-20', 'lib/main.ts#L3', 'lib/main.ts:4:2']],
    ['two backticks and padding', '`` lib/main.ts ``', ['lib/main.ts']],
    ['several paths', '`lib/main.ts + lib/other.ts` `main.ts, other.ts` `lib/main.ts and lib/other.ts`', ['lib/main.ts', 'lib/other.ts', 'main.ts', 'other.ts', 'lib/main.ts', 'lib/other.ts']],
    ['in headings, tables, lists, quotes', '# `lib/main.ts`\n\n| a |\n|---|\n| `lib/other.ts` |\n\n> - `lib/last.ts`\n', ['lib/main.ts', 'lib/other.ts', 'lib/last.ts']],
    ['not an arrow from old to new', '`lib/old.ts → lib/new.ts` `lib/old.ts => lib/new.ts`', []],
    ['not code with a path in it', '`import x from "lib/main.ts"` `a = lib/main.ts`', []],
    ['not words', '`read/write` `npm/js-api thing`', []],
    ['not over lines', '`lib/main.ts\nlib/other.ts`', []],
  ])('%s', (_what, text, expected) => {
    expect(written(text, code)).toEqual(expected)
  })

  it('leave commands to their reader', () => {
    const document = createDocument('README.md', '`cat lib/main.ts` `lib/other.ts`')
    expect([...pathsInCode(document, node => document.text.startsWith('`cat', node.start))].map(({ target }) => target.path)).toEqual(['lib/other.ts'])
  })

  it('know the folder of the path before in the same paragraph', () => {
    expect(read('`scripts/a-one.sh` and `restore.sh`\n\n`dump.sh`\n', code).map(({ target }) => [target.path, target.sibling])).toEqual([
      ['scripts/a-one.sh', undefined], ['restore.sh', 'scripts'], ['dump.sh', undefined],
    ])
  })

  it('know the destination of the link around them', () => {
    const text = '[`lib/main.ts`](lib/other.ts) [`lib/x1.ts`][R] [`lib/x2.ts`][none]\n\n[r]: lib/one.ts\n[r]: lib/two.ts\n'
    expect(read(text, code).map(({ target }) => [target.path, target.origin, target.link])).toEqual([
      ['lib/main.ts', 'link-text', 'lib/other.ts'], ['lib/x1.ts', 'link-text', 'lib/one.ts'], ['lib/x2.ts', 'code', undefined],
    ])
  })

  it('are found by their backticks', () => {
    const document = createDocument('README.md', 'a `` `x` `` `y` ` z `')
    expect(document.nodes('inlineCode').map((node) => {
      const { start, end } = codeSpan(document, node)
      return document.text.slice(start, end)
    })).toEqual(['`x`', 'y', 'z'])
  })

  it('say what the words around them say', () => {
    expect(read('The file `lib/main.ts` was removed in v2.\n\n~~`lib/other.ts`~~\n\n## Removed files\n\n`lib/last.ts`\n', code).map(({ target }) => [target.wording, target.struck, target.section])).toEqual([
      ['removed', undefined, undefined], [undefined, true, undefined], [undefined, undefined, 'removed'],
    ])
  })
})

describe('running text', () => {
  it.each([
    ['a path with a folder and an ending', 'see lib/main.ts, (docs/guide.md) and "conf/app.yml".', ['lib/main.ts', 'docs/guide.md', 'conf/app.yml']],
    ['a bare file name of source code', 'see main.ts and deploy.sh', ['main.ts', 'deploy.sh']],
    ['folders with a slash at the end', 'see packages/core/ here', ['packages/core/']],
    ['a path in a table cell', '| a |\n|---|\n| lib/main.ts |\n', ['lib/main.ts']],
    ['behind emoji', '😀 日本 lib/main.ts', ['lib/main.ts']],
    ['no products', 'Node.js, Next.js, Vue.js, socket.io, Three.js and NextAuth.js', []],
    ['no URLs', 'https://a.b/lib/main.ts and <https://a.b/lib/main.ts> www.a.b/lib/main.ts', []],
    ['no globs', 'all of lib/*.ts', []],
    ['no choices', 'read/write, and/or, http/json, feature/login', []],
    ['no code', '`lib/main.ts`', []],
  ])('%s', (_what, text, expected) => {
    expect(written(text, pathsInProse)).toEqual(expected)
  })
})

it('labels of reference links that are paths', () => {
  expect(written('[the file][lib/main.ts] [x][name] [lib/other.ts][]\n\n[lib/main.ts]: a\n[name]: b\n[lib/other.ts]: c\n', pathsInLabels)).toEqual(['lib/main.ts'])
})

describe('comments of shell blocks', () => {
  it('are running text', () => {
    const text = '> ```sh\n> # see conf/app.yml and nginx.conf\n> cat x # not/this.ts\n> ```\n\n```js\n# conf/other.yml\n```\n'
    expect(written(text, pathsInShellComments)).toEqual(['conf/app.yml', 'nginx.conf'])
  })

  it('are found with CRLF', () => {
    expect(written('```bash\r\n# a\r\n# conf/app.yml\r\n```\r\n', pathsInShellComments)).toEqual(['conf/app.yml'])
  })
})

describe('front matter', () => {
  it.each([
    ['a list', '---\npaths:\n  - lib/main.ts\n  - "docs/guide.md"\n---\n', ['lib/main.ts', 'docs/guide.md']],
    ['a flow list', '---\nrelated: [lib/main.ts, docs/guide.md]\n---\n', ['lib/main.ts', 'docs/guide.md']],
    ['a value', '---\nsource: lib/main.ts\n---\n', ['lib/main.ts']],
    ['globs', '---\nglobs: lib/**/*.ts\n---\n', ['lib/**/*.ts']],
    ['CRLF', '---\r\nsource: lib/main.ts\r\n---\r\n', ['lib/main.ts']],
    ['no keys of sites', '---\nslug: docs/guide.html\nimage: img/a-one.png\nsidebar_label: x/y.md\npermalink: /a/b.html\n---\n', []],
    ['no routes', '---\nsource: /docs/guide.md\n---\n', []],
    ['no TOML', '+++\nsource = "lib/main.ts"\n+++\n', []],
    ['nothing below it', '---\na: b\n---\n\nsource: lib/main.ts\n', []],
  ])('%s', (_what, text, expected) => {
    expect(written(text, pathsInFrontMatter)).toEqual(expected)
  })
})

describe('HTML comments', () => {
  it('give paths with folders, and names in backticks', () => {
    expect(written('<!-- see lib/main.ts, `deploy.sh` and deploy.sh -->\n\nlib/other.ts <!-- lib/last.ts -->\n', pathsInComments)).toEqual(['lib/main.ts', 'deploy.sh', 'lib/last.ts'])
  })

  it('and those of MDX', () => {
    expect(written('{/* see lib/main.ts */}\n\na {/* lib/last.ts */}\n', pathsInComments, 'README.mdx')).toEqual(['lib/main.ts', 'lib/last.ts'])
  })
})
