import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrokenLinks } from '../../rules/docs/no-broken-links.ts'
import { createDocument } from '../../src/core/document.ts'
import { extract } from '../../src/core/extraction.ts'
import { createRepository, type Repository } from '../../src/core/repository.ts'
import { formatMessage, type DocRule } from '../../src/core/rule.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { memoryRepository } from '../support/memory-repository.ts'

interface Outcome {
  readonly subject: string
  readonly status: string
  readonly says: string
  readonly evidence: string | undefined
  /** The document after the fix. */
  readonly fixed: string | undefined
  readonly safety: string | undefined
}

function judge(repository: Repository, document: string, text: string): Outcome[] {
  const setting = { rule: noBrokenLinks as unknown as DocRule, severity: 'error' as const, options: {} }
  // Targets go through the cache as JSON.
  const references = JSON.parse(JSON.stringify(extract(document, text, [setting]).references['no-broken-links'] ?? [])) as never[]
  return references.flatMap((reference: { subject: string }) => {
    const verdict = noBrokenLinks.verify(reference as never, repository, {})
    if (verdict === undefined) return []
    const isBroken = verdict.status === 'broken'
    const fix = isBroken ? verdict.fix : undefined
    return [{
      subject: reference.subject,
      status: isBroken ? `broken ${verdict.confidence}` : verdict.status,
      says: isBroken ? formatMessage(noBrokenLinks.meta.messages[verdict.messageId] ?? verdict.messageId, verdict.data) : verdict.status === 'unknown' ? verdict.reason : '',
      evidence: isBroken ? verdict.evidence : undefined,
      fixed: fix === undefined ? undefined : text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
      safety: fix?.safety,
    }]
  })
}

const FILES = {
  'README.md': '# Tool\n\n## Getting started\n\n## Getting started\n\n## Testing & docs\n',
  'docs/guide.md': '# Guide\n\n<a name="Own"></a>\n',
  'docs/a b.md': '# T\n',
  'docs/img/(1).png': '',
  'src/app/[id]/page.ts': 'one\ntwo\n',
  'src/Case.ts': '',
  '.gitignore': 'generated.md\n',
}

const judgeText = (text: string, document = 'docs/x.md', more: Readonly<Record<string, string>> = {}): Outcome[] =>
  judge(memoryRepository({ ...FILES, ...more, [document]: text }), document, text)
const statuses = (text: string, document?: string, more?: Readonly<Record<string, string>>): string[] =>
  judgeText(text, document, more).map(({ subject, status }) => `${subject} ${status}`)

describe('destinations', () => {
  it('reports exactly what is written, in every form', () => {
    const text = [
      '[a](gone-1.md "title") ![b](<gone 2.png>) [![c](gone-3.png)](gone-4.md) [`]`](gone-5(1).md)',
      '[d][ref] <img alt="x" src="gone-7.png" srcset="gone-8.png 1x, gone-9.png 2x"> <a href=gone-10.md>',
      '> [e](gone-11\\_x.md)',
      '[f](gone%2012.md)',
      '',
      '[ref]: <gone-6.md> (title)',
      '',
    ].join('\n')
    const found = judgeText(text)
    expect(found.map(outcome => outcome.subject)).toEqual([
      'gone-1.md', 'gone 2.png', 'gone-3.png', 'gone-4.md', 'gone-5(1).md', 'gone-7.png', 'gone-8.png', 'gone-9.png', 'gone-10.md',
      'gone-11\\_x.md', 'gone%2012.md', 'gone-6.md',
    ])
    expect(new Set(found.map(outcome => outcome.status))).toEqual(new Set(['broken high']))
    expect(found.at(-2)?.says).toBe('`gone 12.md` does not exist.')
  })

  it('reads JSX attributes', () => {
    expect(statuses('<Card href="./gone.md" /> <Link to={"./gone2.md"}>x</Link>\n\n<img src={logo} />\n', 'docs/x.mdx'))
      .toEqual(['./gone.md broken high', './gone2.md broken high'])
  })

  it('decodes before it looks', () => {
    expect(statuses('[a](a%20b.md) [b](<a b.md>) [c](img/\\(1\\).png) [d](../src/app/[id]/page.ts) [e](guide.md?raw=true) [f](%zz.md)\n'))
      .toEqual(['a%20b.md holds', 'a b.md holds', 'img/\\(1\\).png holds', '../src/app/[id]/page.ts holds', 'guide.md?raw=true holds', '%zz.md broken high'])
  })

  it('stays silent for what is no link into the repository', () => {
    const text = '[a](https://x.org/y) [b](mailto:a@b.c) [c](tel:1) [d](//x.org/a.md) [e]() [f](<path/to/x.md>) [g](./{{name}}.md) [h](url) [i](${x}/y.md) [j](...) <!-- [k](gone.md) <a href="gone.md"> --> www.x.org `[l](gone.md)`\n\n```md\n[m](gone.md)\n```\n'
    expect(judgeText(text)).toEqual([])
  })
})

describe('paths', () => {
  it('fixes the letter case', () => {
    const [outcome] = judgeText('[a](../src/case.ts#L1 "t")\n')
    expect(outcome).toMatchObject({ status: 'broken high', says: '`../src/case.ts` is written `src/Case.ts` in the repository.', safety: 'safe', fixed: '[a](../src/Case.ts#L1 "t")\n' })
  })

  it('names the nearest file', () => {
    expect(judgeText('[a](guid.md)\n')[0]).toMatchObject({ evidence: 'nearest: `docs/guide.md`', fixed: '[a](guide.md)\n', safety: 'suggestion' })
  })

  it('does not judge what it can\'t know', () => {
    expect(statuses('[a](generated.md) [b](../../issues) [c](../../../wiki/Home) [d](/some/route) [e](SomeType) [f](../node_modules/x/a.md) [g](y.html)\n').map(line => line.split(' ')[1]))
      .toEqual(Array(7).fill('unknown'))
    expect(statuses('[a](gone.md)\n', '.github/PULL_REQUEST_TEMPLATE.md')).toEqual(['gone.md unknown'])
    expect(statuses('[a](gone.md) [b](#gone)\n', 'packages/x/__fixtures__/a.md')).toEqual(['gone.md unknown', '#gone unknown'])
  })

  it('takes a root-absolute link for the repository\'s root', () => {
    expect(statuses('[a](/src/Case.ts) [b](/src/Gone.ts) [c](/logo.png)\n')).toEqual(['/src/Case.ts holds', '/src/Gone.ts broken high', '/logo.png unknown'])
  })

  it('lets a translation fall back to the original', () => {
    expect(statuses('[a](b.md) [b](c.md)\n', 'docs/de/x.md', { 'docs/en/b.md': '' })).toEqual(['b.md unknown', 'c.md broken high'])
  })

  it('asks the site for routes', () => {
    const site = { 'docs/.vitepress/config.ts': 'export default {}', 'docs/one/a.md': '', 'docs/one/b.md': '' }
    expect(statuses('[a](/one/a) [b](./one/b.html) [c](/one/c) [d](/elsewhere)\n', 'docs/x.md', site))
      .toEqual(['/one/a holds', './one/b.html holds', '/one/c broken medium', '/elsewhere unknown'])
  })
})

describe('fragments', () => {
  it('finds headings, repetitions and anchors', () => {
    expect(statuses('[a](#here) [b](../README.md#getting-started-1) [c](guide.md#own) [d](../README.md#testing--docs) [e](#) [f](#top) [g](..#tool) [h](#user-content-here) [i](guide.md#:~:text=a)\n\n# Here\n'))
      .toEqual(['#here holds', '../README.md#getting-started-1 holds', 'guide.md#own holds', '../README.md#testing--docs holds', '# holds', '#top holds', '..#tool holds', '#user-content-here holds', 'guide.md#:~:text=a holds'])
  })

  it('names the nearest', () => {
    expect(judgeText('[a](../README.md#testing-docs)\n')[0]).toMatchObject({
      status: 'broken high', says: '`README.md` has no heading or anchor `#testing-docs`.', evidence: 'nearest: `#testing--docs`',
      fixed: '[a](../README.md#testing--docs)\n', safety: 'suggestion',
    })
  })

  it('repairs a doubled mark', () => {
    expect(judgeText('[a](##here)\n\n# Here\n')[0]).toMatchObject({ status: 'broken high', safety: 'safe', fixed: '[a](#here)\n\n# Here\n' })
  })

  it('counts lines', () => {
    expect(judgeText('[a](../src/app/[id]/page.ts#L2) [b](../src/app/[id]/page.ts#L1-L3)\n').map(({ status, says }) => [status, says]))
      .toEqual([['holds', ''], ['broken high', '`src/app/[id]/page.ts` has only 2 lines.']])
  })

  it('is silent when the page may have more anchors', () => {
    expect(statuses('[a](#x)\n\n<!--@include: ./gone.md-->\n')).toEqual(['#x unknown'])
    expect(statuses('[a](#x) [b](../src/Case.ts#x) [c](#/route)\n\n## {{ title }}\n')).toEqual(['#x unknown', '../src/Case.ts#x unknown', '#/route unknown'])
  })

  it('accepts the style of the site and GitHub\'s', () => {
    const site = { 'docs/.vitepress/config.ts': 'export default {}' }
    expect(statuses('[a](#_1-first) [b](#1-first) [c](#first)\n\n## 1. First\n', 'docs/x.md', site)).toEqual(['#_1-first holds', '#1-first holds', '#first broken high'])
    expect(statuses('[a](#_1-first)\n\n## 1. First\n', 'README.md')).toEqual(['#_1-first broken high'])
  })
})

describe('with history', () => {
  let root = ''
  let repository: Repository
  beforeAll(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'doc-lockdown-test-')))
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'ignore' })
    }
    git('init', '-q', '-b', 'main')
    git('remote', 'add', 'origin', 'git@github.com:new-owner/tool.git')
    for (const [name, text] of [['src/old.ts', 'export const unusual = 12345\n'], ['LICENSE', 'text\n'], ['src/@scope/a.ts', 'a\n']] as const) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      writeFileSync(path.join(root, name), text)
    }
    git('add', '.')
    git('commit', '-qm', 'one')
    git('tag', 'v1')
    git('mv', 'src/old.ts', 'src/new.ts')
    git('rm', '-q', 'LICENSE')
    git('commit', '-qm', 'two')
    const checkout = findCheckout(root)
    if (checkout === undefined) throw new Error('no checkout')
    repository = createRepository({ root, source: openWorktree(checkout) })
  })
  afterAll(() => { rmSync(root, { recursive: true, force: true }) })

  it('says where a file went', () => {
    const [renamed, deleted] = judge(repository, 'README.md', '[a](src/old.ts) [b](LICENSE)\n')
    expect(renamed).toMatchObject({ status: 'broken high', says: '`src/old.ts` does not exist any more.', safety: 'safe', fixed: '[a](src/new.ts) [b](LICENSE)\n' })
    expect(renamed?.evidence).toMatch(/^renamed to `src\/new\.ts` in [0-9a-f]{8} \(\d{4}-\d\d-\d\d\)$/)
    expect(deleted?.evidence).toMatch(/^deleted in /)
  })

  it('judges URLs of its own, wherever they stand, and no other', () => {
    const own = 'https://github.com/new-owner/tool'
    const text = [
      `[a](${own}/blob/main/src/old.ts) ${own}/tree/main/src. <${own}/blob/main/src/%40scope/a.ts#L9>`,
      '[b](https://github.com/old-owner/tool/blob/master/src/old.ts) [c](https://github.com/old-owner/tool/blob/main/other.ts) [d](https://github.com/x/y/blob/main/a.ts)',
      `[e](${own}/blob/v1/src/old.ts) [f](${own}/blob/v1/src/new.ts) [g](${own}/blob/v9/a.ts) [h](${own}/issues/1) [i](${own}/blob/main/never.ts)`,
      `<!-- ${own}/blob/main/LICENSE -->`, '', '```ts', `// from ${own}/blob/main/src/old.ts, and ${own}/blob/main/example.ts`, '```', '',
    ].join('\n')
    expect(judge(repository, 'README.md', text).map(({ subject, status, says }) => `${subject.replace(/^https:\/\/github\.com\//, '')} ${status} ${says}`)).toEqual([
      'new-owner/tool/blob/main/src/old.ts broken high `src/old.ts` does not exist any more.',
      'new-owner/tool/tree/main/src holds ',
      'new-owner/tool/blob/main/src/%40scope/a.ts#L9 broken high `src/@scope/a.ts` has only 1 lines.',
      'old-owner/tool/blob/master/src/old.ts broken high `src/old.ts` does not exist any more.',
      'new-owner/tool/blob/v1/src/old.ts holds ',
      'new-owner/tool/blob/v1/src/new.ts broken high `src/new.ts` does not exist at `v1`.',
      'new-owner/tool/blob/v9/a.ts unknown `v9` is not in this clone',
      'new-owner/tool/blob/main/never.ts broken high `never.ts` does not exist.',
      'new-owner/tool/blob/main/LICENSE broken high `LICENSE` does not exist any more.',
      'new-owner/tool/blob/main/src/old.ts broken high `src/old.ts` does not exist any more.',
      'new-owner/tool/blob/main/example.ts unknown it is no link, and the path was never there: maybe an example',
    ])
  })
})

it('survives hostile text', () => {
  for (const piece of ['[a](', '![](b', '<a href="', 'https://github.com/a/b/blob/', '[x]: <', '[](#', '](((', '<img srcset="a, ', '[a](%', '[[a](x)']) {
    const text = piece.repeat(20_000)
    const mentions = [...noBrokenLinks.references(createDocument('a.md', text), {})]
    for (const { start, end } of mentions) expect(end > start && end <= text.length).toBe(true)
  }
})

describe('pages that a site of another kind makes', () => {
  const elixir = {
    'mix.exs': 'defp docs do\n[assets: %{"guides/assets" => "assets"}, extras: extras()]\nend\ndefp extras do\n["guides/intro/up_and_running.md", "guides/data/contexts.md", "README.md"]\nend\n',
    'guides/intro/up_and_running.md': '# Up and Running\n\n## Starting it: `mix phx`\n',
    'guides/data/contexts.md': '# Contexts\n',
    'guides/assets/a.png': '',
  }

  it('ExDoc puts every guide beside all others', () => {
    expect(statuses('[a](up_and_running.html) [b](up_and_running.html#starting-it-mix-phx) [c](up_and_running.html#gone) [d](up_and_running.md) ![e](assets/a.png)', 'guides/data/contexts.md', elixir)).toEqual([
      'up_and_running.html holds', 'up_and_running.html#starting-it-mix-phx holds', 'up_and_running.html#gone broken high', 'up_and_running.md holds', 'assets/a.png holds',
    ])
    expect(statuses('[a](Phoenix.Router.html) [b](Phoenix.epub)', 'guides/data/contexts.md', elixir)).toEqual(['Phoenix.Router.html unknown', 'Phoenix.epub unknown'])
  })

  it('takes x.html for the page of the only document x', () => {
    expect(statuses('[a](only.html) [b](twice.html) [c](none.html)', 'docs/x.md', { 'docs/deep/only.md': '', 'docs/a/twice.md': '', 'docs/b/twice.rst': '' })).toEqual([
      'only.html holds', 'twice.html unknown', 'none.html unknown',
    ])
  })

  it("does not hold a manual to the host's slugs, but documents for contributors", () => {
    const page = { 'docs/reference/q.md': '## `q.fetchOne`\n', 'docs/contributing/q.md': '## `q.fetchOne`\n' }
    expect(statuses('[a](reference/q.md#q-fetchone) [b](reference/q.md#q-fetchtwo) [c](contributing/q.md#q-fetchone)', 'docs/x.md', page)).toEqual([
      'reference/q.md#q-fetchone unknown', 'reference/q.md#q-fetchtwo broken high', 'contributing/q.md#q-fetchone broken high',
    ])
  })

  it('leaves compound slugs and routes of moved pages to the site', () => {
    const page = { 'docs/guide/q.md': '# Q\n\n## Options\n\n### platformProxy\n' }
    expect(statuses('[a](guide/q.md#Options-platformProxy) [b](guide/q.md#Options-none)', 'docs/x.md', page)).toEqual(['guide/q.md#Options-platformProxy unknown', 'guide/q.md#Options-none broken high'])
  })

  it('knows the terms of definition lists in Hugo', () => {
    const site = { 'hugo.toml': 'baseURL = "https://a.b"\ntitle = "x"\n', 'content/en/all.md': '`baseURL`\n: The URL.\n\n[`render.useIt`](x)\n\n: Whether.\n' }
    expect(statuses('[a](all.md#baseurl) [b](all.md#renderuseit) [c](all.md#other)', 'content/en/x.md', site)).toEqual(['all.md#baseurl holds', 'all.md#renderuseit holds', 'all.md#other broken high'])
    const generated = { ...site, 'content/en/glossary.md': '{{% glossary %}}\n', 'content/en/note.md': '{{% note %}}\nx\n{{% /note %}}\n' }
    expect(statuses('[a](glossary.md#term) [b](note.md#term)', 'content/en/x.md', generated)).toEqual(['glossary.md#term unknown', 'note.md#term broken high'])
  })

  it('knows the tabs and marks of MkDocs and Mintlify', () => {
    const tabs = { 'mkdocs.yml': 'site_name: x\n', 'docs/tabs.md': '## Anchor links\n\n=== "Or me"\n\n    x\n' }
    expect(statuses('[a](tabs.md#anchor-links--or-me) [b](tabs.md#anchor-links--or-you)', 'docs/x.md', tabs)).toEqual(['tabs.md#anchor-links--or-me holds', 'tabs.md#anchor-links--or-you broken high'])
    const marks = { 'docs/docs.json': '{"navigation":{}}', 'docs/faq.mdx': '## What is free?\n' }
    expect(statuses('[a](faq.mdx#what-is-free%3F)', 'docs/x.mdx', marks)).toEqual(['faq.mdx#what-is-free%3F holds'])
  })
})
