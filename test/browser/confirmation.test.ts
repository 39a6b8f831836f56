import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signCades } from '../../packages/signature/cades/sign.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../../packages/signature/testing/test-pki.ts'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const content = Buffer.from('手術の日は 令和8年12月1日 です（見本）。')
const at = Date.parse('2026-11-20T00:00:00Z')
const folderOfPictures = process.env.OMAMORI_PICTURES

async function register(page: Page, address: string, title: string): Promise<string> {
  const headers = { origin: address, 'x-omamori': '1' }
  const facts = { kind: 'consent', standing: 'original', title, writtenOn: '2020-01-01' }
  const file = { name: '同意書.txt', mimeType: 'text/plain', buffer: content }
  const multipart = { facts: JSON.stringify(facts), file }
  const answer = await page.request.post(`${address}/api/v1/archive/documents`, { headers, multipart })
  return ((await answer.json()) as { readonly documentId: string }).documentId
}

async function picture(page: Page, name: string): Promise<void> {
  if (folderOfPictures) await page.screenshot({ path: `${folderOfPictures}/${name}.png`, fullPage: true })
}

for (const width of [1440, 390] as const) {
  browserTest(
    `at ${width} px a version is confirmed with a signature beside it, and a wrong one is withdrawn`,
    async (browser) => {
      const folder = temporaryFolder()
      const server = await startServer('--sample', '--data', folder.path)
      try {
        const page = await openPage(browser, width, server.address)
        await enterSample(page)
        await page.goto(`${server.address}/archive/documents/${await register(page, server.address, '手術の同意書')}`)
        await page.getByRole('button', { name: '内容を表示' }).click()
        const p7s = await signCades({
          ...{ key: testKey('doctor'), content, attached: false, signingTime: at, stamp: stampAuthority(at) },
        })
        const other = await signCades({
          ...{
            key: testKey('doctor'),
            content: Buffer.from('別'),
            attached: false,
            signingTime: at,
            stamp: stampAuthority(at),
          },
        })
        const choose = (buffer: Uint8Array) =>
          page
            .locator('input[type=file]')
            .first()
            .setInputFiles({
              ...{ name: '同意書.p7s', mimeType: 'application/pkcs7-signature', buffer: Buffer.from(buffer) },
            })
        await choose(other)
        await page.getByRole('button', { name: '確定する' }).click()
        await page.getByText('電子署名が成り立ちません。').waitFor()
        await picture(page, `confirmation-refused-${width}`)
        await choose(p7s)
        await page.getByRole('button', { name: '確定する' }).click()
        // The sample trusts no root of the test PKI: nobody may read this as valid.
        await page.getByText('？ 確かめられない').waitFor()
        await page.getByRole('button', { name: '署名を確かめ直す' }).click()
        await page.getByText('署名を確かめ直しました。').waitFor()
        await picture(page, `confirmation-signed-${width}`)
        // A frame that runs nothing answers no questions either.
        await page.getByRole('button', { name: '内容を閉じる' }).click()
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
        await page.goto(
          `${server.address}/archive/documents/${await register(page, server.address, '取り違えた同意書')}`,
        )
        await page.getByRole('button', { name: '取り下げる' }).click()
        await page.getByLabel('取り下げの理由').fill('患者を取り違えた')
        await page.getByRole('button', { name: 'この版を取り下げる' }).click()
        await page.getByText('理由：患者を取り違えた').waitFor()
        await page.getByText('訂正する').first().waitFor()
        await picture(page, `withdrawn-${width}`)
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      } finally {
        await server.stop()
        folder.remove()
      }
    },
  )
}
