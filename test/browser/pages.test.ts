import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const paths = [
  '/',
  '/registry',
  '/registry/system/emr',
  '/registry/person/p-01',
  '/registry/site',
  '/registry/terminal?view=sheet',
  '/assessment',
  '/assessment/6.5.C-14-4',
  '/assessment/6.2.C-7',
  '/assessment/report',
  '/assessment/checklist',
  '/assessment/snapshots',
  '/assessment/plan',
  '/assessment/director',
  '/suppliers',
  '/no-such-page',
  '/journal',
  '/journal?act=account.created,session&from=2020-01-01',
  '/log-review',
  '/log-review?log=journal',
  '/log-review?system=emr',
  '/signatures',
  '/signatures/trust',
  '/signatures/cards',
  '/signatures/cards?new=1',
  '/archive/documents',
  '/archive/documents?new=1',
  '/archive/scan',
  '/archive/media',
  '/archive/retention',
  '/archive/destruction',
  '/users',
  '/keys',
  '/witnesses',
  '/timetable',
  '/settings',
  '/welcome',
]

// What a page shows when a word is missing: its key. Addresses and versions look alike, so they are taken out first.
const rawKey = /(?<![\w/.@-])[a-z][A-Za-z]+(\.[a-z][A-Za-z0-9-]+)+(?![\w/@])/

/** Runs something for every page of the sample, at one width and in one language. */
async function onEachPage(
  browser: Browser,
  { width, language }: { readonly width: 1440 | 390; readonly language: 'ja' | 'en' },
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, width, server.address)
    await page.getByRole('button', { name: '見本に入る' }).waitFor()
    await look(page, '/sign-in')
    await enterSample(page)
    if (language === 'en') {
      await page.goto(`${server.address}/settings`)
      await page.getByText('English', { exact: true }).first().click()
      await page.getByText('Sign out').first().waitFor()
    }
    for (const path of paths) {
      await page.goto(server.address + path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await look(page, path)
    }
  } finally {
    await server.stop()
    folder.remove()
  }
}

async function violations(page: Page, path: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** A key instead of a word, or a page that says it is in another language than it is. */
async function untranslated(page: Page, path: string, language: 'ja' | 'en'): Promise<readonly string[]> {
  const text = (await page.innerText('body')).replace(/https?:\S+|\S+@\S+/g, '')
  const key = rawKey.exec(text)?.[0]
  const lang = await page.evaluate<string>('document.documentElement.lang')
  return [key && `${path}: ${key}`, lang !== language && `${path}: lang is ${lang}`].filter(
    (line) => typeof line === 'string',
  )
}

async function overflowing(page: Page, path: string): Promise<readonly string[]> {
  const pixels = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  return pixels > 0 ? [`${path}: ${pixels} px too wide`] : []
}

for (const width of [1440, 390] as const) {
  browserTest(`at ${width} px every page is accessible, fits, and speaks Japanese`, async (browser) => {
    const found: string[] = []
    await onEachPage(browser, { width, language: 'ja' }, async (page, path) => {
      found.push(
        ...(await violations(page, path)),
        ...(await overflowing(page, path)),
        ...(await untranslated(page, path, 'ja')),
      )
    })
    expect(found).toEqual([])
  })
}

browserTest('every page speaks English to those who choose it', async (browser) => {
  const found: string[] = []
  await onEachPage(browser, { width: 1440, language: 'en' }, async (page, path) => {
    if (path !== '/sign-in') found.push(...(await untranslated(page, path, 'en')))
  })
  expect(found).toEqual([])
})
