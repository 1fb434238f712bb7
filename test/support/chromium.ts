/** A real browser for tests, where there is one. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Where Chromium is: as the variable CHROMIUM says, or where packages put it. */
export const CHROMIUM = [process.env['CHROMIUM'] ?? '', ...USUAL].find(file => file !== '' && existsSync(file))

/** With this variable set a machine without a browser fails instead of passing by. */
export const NEEDS_CHROMIUM = (process.env['DOC_LOCKDOWN_NEEDS_CHROMIUM'] ?? '') !== ''

if (CHROMIUM === undefined && !NEEDS_CHROMIUM) process.stderr.write('No Chromium here, so the tests in a browser are skipped. Install it, or name it with CHROMIUM=/path/to/chromium.\n')

/** Call once at the top of a describe block: opens pages in one browser, which is closed after it. */
export function useChromium(): { open(file: string, options?: BrowserContextOptions): Promise<{ readonly page: Page, readonly requests: readonly string[] }> } {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('There is no Chromium. Install it, or name it with CHROMIUM=/path/to/chromium.')
    // Chromium's sandbox does not work for root, as whom containers run tests.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  })
  afterAll(async () => { await browser?.close() })
  return {
    async open(file, options = {}) {
      if (browser === undefined) throw new Error('no browser')
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const requests: string[] = []
      page.on('request', request => requests.push(request.url()))
      await page.goto(`file://${file}`)
      return { page, requests }
    },
  }
}
