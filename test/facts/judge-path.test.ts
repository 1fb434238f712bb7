/** Every verdict and every reason of a path, named for the false alarm or the drift that it guards. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noMissingPaths } from '../../rules/docs/no-missing-paths.ts'
import { checkDocuments } from '../../src/core/check.ts'
import { createRepository, type Repository } from '../../src/core/repository.ts'
import type { ContentSource } from '../../src/core/source.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { checkoutOf, temporaryFolder } from '../support/checkout.ts'
import { memorySource } from '../support/memory-repository.ts'

type Tree = Readonly<Record<string, string>>

/** Verdicts of a document in one line each: "subject: holds", "subject: unknown, reason", "subject: high, message: evidence". */
function judge(repository: Repository, document: string, ignore: readonly string[] = []): string[] {
  const report = checkDocuments(repository, [document], {
    rules: [{ rule: noMissingPaths, severity: 'error', options: { ...noMissingPaths.meta.defaultOptions, ignore } }],
    isStrict: () => false, minConfidence: 'low', setAside: [], keepReferences: true,
  })
  return report.references.map(({ subject, verdict }) => {
    if (verdict.status === 'holds') return `${subject}: holds${verdict.evidence === undefined ? '' : `, ${verdict.evidence}`}`
    if (verdict.status === 'unknown') return `${subject}: unknown, ${verdict.reason}`
    const fix = verdict.fix === undefined ? '' : ` [${verdict.fix.safety}: ${verdict.fix.text}]`
    return `${subject}: ${verdict.confidence}, ${verdict.messageId}${verdict.evidence === undefined ? '' : `: ${verdict.evidence.replace(/ in [0-9a-f]{8}/, '')}`}${fix}`
  })
}

/** Without any history. */
function inMemory(text: string, files: Tree = {}, document = 'README.md'): string[] {
  return judge(createRepository({ root: '/memory', source: memorySource({ ...BASE, ...files, [document]: text }), settings: {} }), document)
}

/** After one commit for each earlier tree; the document stands in all of them, so that it is as old as they are. */
function afterHistory(text: string, trees: readonly Tree[], document = 'README.md'): string[] {
  const root = checkoutOf(...trees.map(tree => ({ ...BASE, ...tree, [document]: text })))
  return judge(openRoot(root), document)
}

function openRoot(root: string): Repository {
  const checkout = findCheckout(root)
  if (checkout === undefined) throw new Error('no checkout')
  return createRepository({ root, source: openWorktree(checkout), settings: {} })
}

const BASE: Tree = { 'src/main.ts': 'one\ntwo\nthree\n', 'src/http/server.ts': 's', 'docs/guide.md': 'g' }
const GONE = 'removed: deleted (2024-01-03)'

describe('holds', () => {
  it.each([
    ['a path', 'src/main.ts'], ['a folder', 'src/http/'], ['a glob', 'src/**/*.ts'], ['a line', 'src/main.ts:3'], ['a range', 'src/main.ts#L1-L3'],
  ])('%s', (_what, written) => {
    expect(inMemory(`\`${written}\``)).toEqual([`${written}: holds`])
  })

  it('and says which file is meant by a part of a path', () => {
    expect(inMemory('`http/server.ts` `src/main.js` `src/main`')).toEqual([
      'http/server.ts: holds, `src/http/server.ts`', 'src/main.js: holds, `src/main.ts`', 'src/main: holds, `src/main.ts`',
    ])
  })
})

describe('drift', () => {
  it('a deleted file', () => {
    expect(afterHistory('`src/old.ts`', [{ 'src/old.ts': 'o' }, {}])).toEqual([`src/old.ts: high, ${GONE}`])
  })

  it('a renamed file, with a safe fix', () => {
    expect(afterHistory('`src/old.ts`', [{ 'src/old.ts': 'content' }, { 'src/fresh.ts': 'content' }]))
      .toEqual(['src/old.ts: high, removed: renamed to `src/fresh.ts` (2024-01-03) [safe: src/fresh.ts]'])
  })

  it('a file moved with changes, with a suggestion', () => {
    expect(afterHistory('`src/old-name.ts`', [{ 'src/old-name.ts': 'before' }, { 'lib/old-name.ts': 'after' }]))
      .toEqual(['src/old-name.ts: high, removed: renamed to `lib/old-name.ts` (2024-01-03) [suggestion: lib/old-name.ts]'])
  })

  it('a fix is written from where the old path was written from', () => {
    expect(afterHistory('`./img/old.svg`', [{ 'docs/img/old.svg': 'svg' }, { 'docs/img/new.svg': 'svg' }], 'docs/page.md'))
      .toEqual(['./img/old.svg: high, removed: renamed to `docs/img/new.svg` (2024-01-03) [safe: ./img/new.svg]'])
  })

  it('a path with a line is only suggested: the line may be another one now', () => {
    expect(afterHistory('`src/old.ts:1`', [{ 'src/old.ts': 'content' }, { 'src/fresh.ts': 'content' }]))
      .toEqual(['src/old.ts:1: high, removed: renamed to `src/fresh.ts` (2024-01-03) [suggestion: src/fresh.ts]'])
  })

  it('an empty file that appears when another one goes is not certainly the same', () => {
    expect(afterHistory('`src/old.ts`', [{ 'src/old.ts': '' }, { 'src/fresh.ts': '' }]))
      .toEqual(['src/old.ts: high, removed: renamed to `src/fresh.ts` (2024-01-03) [suggestion: src/fresh.ts]'])
  })

  it('a rename that the line tells of itself is only suggested', () => {
    const both = afterHistory('`src/old.ts` now stands beside `src/fresh.ts`', [{ 'src/old.ts': 'content' }, { 'src/fresh.ts': 'content' }])
    expect(both).toContain('src/old.ts: high, removed: renamed to `src/fresh.ts` (2024-01-03) [suggestion: src/fresh.ts]')
  })

  it('no fix for a path whose line lies beyond the end of the successor', () => {
    expect(afterHistory('`src/old.ts:3`', [{ 'src/old.ts': 'content' }, { 'src/fresh.ts': 'content' }])).toEqual(['src/old.ts:3: high, removed: renamed to `src/fresh.ts` (2024-01-03)'])
  })

  it('a moved folder', () => {
    expect(afterHistory('`src/old/`', [{ 'src/old/a.ts': '1', 'src/old/b.ts': '2' }, { 'src/next/a.ts': '1', 'src/next/b.ts': '2' }]))
      .toEqual(['src/old/: high, removed: renamed to `src/next` (2024-01-03) [suggestion: src/next]'])
  })

  it('a part of a path that once was', () => {
    expect(afterHistory('`http/old.ts`', [{ 'src/http/old.ts': 'o' }, {}])).toEqual(['http/old.ts: high, removed: `src/http/old.ts` was deleted (2024-01-03)'])
  })

  it('a bare name that once was, with less confidence', () => {
    expect(afterHistory('`promote.sh`', [{ 'ops/promote.sh': 'o' }, {}])).toEqual(['promote.sh: medium, removed: `ops/promote.sh` was deleted (2024-01-03)'])
  })

  it('a sibling of the path before', () => {
    expect(afterHistory('`src/main.ts` and `helper.ts`', [{ 'src/helper.ts': 'o' }, {}])).toEqual(['src/main.ts: holds', `helper.ts: high, ${GONE}`])
  })

  it('a path with a .js that was renamed to .ts under the text', () => {
    expect(afterHistory('`src/conv.js`', [{ 'src/conv.js': 'c' }, { 'src/conv.ts': 'c' }])).toEqual(['src/conv.js: high, removed: renamed to `src/conv.ts` (2024-01-03) [safe: src/conv.ts]'])
  })

  it('a path in a command, after a cd', () => {
    expect(afterHistory('```sh\ncd web\nnode lib/old.js\n```', [{ 'web/lib/old.js': 'o', 'web/a': '' }, { 'web/a': '' }])).toEqual([`lib/old.js: high, ${GONE}`])
  })

  it('an entry of a tree diagram', () => {
    const tree = '```\n.\n├── src/\n│   ├── main.ts\n│   ├── http/\n│   └── old.ts\n└── docs/\n```'
    expect(afterHistory(tree, [{ 'src/old.ts': 'o' }, {}]).filter(line => !line.endsWith('holds'))).toEqual([`old.ts: high, ${GONE}`])
  })

  it('an entry of a tree that never was: medium beside a namesake, low without', () => {
    const tree = (entry: string): string => `\`\`\`\n.\n├── src/\n│   ├── main.ts\n│   ├── http/\n│   └── ${entry}\n└── docs/\n\`\`\``
    expect(inMemory(tree('main.go')).filter(line => !line.endsWith('holds'))).toEqual(['main.go: medium, missing: the nearest name is `src/main.ts` [suggestion: main.ts]'])
    expect(inMemory(tree('unheard.go')).filter(line => !line.endsWith('holds'))).toEqual(['unheard.go: low, missing'])
  })

  it('a glob that matches nothing any more', () => {
    expect(afterHistory('`src/jobs/*.go`', [{ 'src/jobs/a.go': 'o' }, {}])).toEqual(['src/jobs/*.go: high, noMatch: the last match `src/jobs/a.go` was deleted (2024-01-03)'])
  })

  it('another letter case, with a safe fix', () => {
    expect(inMemory('`src/Main.ts` `./SRC/http/`')).toEqual([
      'src/Main.ts: high, wrongCase: the repository has `src/main.ts` [safe: src/main.ts]', './SRC/http/: high, wrongCase: the repository has `src/http` [safe: src/http]',
    ])
  })

  it('another letter case in a tree diagram: the fix changes the shown name only', () => {
    const tree = '```\n.\n├── src/\n│   ├── Main.ts\n│   └── http/\n│       └── server.ts\n└── docs/\n```'
    expect(inMemory(tree).filter(line => !line.endsWith('holds'))).toEqual(['Main.ts: high, wrongCase: the repository has `src/main.ts` [safe: main.ts]'])
  })

  it('a line beyond the end', () => {
    expect(inMemory('`src/main.ts:4` `src/main.ts:2-9` `http/server.ts:2`')).toEqual([
      'src/main.ts:4: high, lineBeyondEnd: `src/main.ts` ends at line 3', 'src/main.ts:2-9: high, lineBeyondEnd: `src/main.ts` ends at line 3',
      'http/server.ts:2: high, lineBeyondEnd: `src/http/server.ts` ends at line 1',
    ])
  })

  it('a near namesake that never was', () => {
    expect(inMemory('`src/http/servre.ts`', {}, 'CONTRIBUTING.md')).toEqual(['src/http/servre.ts: medium, missing: the nearest name is `src/http/server.ts` [suggestion: src/http/server.ts]'])
    expect(inMemory('`src/http/server.go`', {}, 'CONTRIBUTING.md')).toEqual(['src/http/server.go: medium, missing: the nearest name is `src/http/server.ts` [suggestion: src/http/server.ts]'])
    expect(inMemory('`typedoc.js`', { 'typedoc.json': '{}' }, 'CONTRIBUTING.md')).toEqual(['typedoc.js: medium, missing: the nearest name is `typedoc.json` [suggestion: typedoc.json]'])
  })

  it('a missing file among full siblings', () => {
    expect(inMemory('`ops/run/third-thing.sh`', { 'ops/run/one.sh': '', 'ops/run/two.sh': '' })).toEqual(['ops/run/third-thing.sh: medium, missing: `ops/run` holds 2 entries, but no `third-thing.sh`'])
  })

  it('the text of a link that was left behind', () => {
    expect(afterHistory('[`docs/old.md`](docs/fresh.md)', [{ 'docs/old.md': 'text' }, { 'docs/fresh.md': 'text' }]))
      .toEqual(['docs/old.md: high, removed: renamed to `docs/fresh.md` (2024-01-03) [safe: docs/fresh.md]'])
  })
})

describe('no false alarm: unknown', () => {
  const old: readonly Tree[] = [{ 'src/old.ts': 'o' }, {}]

  it.each([
    ['named because it was removed', 'The file `src/old.ts` was removed.', 'the text itself says that it is gone'],
    ['in a section on removals', '# A\n\n## Removed files\n\n`src/old.ts`\n', 'the section is about removed things'],
    ['struck through', '~~`src/old.ts`~~', 'it is struck through'],
    ['made by a tool', '`src/old.ts` is generated by the build', 'the text says that a tool makes it'],
    ['on another machine', 'Look at `src/old.ts` inside the container', 'the text says that it lies elsewhere'],
    ['cited at a revision', '`HEAD~1:src/old.ts`', 'it is cited at revision HEAD~1'],
    ['linked at a fixed revision', '[`src/old.ts`](https://github.com/a/b/blob/v1.2/src/old.ts)', 'it is linked at a fixed revision'],
  ])('%s', (_what, text, reason) => {
    const lines = afterHistory(text, old)
    expect(lines.filter(line => line.includes('old.ts'))).toEqual([expect.stringMatching(new RegExp(`src/old\\.ts: unknown, ${reason}$`))])
  })

  it('a weak claim in words that speak of something else', () => {
    expect(afterHistory('Create `ops/jobs/nightly` first', [{ 'ops/jobs/nightly/run.sh': 'o' }, {}])).toEqual(['ops/jobs/nightly: unknown, the text calls it planned'])
    expect(afterHistory('`ops/jobs/nightly` (optional)', [{ 'ops/jobs/nightly/run.sh': 'o' }, {}])).toEqual(['ops/jobs/nightly: unknown, the text calls it conditional'])
    expect(afterHistory('For example `ops/jobs/nightly`', [{ 'ops/jobs/nightly/run.sh': 'o' }, {}])).toEqual(['ops/jobs/nightly: unknown, it is only an example'])
  })

  it('above the root, whatever stands in front', () => {
    expect(inMemory('`/../none.go`')).toEqual([])
    expect(inMemory('`docs/../../none.go`')).toEqual(['docs/../../none.go: unknown, it leads out of the repository'])
  })

  it('in a plan or a record', () => {
    expect(afterHistory('`src/old.ts`', old, 'docs/roadmap.md')).toEqual(['src/old.ts: unknown, the document is a plan: its paths speak of another day'])
    expect(afterHistory('`src/old.ts`', old, 'docs/security-audit.md')).toEqual(['src/old.ts: unknown, the document is a record: its paths speak of another day'])
  })

  it('ignored by git now', () => {
    expect(afterHistory('`src/made.ts`', [{ 'src/made.ts': 'o' }, { '.gitignore': 'src/made.ts\n' }])).toEqual(['src/made.ts: unknown, git ignores it now'])
  })

  it('ignored by git and never there', () => {
    expect(inMemory('`dist/app.js` `build/`', { '.gitignore': 'dist\n/build\n' })).toEqual(['dist/app.js: unknown, git ignores it', 'build/: unknown, git ignores it'])
  })

  it('output that was once committed by accident', () => {
    expect(afterHistory('`dist/lib/`', [{ 'dist/lib/a.js': 'o' }, {}])).toEqual(['dist/lib/: unknown, a build makes it'])
  })

  it('without history, what never was is not called so', () => {
    expect(inMemory('`api/v9/none.go`')).toEqual(['api/v9/none.go: unknown, there is no git history'])
  })

  it('with history, what never was is the reader\'s or planned', () => {
    expect(afterHistory('`api/v9/none.go` `unheard-of.go`', [{}])).toEqual(['api/v9/none.go: unknown, it never existed in this repository', 'unheard-of.go: unknown, no file of this name is or was here'])
  })

  it('a command in a folder that nobody knows', () => {
    expect(inMemory('```sh\ncd $DIR\ncat api/none.go\n```')).toEqual(['api/none.go: unknown, the folder that the command runs in can\'t be known'])
  })

  it('a path out of the repository', () => {
    expect(inMemory('`../../../other/none.go`')).toEqual(['../../../other/none.go: unknown, there is no git history'])
  })

  it('in a submodule', () => {
    const source = memorySource({ ...BASE, 'README.md': '`vendored/lib/core.c`' })
    const withModule: ContentSource = { ...source, files: new Map([...source.files, ['vendored/lib', { mode: '160000', blob: undefined }]]) }
    expect(judge(createRepository({ root: '/memory', source: withModule, settings: {} }), 'README.md')).toEqual(['vendored/lib/core.c: unknown, it lies in the submodule `vendored/lib`'])
  })

  it('a glob that never matched', () => {
    expect(afterHistory('`api/**/*.go`', [{}])).toEqual(['api/**/*.go: unknown, nothing matches, and nothing ever did'])
    expect(inMemory('`api/**/*.go`')).toEqual(['api/**/*.go: unknown, there is no git history'])
  })

  it('a glob that ignored files match', () => {
    expect(afterHistory('`src/gen/*.go`', [{ 'src/gen/a.go': 'o' }, { '.gitignore': 'src/gen\n' }])).toEqual(['src/gen/*.go: unknown, git ignores what matched'])
  })

  it('a glob whose last match is older than the document', () => {
    const root = checkoutOf({ ...BASE, 'src/jobs/a.go': 'o' }, BASE, { ...BASE, 'README.md': '`src/jobs/*.go`' })
    expect(judge(openRoot(root), 'README.md')).toEqual(['src/jobs/*.go: unknown, nothing matches since before the document was written'])
  })

  it('an entry of a tree whose folder is not there, or that is planned', () => {
    const tree = '```\n.\n├── src/\n│   ├── main.ts\n│   ├── http/\n│   └── next.ts   # to be created\n├── docs/\n│   └── guide.md\n└── lib/\n    └── none.ts\n```'
    expect(inMemory(tree).filter(line => line.includes('unknown'))).toEqual(['next.ts: unknown, the text calls it planned', 'none.ts: unknown, its folder is not there either'])
  })

  it('an entry of a tree that git ignores', () => {
    const tree = '```\n.\n├── src/\n│   ├── main.ts\n│   └── http/\n├── docs/\n└── dist/\n```'
    expect(inMemory(tree, { '.gitignore': 'dist\n' }).filter(line => line.includes('dist'))).toEqual(['dist/: unknown, git ignores it'])
  })

  it('an entry of a tree that is struck out or was removed and is ignored now', () => {
    const tree = '```\n.\n├── src/\n│   ├── main.ts\n│   ├── http/\n│   └── old.ts\n└── docs/\n```'
    expect(afterHistory(tree, [{ 'src/old.ts': 'o' }, { '.gitignore': 'old.ts\n' }]).filter(line => line.includes('old.ts'))).toEqual(['old.ts: unknown, git ignores it now'])
    expect(afterHistory(tree.replace('old.ts', 'old.ts  # deleted'), [{ 'src/old.ts': 'o' }, {}]).filter(line => line.includes('old.ts'))).toEqual(['old.ts: unknown, the text calls it removed'])
  })

  it('history that ends early', () => {
    const folder = temporaryFolder('shallow')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${checkoutOf({ ...BASE, 'src/old.ts': 'o', 'README.md': '`src/old.ts`' }, { ...BASE, 'README.md': '`src/old.ts`' })}`, 'clone'], { cwd: folder, stdio: 'ignore' })
    expect(judge(openRoot(path.join(folder, 'clone')), 'README.md')).toEqual(['src/old.ts: unknown, history is shallow, fetch with depth 0'])
  })
})

describe('no false alarm: no claim at all', () => {
  it.each([
    ['words with a slash', 'use `http/json` or `npm/js-api`', []],
    ['routes', '`/api/metrics` and `/v1/users`', []],
    ['names in prose that no file has', 'see unheard.go', []],
    ['a bare glob', '`*.xyz` `*.go`', []],
    ['the text of a link to another file that exists', '[`docs/none.md`](docs/guide.md)', []],
    ['the text of a link to another repository', '[`src/none.ts`](https://github.com/else/where/blob/main/src/none.ts)', []],
    ['somebody else\'s tree', '```\napp/\n├── routes/\n├── root.tsx\n└── entry.tsx\n```', []],
  ])('%s', (_what, text, expected) => {
    const root = checkoutOf({ ...BASE, 'README.md': text })
    expect(judge(openRoot(root), 'README.md')).toEqual(expected)
  })

  it('globs of paths that the user wants left alone', () => {
    const repository = createRepository({ root: '/memory', source: memorySource({ ...BASE, 'README.md': '`api/none.go` `src/Main.ts`' }), settings: {} })
    expect(judge(repository, 'README.md', ['api/**', '**/Main.ts'])).toEqual([])
  })
})

describe('the reader\'s own files', () => {
  it.each([
    ['a name that every project has, once removed here', '`yarn.lock`', { 'yarn.lock': 'y' }],
    ['a workflow that every project has', '`.github/workflows/ci.yml`', { '.github/workflows/ci.yml': 'y' }],
    ['settings named alone', '`plugins.yml`', { 'conf/plugins.yml': 'y' }],
  ])('%s', (_what, text, gone) => {
    for (const line of afterHistory(text, [gone, {}])) expect(line).toMatch(/: unknown, /)
  })

  it('in a manual for users a part of a path is the reader\'s', () => {
    expect(afterHistory('`http/old.ts`', [{ 'src/http/old.ts': 'o' }, {}], 'examples/basic/README.md')).toEqual([expect.stringMatching(/^http\/old\.ts: unknown, /)])
  })

  it('a document younger than the removal never meant the bare name', () => {
    const root = checkoutOf({ ...BASE, 'ops/promote.sh': 'o' }, BASE, { ...BASE, 'README.md': '`promote.sh`' })
    expect(judge(openRoot(root), 'README.md')).toEqual(['promote.sh: unknown, no file of this name is or was here'])
  })

  it('but the very path is drift in a younger document too', () => {
    const root = checkoutOf({ ...BASE, 'ops/promote.sh': 'o' }, BASE, { ...BASE, 'README.md': '`ops/promote.sh`' })
    expect(judge(openRoot(root), 'README.md')).toEqual([`ops/promote.sh: high, ${GONE}`])
  })

  it('a manual about another project: one path that once was is a coincidence', () => {
    const text = '`src/old.ts` `api/one.go` `api/two.go` `api/three.go` `api/four.go`'
    const lines = afterHistory(text, [{ 'src/old.ts': 'o' }, {}])
    expect(lines[0]).toBe('src/old.ts: unknown, most paths of this document were never in this repository')
    expect(afterHistory(`${text} \`src/main.ts\` \`docs/guide.md\` \`src/http/server.ts\``, [{ 'src/old.ts': 'o' }, {}])[0]).toBe(`src/old.ts: high, ${GONE}`)
  })
})
