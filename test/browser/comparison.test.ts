import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const font = import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [dirname(fileURLToPath(font))] }] })
const set = '#set page(width: 148mm, height: 105mm); #set text(font: "Noto Sans JP", size: 11pt)\n'
const paper = (...pages: readonly string[]) => compiler.pdf({ mainFileContent: set + pages.join('\n#pagebreak()\n') })

const first = '= 説明と同意（見本）\n\n手術の日は 令和8年12月1日 です。\n\n付き添いの方は、お一人までです。'
const second = '= 同意の欄\n\n説明を聞き、同意します。'
const moved = first.replace('12月1日', '12月8日')
const added = '= 追加の説明\n\n輸血は行いません。'

/** Two versions of one document, the first confirmed; its id. */
async function corrected(page: Page, address: string): Promise<string> {
  const headers = { origin: address, 'x-omamori': '1' }
  const send = async (path: string, said: object, pdf: Buffer) => {
    const file = { name: '同意書.pdf', mimeType: 'application/pdf', buffer: pdf }
    const multipart = { facts: JSON.stringify(said), file }
    const answer = await page.request.post(`${address}/api/v1/archive/documents${path}`, { headers, multipart })
    expect(answer.status()).toBe(201)
    return (await answer.json()) as { readonly documentId: string }
  }
  const facts = { kind: 'consent', standing: 'original', title: '手術の同意書', writtenOn: '2020-01-01' }
  const { documentId } = await send('', facts, paper(first, second))
  const version = `${address}/api/v1/archive/documents/${documentId}/versions/1`
  await page.request.get(`${version}/content`)
  expect((await page.request.post(`${version}/confirmation`, { headers })).status()).toBe(204)
  await send(`/${documentId}/versions`, { reason: '日付の誤り' }, paper(moved, added, second))
  return documentId
}

const folderOfPictures = process.env.OMAMORI_PICTURES

for (const width of [1440, 390] as const) {
  browserTest(`at ${width} px a correction is read beside what it corrects, by signs and words`, async (browser) => {
    const folder = temporaryFolder()
    const server = await startServer('--sample', '--data', folder.path)
    try {
      const page = await openPage(browser, width, server.address)
      await enterSample(page)
      await page.goto(`${server.address}/archive/documents/${await corrected(page, server.address)}`)
      await page.getByRole('link', { name: '版を並べて比べる' }).click()
      await page.getByText('2つの版は、ファイルとしては同じではありません。').waitFor()
      await page.locator('ins', { hasText: '8' }).first().waitFor()
      await page.locator('del', { hasText: '1' }).first().waitFor()
      await page.getByText('輸血は行いません。').waitFor()
      await page.getByText('見た目が画素まで同じページは1ページです。').waitFor()
      await page.getByText('違うページ 2ページ').waitFor()
      await page.getByRole('button', { name: 'ページを見比べる' }).click()
      await page.getByRole('img', { name: '第1版 1ページ' }).waitFor()
      await page.getByRole('img', { name: '第2版 1ページ' }).waitFor()
      await page.waitForLoadState('networkidle')
      if (folderOfPictures)
        await page.screenshot({ path: `${folderOfPictures}/comparison-${width}.png`, fullPage: true })
      await page.getByRole('button', { name: '次の違い' }).click()
      await page.getByText('この版に、このページはありません。').waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    } finally {
      await server.stop()
      folder.remove()
    }
  })
}
