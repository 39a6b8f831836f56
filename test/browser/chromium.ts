import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { test } from 'vitest'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executable = process.env.OMAMORI_CHROMIUM ?? places.find((file) => existsSync(file))

const reason = 'needs Chromium (apt-get install chromium)'

/** A test that needs a browser: skipped with its reason where there is none, failed where skipping is forbidden. */
export function browserTest(name: string, run: (browser: Browser) => Promise<void>, timeout = 240_000): void {
  if (!executable && process.env.OMAMORI_FORBID_SKIP !== '1') {
    test.skip(`${name} — skipped: ${reason}`)
    return
  }
  test(name, { timeout }, async () => {
    if (!executable) throw new Error(reason)
    const env = { ...process.env, ...writing }
    const browser = await chromium.launch({ executablePath: executable, args: launchWords, env })
    try {
      await run(browser)
    } finally {
      await browser.close()
    }
  })
}

// Where no locale is set, as under a bare CI runner, Chromium cannot write a Japanese name and calls the file `download`.
const writing = { LC_ALL: 'C.UTF-8' }

// Chromium looks for its maker's servers at every start unless told not to; a clinic's machine has no way out.
const launchWords = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page in Japanese at one of the two widths we design for. */
export async function openPage(browser: Browser, width: 1440 | 390, address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  return page
}

/** Into the sample, and there: the page before it has a heading too, and whoever goes on too early takes the request with them. */
export async function enterSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '見本に入る' }).click()
  await page.getByRole('link', { name: '台帳' }).first().waitFor()
}
