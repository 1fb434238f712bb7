import { http, HttpResponse } from 'msw'
import { chromium } from 'playwright'
const browser = await chromium.launch()
const page = await browser.newPage()
await page.evaluate(() => document.body.remove())
export const handlers = [http.delete('/users/:id', () => HttpResponse.json({})), http.post('/query', () => HttpResponse.text('DELETE FROM users'))]
