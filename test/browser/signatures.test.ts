import { createHash } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signCades } from '../../packages/signature/cades/sign.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../../packages/signature/testing/test-pki.ts'
import { derOf, listOf, pemOf } from '../../src/signature/testing.ts'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const at = Date.parse('2026-11-20T00:00:00Z')
const signed = async (who: string) => ({
  ...{ name: `${who}.p7m`, mimeType: 'application/pkcs7-mime' },
  buffer: Buffer.from(
    await signCades({
      ...{ key: testKey(who), content: Buffer.from('処方'), attached: true },
      ...{ signingTime: at, stamp: stampAuthority(at) },
    }),
  ),
})

const headersOf = (address: string) => ({ origin: address, 'x-omamori': '1' })

async function handIn(page: Page, address: string, buffer: Buffer, purpose: string): Promise<readonly string[]> {
  const file = { name: 'x.crt', mimeType: 'application/octet-stream', buffer }
  const answer = await page.request.post(`${address}/api/v1/trust?${purpose}=true`, {
    headers: headersOf(address),
    multipart: { file },
  })
  return ((await answer.json()) as { readonly itemIds: readonly string[] }).itemIds
}

/** What a person would do with the fingerprints that the operator publishes. The sample hands its root in already. */
async function believe(page: Page, address: string): Promise<void> {
  const roots = [
    ['root', 'signers'],
    ['stamp-root', 'stamps'],
  ] as const
  for (const [name, purpose] of roots) {
    await handIn(page, address, pemOf(name), purpose)
    const fingerprint = createHash('sha256').update(derOf(name)).digest('hex')
    const { items } = (await (await page.request.get(`${address}/api/v1/trust`)).json()) as {
      readonly items: readonly { readonly itemId: string; readonly certificate?: { readonly sha256: string } }[]
    }
    const item = items.find(({ certificate }) => certificate?.sha256.replaceAll(':', '').toLowerCase() === fingerprint)
    const data = { fingerprint, source: '見本の紙', seenOn: '2026-11-20' }
    const confirmation = `${address}/api/v1/trust/${item?.itemId}/confirmation`
    expect((await page.request.post(confirmation, { headers: headersOf(address), data })).status()).toBe(204)
  }
  for (const list of ['signing-2026-11-01', 'sarl-2026-11-01', 'stamp-2026-11-01'])
    await handIn(page, address, listOf(list), 'signers')
}

browserTest(
  'a person drops signed files and reads who signed, and whether with the licence that is needed',
  async (browser) => {
    const folder = temporaryFolder()
    const server = await startServer('--sample', '--data', folder.path)
    try {
      const page = await openPage(browser, 1440, server.address)
      await enterSample(page)
      await page.goto(`${server.address}/signatures`)
      await page.getByText('まだ、どの認証局も信頼していません。').first().waitFor()
      const drop = page.locator('input[type=file]').first()
      await drop.setInputFiles([await signed('doctor')])
      await page.getByText('有効かどうか、確かめられません。').first().waitFor()
      expect(await page.getByText('有効です。').count()).toBe(0)

      await believe(page, server.address)
      await page.goto(`${server.address}/signatures`)
      await page.getByLabel('文書の種類').selectOption('prescription')
      await page.getByText('条文を読んだもの').waitFor()
      const files = [await signed('doctor'), await signed('nurse')]
      const moved = await page.evaluateHandle(dropped(files))
      await page.getByRole('group', { name: '署名の入ったファイル' }).dispatchEvent('drop', { dataTransfer: moved })
      const doctor = page.getByRole('article', { name: /doctor/ })
      const nurse = page.getByRole('article', { name: /nurse/ })
      await doctor.getByText('有効です。医師が署名しました。').waitFor()
      await doctor.getByText('令和8年11月20日（金）09:00:00より前').waitFor()
      await nurse.getByText('「処方箋」に必要な資格の署名ではありません。').waitFor()
      await doctor.locator('summary', { hasText: '確かめたこと' }).press('Enter')
      await doctor.getByText('role-sufficient').waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
      const download = page.waitForEvent('download')
      await doctor.getByRole('button', { name: '報告書（JNSAの順）' }).click()
      expect(await (await download).failure()).toBeNull()
      expect((await download).suggestedFilename()).toBe('署名検証報告書-doctor.p7m.pdf')

      // Another kind of document is another question about the same files.
      await page.getByLabel('文書の種類').selectOption('')
      await page.getByRole('article', { name: /nurse/ }).getByText('有効です。看護師が署名しました。').waitFor()
    } finally {
      await server.stop()
      folder.remove()
    }
  },
)

/** Makes, in the page, what a hand drops. */
function dropped(files: readonly { readonly name: string; readonly buffer: Buffer }[]): string {
  const made = files.map(({ name, buffer }) => {
    const bytes = `Uint8Array.from(atob('${buffer.toString('base64')}'), (letter) => letter.charCodeAt(0))`
    return `data.items.add(new File([${bytes}], '${name}'))`
  })
  return `(() => { const data = new DataTransfer(); ${made.join('; ')}; return data })()`
}
