/** The page of evidence as text: what it says, what it keeps out, and that it says the same tomorrow. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { holds, unknown, type Verdict } from '../../../src/core/verdict.ts'
import { claimedPage, claimedReport, markedClaims, pageOfReport } from '../../support/evidence.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../../support/report.ts'

const BROKEN: Verdict = { status: 'broken', confidence: 'high', messageId: 'wrong', data: { name: 'src/gone.ts' }, evidence: 'renamed to `src/new.ts` in 0123abcd' }

describe('head', () => {
  test('says how it came out, and of which state', () => {
    const page = claimedPage({ 'A.md': 'src/a.ts and src/gone.ts and x.ts\n' }, { words: { 'src/a.ts': holds(), 'src/gone.ts': BROKEN, 'x.ts': unknown('nobody knows') } })
    expect(page).toContain('<h1>own/it</h1>')
    expect(page).toContain('1 of 3 claims in 1 document is broken. 1 is not verified.')
    expect(page).toContain(`<dt>Tree</dt><dd><code class="id">${'f'.repeat(40)}</code></dd>`)
    expect(page).toContain('<time datetime="2024-01-03T12:00:00+00:00">2024-01-03 12:00:00+00:00</time>')
    expect(page).toContain('<dd>the files on disk; no file differs from the commit</dd>')
  })

  test.each<readonly [string, Parameters<typeof makeReport>[1], string]>([
    ['staged', { repository: { commit: 'abc', source: 'index', shallow: false } }, '<dd>the index: what is staged; 2 files differ from the commit</dd>'],
    ['a commit', { repository: { commit: 'abc', source: 'commit', shallow: false } }, '<dd>the commit itself</dd>'],
    ['no commit', { repository: { commit: undefined, source: 'worktree', shallow: false } }, '<dt>Commit</dt><dd>none yet</dd>'],
    ['shallow', { repository: { commit: 'abc', source: 'worktree', shallow: true } }, '<dt>History</dt><dd>shallow: what happened before the clone begins is not known</dd>'],
    ['a notice', { notices: ['This clone is <shallow>.'] }, '<p class="notice">This clone is &#x3C;shallow>.</p>'],
  ])('%s', (_name, more, expected) => {
    expect(pageOfReport(makeReport([], more), { changes: 2 })).toContain(expected)
  })

  test('without a claim it still says what was judged', () => {
    expect(pageOfReport(makeReport([], { judged: ['A.md'], silent: ['A.md'] }))).toContain('<h3>1 document without a claim</h3>')
  })
})

describe('receipts', () => {
  const page = claimedPage({ 'A.md': 'src/gone.ts x.ts\n' }, { words: { 'src/gone.ts': BROKEN, 'x.ts': unknown('nobody knows') } })

  test('a broken claim has message and receipt at its mark, in the table and among the findings', () => {
    expect(page).toContain('<a class="m broken" id="m1" href="#c1" data-n="1" aria-label="Claim 1 is broken" aria-describedby="t1">✗</a>')
    expect(page.split('<code>src/gone.ts</code> is wrong.').length - 1).toBe(3)
    expect(page.split('Because renamed to <code>src/new.ts</code> in 0123abcd.').length - 1).toBe(3)
  })

  test('an unknown claim of a strict document says that it fails', () => {
    expect(page).toContain('<span>Not verified: nobody knows.</span> <span>The document is strict, so this fails.</span>')
  })

  test('what is not reported for its confidence says so', () => {
    const low = claimedPage({ 'A.md': 'x.ts\n' }, { words: { 'x.ts': { ...BROKEN, confidence: 'low' } }, strict: [] })
    expect(low).toContain('Broken with low confidence, and so not reported.')
    expect(low).not.toContain('id="findings"')
  })

  test('a suppressed claim is broken, excused, and listed with its reason', () => {
    const text = '<!-- eslint-disable-next-line doc-lockdown/test-claims -- kept for v1 -->\nsrc/gone.ts\n'
    const excused = claimedPage({ 'A.md': text }, { words: { 'src/gone.ts': BROKEN } })
    expect(excused).toContain('aria-label="Claim 1 is suppressed and is broken"')
    expect(excused).toContain('Suppressed by a comment: kept for v1.')
    expect(excused).toContain('<h3>1 finding suppressed by a comment</h3>')
  })

  test('a claim that the baseline knows is broken, known, and listed apart', () => {
    const report = claimedReport({ 'A.md': 'src/gone.ts\n' }, { words: { 'src/gone.ts': BROKEN } })
    const known = pageOfReport({ ...report, findings: [], baselined: report.findings }, { textOf: () => 'src/gone.ts\n' })
    expect(known).toContain('aria-label="Claim 1 is in the baseline and is broken"')
    expect(known).toContain('The baseline knows it.')
    expect(known).toContain('<h3>1 finding known from the baseline</h3>')
    expect(known).not.toContain('id="findings"')
  })

  test('two claims in one place keep their own messages', () => {
    const both = claimedPage({ 'A.md': 'abc\n' }, { at: [[0, 3, { ...BROKEN, data: { name: 'one' } }], [0, 3, { ...BROKEN, data: { name: 'two' } }]] })
    expect([...both.matchAll(/<tr id="c(\d)"[^]*?<code>(\w+)<\/code> is wrong/g)].map(([, number, name]) => [number, name])).toEqual([['1', 'one'], ['2', 'two']])
  })
})

test('a rule without a page is named, not linked', () => {
  const page = pageOfReport(makeReport([makeFinding({ url: '' })]))
  expect(page).toContain(' · no-missing-paths</p>')
  expect(page).not.toContain('href=""')
})

test('findings in code have their own section', () => {
  const page = pageOfReport(makeReport([makeFinding(), makeFinding({ path: 'scripts/deploy.ts', message: 'Nothing guards `deploy`.' })]))
  expect(page).toMatch(/<section id="code"[^]*?Nothing guards <code>deploy<\/code>[^]*?scripts\/deploy\.ts:3:5/)
  expect(page).toMatch(/<section id="findings"(?:(?!<\/section>)[^])*docs\/a\.md:3:5/)
})

describe('which documents are shown', () => {
  const words = { 'x.ts': holds() }

  test('strict ones; the others stand in the table', () => {
    const page = claimedPage({ 'A.md': 'x.ts\n', 'B.md': 'x.ts\n' }, { words, strict: ['B.md'] })
    expect(markedClaims(page)).toEqual([2])
    expect(page).toContain('Strict documents are shown as they read. The claims of another document stand in the table only.')
    expect(page.match(/<tr id="c/g)?.length).toBe(2)
  })

  test('without a strict one all that make claims', () => {
    const page = claimedPage({ 'A.md': 'x.ts\n', 'B.md': 'nothing\n' }, { words, strict: [] })
    expect(markedClaims(page)).toEqual([1])
    expect(page).toContain('No document is declared strict, so every document with claims is shown as it reads.')
  })

  test('more than a page can hold: broken ones first', () => {
    const long = `${'Words. '.repeat(50_000)}\n`
    const page = claimedPage({ 'A.md': `x.ts x.ts ${long}`, 'B.md': `bad.ts ${long}` }, { words: { ...words, 'bad.ts': BROKEN }, strict: [] })
    expect(markedClaims(page)).toEqual([3])
    expect(page).toContain('so those with broken claims or with the most claims are shown as they read. The claims of another document stand in the table only.')
  })
})

describe('pictures', () => {
  const GATES = '# P\n\n## Gate 1: Build\n\nx.ts\n\n## Gate 2: Sign & off\n\nbad.ts\n\n## Gate 3: Rest\n\nNothing.\n'

  test('gates in their order with their verdicts, in words too', () => {
    const page = claimedPage({ 'A.md': GATES }, { words: { 'x.ts': holds(), 'bad.ts': BROKEN } })
    expect(page).toContain('<desc id="d1-s0d">gate 1: 1 holds; gate 2: 1 broken; gate 3: no claim.</desc>')
    expect([...page.matchAll(/class="station (\w+)"/g)].map(match => match[1])).toEqual(['holds', 'broken', 'empty'])
    expect(page).toContain('<a href="#d1-h-gate-2-sign--off">2. Sign &#x26; off</a> <span class="verdict broken">1 broken</span>')
  })

  test('what a table or a list says of a gate counts for it', () => {
    const glance = '| Gate | Job |\n|---|---|\n| 1 | a |\n| 2 | bad.ts |\n\n- Phase 1: x.ts\n- Phase 2: bad.ts\n'
    const page = claimedPage({ 'A.md': `# P\n\n${glance}\n## Gate 1: A\n\nx.ts\n\n## Gate 2: B\n\nx.ts\n` }, { words: { 'x.ts': holds(), 'bad.ts': BROKEN } })
    expect(page).toContain('gate 1: 1 holds; gate 2: 1 holds, 1 broken.</desc>')
  })

  test('a matrix of variables and channels', () => {
    const text = '# Environment variables\n\n| Variable | dev | production |\n|---|---|---|\n| `DATABASE_URL` | optional | required |\n| `AUTH_KEY` | test key | ✅ |\n| `LOG_LEVEL` | – | |\n'
    const page = claimedPage({ 'A.md': text }, { words: { AUTH_KEY: BROKEN } })
    expect([...page.matchAll(/class="cell (\w+)"/g)].map(match => match[1])).toEqual(['ring', 'full', 'half', 'full', 'dash', 'dash', 'full', 'ring', 'half', 'dash'])
    expect(page).toContain('<li>AUTH_KEY: dev test key, production ✅; 1 broken</li>')
  })

  test('a document without them has none', () => {
    expect(claimedPage({ 'A.md': '# A\n\nx.ts\n' }, { words: { 'x.ts': holds() } })).not.toContain('<figure')
  })
})

describe('nothing of a document runs, loads or disguises itself', () => {
  const HOSTILE = [
    '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<iframe src="https://example.org"></iframe>',
    '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](data:text/html,x)', '<javascript:alert(1)>', '![a](https://example.org/a.png)', '[a]: javascript:alert(1)\n\n[a]',
    '`</code><script>`', '```"><script>\n</pre><script>alert(1)</script>\n```', '# <b onclick=alert(1)>x</b>', '<style>body{display:none}</style>', '---\nx: </pre><script>\n---\n',
    '| <script> |\n|---|\n| <svg onload=alert(1)> |', '[^</sup>]\n\n[^</sup>]: x', '<!-- --><script>alert(1)</script> -->',
  ]

  test.each(HOSTILE)('%s', (text) => {
    const page = claimedPage({ 'A.md': `${text}\n\nx.ts\n` }, { words: { 'x.ts': BROKEN } })
    const body = page.slice(page.indexOf('<div class="document"'), page.indexOf('<section id="claims"'))
    const tags = new Set([...body.matchAll(/<(\w+)/g)].map(match => match[1]))
    expect([...tags].filter(tag => /^(?:script|img|iframe|style|svg|b|object|link|base|form)$/i.test(tag ?? ''))).toEqual([])
    expect([...body.matchAll(/\s(on\w+|src|style|srcset)=(?=["'])/g)].filter(match => isInTag(body, match.index))).toEqual([])
    expect([...body.matchAll(/href="([^"]*)"/g)].map(match => match[1]).filter(href => !/^(?:#|https:)/.test(href ?? ''))).toEqual([])
    expect(page.match(/<script/g)?.length).toBe(1)
  })

  test.each(Object.entries(HOSTILE_TEXTS))('in every place: %s', (_name, text) => {
    const finding = makeFinding({ path: text, message: text, evidence: text, subject: text, rule: text, url: 'https://example.org/x' })
    const page = pageOfReport(makeReport([finding], {
      notices: [text], setAside: [{ path: text, reason: text }], suppressed: [{ ...finding, reason: text }],
      references: [{ ...finding, verdict: { ...BROKEN, evidence: text } }, { ...finding, verdict: unknown(text) }],
    }), { name: text, textOf: () => text })
    expect(page.match(/<script/g)?.length).toBe(1)
    expect(page.replace(/="[^"]*"/g, '')).not.toMatch(/<b>/)
    expect(page).not.toMatch(/\p{Surrogate}/u)
    // eslint-disable-next-line no-control-regex -- HTML can't hold these
    expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/)
  })

  test('a character that turns the direction of a text is shown by its name', () => {
    const page = claimedPage({ 'A.md': 'see \u202etxt.exe\u202c x.ts\n' }, { words: { 'x.ts': holds() } })
    expect(page).toContain('see ⟨U+202E⟩txt.exe⟨U+202C⟩ ')
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('the policy allows this style and this script by their hashes, and nothing else', () => {
    const page = claimedPage({ 'A.md': 'x\n' }, {})
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
    const hash = (tag: string): string => `'sha256-${createHash('sha256').update(new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '').digest('base64')}'`
    expect(policy.replaceAll('&#x27;', '\'').split('; ')).toEqual(['default-src \'none\'', `style-src ${hash('style')}`, `script-src ${hash('script')}`, 'base-uri \'none\'', 'form-action \'none\''])
    expect(page).not.toMatch(/\sstyle="/)
  })
})

test('the same state gives the same page', () => {
  const files = { 'B.md': 'x.ts bad.ts\n', 'A.md': '# A\n\nx.ts\n' }
  const words = { 'x.ts': holds(), 'bad.ts': BROKEN }
  expect(claimedPage(files, { words })).toBe(claimedPage(files, { words }))
  expect(claimedPage(files, { words })).not.toMatch(new RegExp(String(new Date().getFullYear())))
})

test('5,000 claims and a document of half a megabyte are one page of a few megabytes, every claim on it', () => {
  const text = `# Long\n\n${'A line of words that goes on for a while and names `x.ts` somewhere in it, and more words.\n\n'.repeat(5000)}`
  const report = claimedReport({ 'A.md': text }, { words: { 'x.ts': holds('it is there') } })
  const page = pageOfReport(report, { textOf: () => text })
  expect(text.length).toBeGreaterThan(450_000)
  expect(markedClaims(page).length).toBe(5000)
  expect(page.length).toBeLessThan(6_000_000)
})

/** Whether an offset lies between the angle brackets of a tag. */
function isInTag(html: string, offset: number): boolean {
  return html.lastIndexOf('<', offset) > html.lastIndexOf('>', offset)
}
