/** The page of evidence in a real browser: reached by everybody, readable everywhere, harmless. */
import axe, { type AxeResults } from 'axe-core'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { holds, unknown, type Verdict } from '../../../src/core/verdict.ts'
import { CHROMIUM, NEEDS_CHROMIUM, useChromium } from '../../support/chromium.ts'
import { claimedPage, pageOfCheckout } from '../../support/evidence.ts'
import { buildCase, fixtureCases } from '../../support/fixture-cases.ts'
import { temporaryFolder } from '../../support/git-repository.ts'

const BROKEN: Verdict = { status: 'broken', confidence: 'high', messageId: 'wrong', data: { name: 'src/gone.ts' }, evidence: 'renamed to `src/new.ts`' }
const WORDS = { 'src/a.ts': holds('tracked'), 'src/gone.ts': BROKEN, 'src/maybe.ts': unknown('nobody knows') }

const TEXT = `---
owner: src/a.ts
---
# Protocol

See \`src/a.ts\`, [the old one](src/gone.ts), ![a picture](https://example.org/a.png) and [the web](https://example.org/).

## Gate 1: Build

1. Do \`src/maybe.ts\`.
2. [ ] Then <b>this</b>[^1].

### Deeper than it may be

## Gate 2: Look

| Variable | dev | production |
|---|---|---|
| \`DATABASE_URL\` | optional | required |
| \`A_VERY_LONG_NAME_OF_A_VARIABLE_THAT_GOES_ON\` | a value that is quite long too | required |

\`\`\`sh
cat src/a.ts src/gone.ts && echo ${'long'.repeat(60)}
\`\`\`

> A quotation of src/a.ts.

#### Skipped a level

- [x] done
- [ ] to do

[^1]: A note.
`
const HOSTILE = [
  '<script>window.owned = 1</script>', '</script><script>window.owned = 1</script>', '<img src=x onerror="window.owned = 1">', '<svg onload="window.owned = 1">',
  '[click](javascript:window.owned=1)', '<a href="javascript:window.owned=1">x</a>', '![x](https://example.org/beacon.png)', '<link rel=stylesheet href="https://example.org/x.css">',
  '<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>', '`</code><script>window.owned = 1</script>`', '```\n</pre><script>window.owned = 1</script>\n```', 'a \u202eb\u202c \u0000 \ud83d 👩‍🚀 src/a.ts',
].join('\n\n')

let folder = ''
const pageFile = (name: string): string => path.join(folder, `${name}.html`)

beforeAll(async () => {
  folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(pageFile('plain'), claimedPage({ 'docs/PROTOCOL.md': TEXT, 'docs/OTHER.md': '# Other\n\nsrc/a.ts and src/gone.ts\n' }, { words: WORDS }))
  writeFileSync(pageFile('hostile'), claimedPage({ 'A.md': HOSTILE }, { words: WORDS }))
  const promotion = fixtureCases().find(({ rule, name }) => rule === 'protocol' && name === 'promotion')
  if (promotion !== undefined) writeFileSync(pageFile('promotion'), (await pageOfCheckout(buildCase(promotion))).page)
})

describe.skipIf(CHROMIUM === undefined && !NEEDS_CHROMIUM)('in Chromium', () => {
  const chromium = useChromium()

  // The long one takes axe half a minute, so once is enough.
  test.each([
    ['plain', 'light', { colorScheme: 'light' }], ['plain', 'dark', { colorScheme: 'dark' }], ['plain', '400 pixels wide', { viewport: { width: 400, height: 800 } }],
    ['hostile', 'dark', { colorScheme: 'dark' }], ['hostile', '400 pixels wide', { viewport: { width: 400, height: 800 } }], ['promotion', 'light', { colorScheme: 'light' }],
  ] as const)('axe finds nothing in %s, %s', async (name, _mode, options) => {
    const { page } = await chromium.open(pageFile(name), options)
    expect(await violations(page)).toEqual([])
    // With a receipt open, too.
    await page.locator('a.m').first().focus()
    expect(await violations(page, '.document')).toEqual([])
    await page.context().close()
  })

  test('axe would find something', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    await page.evaluate('document.querySelector("h1").outerHTML = "<img><h6 id=search></h6>"')
    expect((await violations(page)).map(one => one.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'empty-heading']))
    await page.context().close()
  })

  describe.each(['plain', 'hostile', 'promotion'])('%s', (name) => {
    test('nothing is wider than 400 pixels', async () => {
      const { page } = await chromium.open(pageFile(name), { viewport: { width: 400, height: 800 } })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400)
      await page.context().close()
    })

    test('no request leaves the page', async () => {
      const { page, requests } = await chromium.open(pageFile(name))
      await page.locator('a.m').first().hover()
      expect(requests).toEqual([`file://${pageFile(name)}`])
      await page.context().close()
    })

    test('it prints', async () => {
      const { page } = await chromium.open(pageFile(name))
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(1)
      await page.context().close()
    })
  })

  test('a receipt shows when its words or its mark are pointed at, and when the mark has the focus', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    const article = page.locator('article', { hasText: 'PROTOCOL' })
    const broken = article.locator('.k', { has: page.locator('a.m.broken') }).first()
    const receipt = broken.locator('[role=tooltip]')
    expect(await receipt.isVisible()).toBe(false)
    await broken.locator('a').hover()
    expect(await receipt.isVisible()).toBe(true)
    expect(await receipt.innerText()).toContain('src/gone.ts is wrong. Because renamed to src/new.ts.')
    await receipt.hover()
    expect(await receipt.isVisible()).toBe(true)
    await page.mouse.move(0, 0)
    expect(await receipt.isVisible()).toBe(false)
    await article.locator('.link').first().hover()
    expect(await receipt.isVisible()).toBe(true)
    await page.mouse.move(0, 0)
    await broken.locator('a').focus()
    expect(await receipt.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await receipt.isVisible()).toBe(false)
    await page.context().close()
  })

  test('a receipt stays inside of the window', async () => {
    const { page } = await chromium.open(pageFile('plain'), { viewport: { width: 400, height: 800 } })
    for (const mark of await page.locator('.document a.m').all()) {
      await mark.focus()
      const box = await page.locator('[role=tooltip]:visible').boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(400)
    }
    await page.context().close()
  })

  test('a screen reader hears verdict and receipt of a mark', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    const mark = page.getByRole('link', { name: 'Claim 1 is broken' }).or(page.getByRole('link', { name: /^Claim \d+ is broken$/ })).first()
    const described = await mark.getAttribute('aria-describedby')
    expect(await page.locator(`#${described ?? ''}`).textContent()).toContain('test-claims src/gone.ts is wrong. Because renamed to src/new.ts.')
    await page.context().close()
  })

  test('by keyboard: one tab stop for the claims of a document, arrows between them', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    const marks = page.locator('article').last().locator('a.m')
    const total = await marks.count()
    expect(total).toBeGreaterThan(4)
    expect(await page.locator('article').last().locator('a.m[tabindex="-1"]').count()).toBe(total - 1)
    await marks.first().focus()
    const visited: string[] = []
    for (let index = 0; index < total; index++) {
      visited.push(await page.evaluate<string>('document.activeElement.id'))
      await page.keyboard.press('ArrowRight')
    }
    expect(visited).toEqual(await page.evaluate('[...[...document.querySelectorAll("article")].at(-1).querySelectorAll("a.m")].map(mark => mark.id)'))
    await page.keyboard.press('Home')
    expect(await page.evaluate('document.activeElement.id')).toBe(visited[0])
    await page.keyboard.press('Enter')
    expect(await page.evaluate('location.hash')).toBe(`#c${visited[0]?.slice(1) ?? ''}`)
    await page.context().close()
  })

  test('by keyboard from the top: the first stop skips to the report, and every stop can be seen', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report')
    const stops = new Set<string>()
    for (let index = 0; index < 60; index++) {
      const stop = await page.evaluate<{ html: string, seen: boolean }>(`(() => {
        const { x, y, width, height } = document.activeElement.getBoundingClientRect()
        return { html: document.activeElement.outerHTML.slice(0, 120), seen: width > 0 && height > 0 && x + width > 0 && y + height > 0 }
      })()`)
      if (stop.html.startsWith('<body')) break
      expect(stop).toMatchObject({ seen: true })
      stops.add(stop.html)
      await page.keyboard.press('Tab')
    }
    expect([...stops].some(stop => stop.includes('id="search"'))).toBe(true)
    expect([...stops].filter(stop => stop.includes('class="m ')).length).toBe(2)
    await page.context().close()
  })

  test('the table can be filtered, searched and sorted, and says how many claims are left', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    const rows = page.locator('#table tbody tr:visible')
    const all = await rows.count()
    await page.getByLabel('Verdict').selectOption('broken')
    expect(await page.locator('#table tbody tr[data-s=broken]:visible').count()).toBe(3)
    expect(await rows.count()).toBe(3)
    expect(await page.getByRole('status').textContent()).toBe(`3 of ${String(all)} claims`)
    await page.getByLabel('Document', { exact: true }).selectOption('docs/OTHER.md')
    expect(await rows.count()).toBe(1)
    await page.getByLabel('Search').fill('no such words')
    expect(await page.getByRole('status').textContent()).toBe(`0 of ${String(all)} claims`)
    // A claim that is asked for by its address is shown whatever the filter says.
    await page.evaluate('location.hash = "#c1"')
    await page.waitForFunction('document.querySelectorAll("#table tbody tr[hidden]").length === 0')
    expect(await rows.count()).toBe(all)
    await page.getByRole('button', { name: 'Verdict' }).click()
    expect(await rows.first().getAttribute('data-s')).toBe('broken')
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: 'Verdict' }).click()
    expect(await rows.first().getAttribute('data-s')).toBe('holds')
    await page.context().close()
  })

  test('without JavaScript everything is shown, and receipts too', async () => {
    const { page } = await chromium.open(pageFile('plain'), { javaScriptEnabled: false })
    expect(await page.locator('#filter').isVisible()).toBe(false)
    expect(await page.locator('#table tbody tr:visible').count()).toBe(await page.locator('a.m').count())
    const mark = page.locator('a.m.broken').first()
    await mark.focus()
    expect(await page.locator('[role=tooltip]:visible').count()).toBe(1)
    await page.context().close()
  })

  test('a document can run nothing, with the policy and without it', async () => {
    for (const bypassCSP of [false, true]) {
      const { page, requests } = await chromium.open(pageFile('hostile'), { bypassCSP })
      for (const link of await page.locator('.document a:not(.m)').all()) await link.click({ timeout: 1000, noWaitAfter: true })
      expect(await page.evaluate('window.owned')).toBeUndefined()
      expect(requests.filter(url => !url.startsWith('file:'))).toEqual([])
      await page.context().close()
    }
  })

  test('the policy stops a script that is written into the page', async () => {
    const { page } = await chromium.open(pageFile('plain'))
    const refused = page.waitForEvent('console', message => message.text().includes('Content Security Policy'))
    await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.owned = 1'
      document.body.append(script)
    })()`)
    expect((await refused).type()).toBe('error')
    expect(await page.evaluate('window.owned')).toBeUndefined()
    await page.context().close()
  })
})

/** What axe has against a page: rules with the elements that break them. */
async function violations(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate<AxeResults>(`axe.run("${within}", { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } })`)
  return results.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`))
}
