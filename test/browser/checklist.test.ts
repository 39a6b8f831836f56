import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const pick = (page: Page, row: string, name: string) =>
  page.locator(`#${row}`).getByRole('radio', { name, exact: true }).check()

async function openChecklist(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/assessment/checklist`)
  await page.getByRole('radiogroup').first().waitFor()
}

browserTest('a person answers the checklist, and what the assessment contradicts is not saved', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, 390, server.address)
    await enterSample(page)
    await openChecklist(page, server.address)
    await page.getByText('19項目中 0に答えました。').waitFor()
    await pick(page, 'unused-accounts-removed', 'はい')
    await page.getByText('点検で不適合のため、「はい」は保存していません。').waitFor()
    await pick(page, 'passwords-not-reused', 'いいえ')
    await page.getByText('まだ保存していません。日を書くと保存します。').waitFor()
    await page.locator('#passwords-not-reused').getByLabel('目標日').fill('R99.3.31')
    await page.getByText('19項目中 1に答えました。').waitFor()
    await openChecklist(page, server.address)
    const answer = (row: string, name: string) => page.locator(`#${row}`).getByRole('radio', { name, exact: true })
    expect(await answer('passwords-not-reused', 'いいえ').isChecked()).toBe(true)
    expect(await page.locator('#passwords-not-reused').getByLabel('目標日').inputValue()).toBe('令和99年3月31日')
    expect(await answer('unused-accounts-removed', '空欄').isChecked()).toBe(true)
    await pick(page, 'passwords-not-reused', '空欄')
    await page.getByText('19項目中 0に答えました。').waitFor()
  } finally {
    await server.stop()
    folder.remove()
  }
})
