import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, openPage } from './chromium.ts'

browserTest(
  "the director's page says how it stands, what to decide and what is late, and goes to each place",
  async (browser) => {
    const folder = temporaryFolder()
    const server = await startServer('--sample', '--data', folder.path)
    try {
      const page = await openPage(browser, 390, server.address)
      await page.getByRole('button', { name: '見本に入る' }).click()
      await page.getByRole('link', { name: /^施設長の1枚/ }).click()
      await page.getByRole('heading', { level: 1, name: '施設長の1枚' }).waitFor()
      await page.getByText(/^直すことが\d+件あります。$/).waitFor()
      await page.getByText(/^未確認の \d+項目は、適合に数えていません。/).waitFor()
      await page.getByText('点検の記録が、まだ1つもありません。').waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.goto(`${server.address}/assessment/plan`)
      await page
        .getByRole('button', { name: /^用件にする：/ })
        .first()
        .click()
      await page.getByText('終わっていない用件が 1件あります。').waitFor()
      await page.getByRole('rowheader').getByRole('link').first().click()
      await page.getByRole('button', { name: '内容を変える' }).first().click()
      await page.getByLabel('費用', { exact: true }).fill('33万円')
      await page.getByLabel(/^期限/).fill('R2.4.1')
      await page.getByRole('button', { name: '保存', exact: true }).press('Enter')
      await page.getByRole('heading', { name: /^決裁/ }).waitFor()

      await page.goto(`${server.address}/assessment/director`)
      await page.getByText('費用の決裁を待つ用件が 1件、合わせて 330,000円 あります。').waitFor()
      await page.getByText(/^\d+日遅れ$/).waitFor()
      await page.getByRole('link', { name: '費用の表へ' }).click()
      await page.waitForURL(/director#money$/)
      await page.getByRole('heading', { level: 1, name: '施設長の1枚' }).waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      const paper = page.getByRole('link', { name: 'A4 1枚で印刷（PDF）' })
      const answer = await page.request.get(`${server.address}${await paper.getAttribute('href')}`)
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
      await page.getByRole('table', { name: '費用のかかること' }).getByRole('link').click()
      await page.getByRole('heading', { name: /^決裁/ }).waitFor()

      await page.goto(`${server.address}/assessment?mine=1`)
      const mine = page.getByRole('link', { name: 'わたしの担当を印刷（PDF）' })
      await mine.waitFor()
      expect((await page.request.get(`${server.address}${await mine.getAttribute('href')}`)).status()).toBe(200)
    } finally {
      await server.stop()
      folder.remove()
    }
  },
)
