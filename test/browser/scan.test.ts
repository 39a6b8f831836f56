import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const fax = readFileSync(new URL('../../src/archive/content/testdata/scan-g4.tif', import.meta.url))
const folderOfPictures = process.env.OMAMORI_PICTURES

async function look(page: Page, name: string): Promise<void> {
  if (folderOfPictures) await page.screenshot({ path: `${folderOfPictures}/${name}.png`, fullPage: true })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page.viewportSize()?.width)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
}

for (const width of [1440, 390] as const) {
  browserTest(
    `at ${width} px it is decided how a kind is scanned, a missing sheet is found, and the scan waits for its signature`,
    async (browser) => {
      const folder = temporaryFolder()
      const server = await startServer('--sample', '--data', folder.path)
      try {
        const page = await openPage(browser, width, server.address)
        await enterSample(page)
        await page.goto(`${server.address}/archive/scan`)
        await page.getByText('まだ、どの種類の文書にも決まりがありません。').waitFor()
        await page.getByRole('button', { name: '決まりを書く' }).click()
        const rule = page.getByRole('form', { name: '決まりを書く' })
        await rule.getByLabel('文書の種類').selectOption({ label: '同意書' })
        await rule.getByLabel('解像度').fill('200')
        await rule.getByLabel('色（これ以上）').selectOption({ label: '白黒' })
        await rule.getByLabel('TIFF').check()
        await rule.getByLabel('署名までの期間').fill('1')
        await rule.getByLabel('日曜').check()
        await rule.getByLabel('根拠').fill('見本クリニック 運用管理規程 第12条')
        await look(page, `scan-rule-${width}`)
        await rule.getByRole('button', { name: '決まりにする' }).click()
        await page.getByText('200 dpi以上・白黒・TIFF').waitFor()

        const form = page.getByRole('form', { name: '読み取って登録する' })
        await form.getByLabel('文書の種類').selectOption({ label: '同意書' })
        await form.locator('input[type=file]').setInputFiles({ name: 'a.tif', mimeType: 'image/tiff', buffer: fax })
        await form.getByLabel('紙のページ数').fill('3')
        await form.getByLabel('題名').fill('手術の同意書')
        await form.getByLabel('時刻').fill('00:00')
        const act = form.getByRole('button', { name: '調べて登録する' })
        await act.click()
        await page.getByText('用紙は 3 ページと入力されましたが、ファイルには 2 ページあります。').waitFor()
        await page.getByText('1 ページ：解像度が 72 dpi です。').waitFor()
        await look(page, `scan-stopped-${width}`)

        // The copier was set to fax: the rule is put right, the sheets are counted again.
        await rule.getByLabel('解像度').fill('72')
        await rule.getByRole('button', { name: '決まりにする' }).click()
        await page.getByText('72 dpi以上・白黒・TIFF').waitFor()
        await form.getByLabel('紙のページ数').fill('2')
        await act.click()
        await page.getByRole('heading', { level: 1, name: '手術の同意書' }).waitFor()
        await page.getByText('読取り：診療の都度、紙を電子化する（紙 2ページ）').waitFor()
        await look(page, `scan-record-${width}`)
        await page.goto(`${server.address}/archive/scan`)
        await page.getByText('読み取った文書が1件、署名を待っています。').waitFor()
        await look(page, `scan-desk-${width}`)
      } finally {
        await server.stop()
        folder.remove()
      }
    },
  )
}
