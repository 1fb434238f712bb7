import { describe, expect, it } from 'vitest'
import { isTreeDiagram, treeEntries } from '../../../src/analysis/paths/tree-diagram.ts'
import { pathsInTrees } from '../../../src/analysis/paths/tree-mentions.ts'
import { createDocument } from '../../../src/core/document.ts'

function entries(text: string): string[] {
  const document = createDocument('README.md', text)
  return document.nodes('code').flatMap(node => [...treeEntries(document, node)].map((entry) => {
    expect(document.text.slice(entry.start, entry.end).replace(/^\.\/|\/$/g, '')).toBe(entry.name)
    return entry.path + (entry.folder ? '/' : '') + (entry.note === '' ? '' : ` | ${entry.note}`)
  }))
}

const fence = (lines: string): string => `\`\`\`\n${lines}\n\`\`\`\n`
const EXPECTED = ['app/', 'app/src/', 'app/src/main.ts', 'app/src/lib/', 'app/src/lib/a.ts', 'app/package.json']

describe('a diagram', () => {
  it.each([
    ['lines', 'app/\n├── src/\n│   ├── main.ts\n│   └── lib/\n│       └── a.ts\n└── package.json'],
    ['heavy lines', 'app/\n┣━━ src/\n┃   ┣━━ main.ts\n┃   ┗━━ lib/\n┃       ┗━━ a.ts\n┗━━ package.json'],
    ['short lines', 'app/\n├─ src/\n│  ├─ main.ts\n│  └─ lib/\n│     └─ a.ts\n└─ package.json'],
    ['bars', 'app/\n|-- src/\n|   |-- main.ts\n|   `-- lib/\n|       `-- a.ts\n`-- package.json'],
    ['pluses', 'app/\n+-- src/\n|   +-- main.ts\n|   +-- lib/\n|       +-- a.ts\n+-- package.json'],
    ['no-break spaces', 'app/\n├── src/\n│\u00a0\u00a0 ├── main.ts\n│\u00a0\u00a0 └── lib/\n│\u00a0\u00a0     └── a.ts\n└── package.json'],
  ])('of %s is rebuilt into paths', (_what, lines) => {
    expect(entries(fence(lines))).toEqual(EXPECTED)
    expect(isTreeDiagram(lines)).toBe(true)
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a quote', (text: string) => text.replace(/^(?=.)/gm, '> ')],
    ['a list', (text: string) => `- x\n\n${text.replace(/^(?=.)/gm, '  ')}`],
    ['tildes', (text: string) => text.replaceAll('```', '~~~')],
  ])('is read in %s', (_what, wrap) => {
    expect(entries(wrap(fence('app/\n├── src/\n│   ├── main.ts\n│   └── lib/\n│       └── a.ts\n└── package.json')))).toEqual(EXPECTED)
  })

  it('keeps comments as notes', () => {
    expect(entries(fence('.\n├── src/       # the code\n├── old.ts   <- removed\n└── a.ts ← new'))).toEqual(['src/ | # the code', 'old.ts | <- removed', 'a.ts | ← new'])
  })

  it('starts at a dot or at the branches', () => {
    expect(entries(fence('.\n├── src\n└── a.ts'))).toEqual(['src', 'a.ts'])
    expect(entries(fence('├── src\n│   └── a.ts\n└── b.ts'))).toEqual(['src', 'src/a.ts', 'b.ts'])
    expect(entries(fence('./\n├── src/\n└── ./b.ts'))).toEqual(['src/', 'b.ts'])
  })

  it('places several trees in one block apart', () => {
    expect(entries(fence('a/\n├── one.ts\n└── two.ts\n\nb/\n├── one.ts\n└── two.ts'))).toEqual(['a/', 'a/one.ts', 'a/two.ts', 'b/', 'b/one.ts', 'b/two.ts'])
  })

  it('leaves out what lies below a placeholder', () => {
    expect(entries(fence('app/\n├── <name>/\n│   └── a.ts\n├── ...\n└── b.ts'))).toEqual(['app/', 'app/b.ts'])
  })

  it('keeps names with brackets, dots and signs', () => {
    expect(entries(fence('app/\n├── [id].tsx\n├── (group)/\n├── @modal/\n├── +page.svelte\n├── _app.tsx\n└── .env.example'))).toEqual([
      'app/', 'app/[id].tsx', 'app/(group)/', 'app/@modal/', 'app/+page.svelte', 'app/_app.tsx', 'app/.env.example',
    ])
  })
})

describe('no diagram', () => {
  it.each([
    ['code', 'const a = 1\nconst b = 2'],
    ['one branch', 'app/\n└── a.ts'],
    ['a table', '| a | b |\n|---|---|\n| c | d |'],
    ['a box', '+------+\n| text |\n+------+'],
    ['a diff', '+ a\n- b\n+ c'],
    ['help', '--flag   what\n--other  what'],
  ])('is %s', (_what, value) => {
    expect(isTreeDiagram(value)).toBe(false)
  })
})

describe('mentions', () => {
  it('say what the note says, and carry their neighbours', () => {
    const text = fence('app/\n├── old.ts   # removed in v2\n├── new.ts   # to be created\n└── a.ts')
    const mentions = [...pathsInTrees(createDocument('README.md', text))]
    expect(mentions.map(({ target }) => [target.path, target.wording, target.origin])).toEqual([
      ['app/old.ts', 'removed', 'tree'], ['app/new.ts', 'planned', 'tree'], ['app/a.ts', undefined, 'tree'],
    ])
    expect(mentions[0]?.target.neighbours).toEqual(['app', 'app/old.ts', 'app/new.ts', 'app/a.ts'])
  })

  it('read a first line with folders as a path of its own', () => {
    const mentions = [...pathsInTrees(createDocument('README.md', fence('tests/specs/nursery/\n├── one.js\n└── two.js')))]
    expect(mentions.map(({ target }) => [target.path, target.origin])).toEqual([
      ['tests/specs/nursery', 'code'], ['tests/specs/nursery/one.js', 'tree'], ['tests/specs/nursery/two.js', 'tree'],
    ])
  })
})
