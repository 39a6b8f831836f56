import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

/** Drops a file as a mouse does. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(new File([new Uint8Array(${JSON.stringify([...bytes])})], ${JSON.stringify(name)})); return data })()`,
  )
  await page.getByText('ここにファイルを置くこともできます').dispatchEvent('drop', { dataTransfer: transfer })
}

browserTest('a CSV that Excel saved in Japan is dropped, looked at, taken in and taken back', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, 1440, server.address)
    await enterSample(page)
    await page.goto(`${server.address}/registry/transfer`)
    // 「名前,窓口」「㈱見本,受付」 in the letters of Windows.
    await drop(page, '業者.csv', Buffer.from('96bc914f2c918b8cfb0d0a878a8ca9967b2c8ef39574', 'hex'))
    await page.getByLabel('何の表ですか').selectOption({ label: '事業者' })
    await page.getByText('加わる行 1件').waitFor()
    await page.getByText('㈱見本').first().waitFor()
    await page.getByRole('button', { name: 'この内容で取り込む' }).click()
    await page.getByText('表から書き込みました。加えた 1件').waitFor()
    await page.getByRole('button', { name: '元に戻す' }).click()
    await page.getByText('表の書き込みを、すべて元に戻しました。').waitFor()
    await page.goto(`${server.address}/registry/supplier`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText('㈱見本').count()).toBe(0)
  } finally {
    await server.stop()
    folder.remove()
  }
})
