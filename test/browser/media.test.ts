import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const folderOfPictures = process.env.OMAMORI_PICTURES

for (const width of [1440, 390] as const) {
  browserTest(
    `at ${width} px a medium is registered, and is quiet once it was checked and has an end`,
    async (browser) => {
      const folder = temporaryFolder()
      const server = await startServer('--sample', '--data', folder.path)
      try {
        const page = await openPage(browser, width, server.address)
        await enterSample(page)
        await page.goto(`${server.address}/archive/media`)
        await page.getByRole('button', { name: '媒体を登録する' }).click()
        const form = page.getByRole('form', { name: '媒体を登録する' })
        await form.getByLabel('媒体の名前').fill('LTO-0007')
        await form.getByLabel('種別').selectOption({ label: 'テープ' })
        await form.getByLabel('入っているもの').fill('平成30年までの画像')
        await form.getByLabel('置き場所').fill('金庫')
        await form.getByLabel('使い始めた日').fill('R2.4.1')
        await form.getByLabel('寿命の終わり').fill('2099-03-31')
        await form.getByRole('button', { name: '登録する' }).click()
        await page.getByText('1か月以上、読めるかどうかを点検していません。').waitFor()
        await page.getByRole('button', { name: '点検・授受などを記録する' }).click()
        const step = page.getByRole('form', { name: 'LTO-0007 の記録' })
        await step.getByLabel('結果').selectOption({ label: '読めた' })
        await step.getByLabel('くわしく').fill('全ファイルを読み出した')
        if (folderOfPictures) await page.screenshot({ path: `${folderOfPictures}/media-${width}.png`, fullPage: true })
        await step.getByRole('button', { name: '記録する', exact: true }).click()
        await page.getByText('1件の媒体を使っています。いま、することはありません。').waitFor()
        await page.getByText('これまでの記録（1件）').click()
        await page.getByText('全ファイルを読み出した').first().waitFor()
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
        if (folderOfPictures)
          await page.screenshot({ path: `${folderOfPictures}/media-done-${width}.png`, fullPage: true })
      } finally {
        await server.stop()
        folder.remove()
      }
    },
  )
}
