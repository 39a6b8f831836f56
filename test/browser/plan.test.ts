import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

browserTest('a gap becomes a task, the director decides on it, and it is done', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, 390, server.address)
    await enterSample(page)
    await page.goto(`${server.address}/assessment/plan`)
    await press(page, /^用件にする：/)
    await page.getByText(/^用件にしました。担当 /).waitFor()
    await press(page, '元に戻す')
    await page.getByText('終わっていない用件が 0件あります。').waitFor()
    await press(page, /^用件にする：/)
    await page.getByText('終わっていない用件が 1件あります。').waitFor()

    await page.getByRole('rowheader').getByRole('link').first().click()
    await press(page, '内容を変える')
    await page.getByLabel('費用', { exact: true }).fill('３３万円')
    await page.getByText('330,000円').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).press('Enter')
    await page.getByRole('heading', { name: /^決裁/ }).waitFor()

    await page.goto(server.address)
    await page.getByText('330,000円の決裁を待っています。').waitFor()
    await page.getByRole('link', { name: '決裁する' }).click()
    await press(page, '決裁する')
    await page.getByRole('radio', { name: '差し戻し' }).check()
    expect(await page.getByRole('button', { name: 'この内容で決裁する' }).isDisabled()).toBe(true)
    await page.getByRole('radio', { name: '承認' }).check()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await press(page, 'この内容で決裁する')
    await page.getByText(/見本 太郎 が決裁しました：承認 330,000円/).waitFor()

    await press(page, '完了にする')
    await page.getByText('完了としましたが、点検ではまだ不適合です。').waitFor()
    await page.getByText('［完了］').waitFor()
  } finally {
    await server.stop()
    folder.remove()
  }
})
