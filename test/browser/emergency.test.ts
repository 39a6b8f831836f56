import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { hospitalWithDocuments, passphrase } from '../emergency-sample.ts'
import { omamori } from '../running.ts'
import { browserTest } from './chromium.ts'

/** The package as a person gets it: documents of the sample hospital, written by the command line. */
async function madePackage(): Promise<string> {
  const { data, secret, folder } = await hospitalWithDocuments()
  const output = join(folder, 'emergency')
  const words = ['--data', data, '--all', '--output', output, '--package-passphrase-file', secret]
  const ran = await omamori('export', '--emergency', ...words)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  return output
}

/** A browser without a network; whatever it asks for that is not a file, or a blob of the page itself, is told. */
async function openFolder(browser: Browser, folder: string, width: 1440 | 390) {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    ...({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' } as const),
  })
  await context.setOffline(true)
  const asked: string[] = []
  context.on('request', (request) => {
    if (!/^(file|blob|chrome-extension|chrome):/.test(request.url())) asked.push(request.url())
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  return { page, asked, faults }
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('合言葉').fill(passphrase)
  await page.getByRole('button', { name: '開く' }).click()
  await page.getByText('8 件見つかりました').waitFor()
}

async function search(page: Page, words: string, count: number): Promise<void> {
  await page.getByRole('searchbox', { name: '言葉' }).fill(words)
  await page.getByRole('button', { name: '探す' }).click()
  await page.getByText(`${count} 件見つかりました`).waitFor()
}

const openDocument = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const backToList = async (page: Page): Promise<void> => {
  // By keyboard: a click right after the viewer was scrolled away meets the place where it was.
  await page.getByRole('link', { name: '一覧に戻る' }).press('Enter')
  await page.getByRole('button', { name: '探す' }).waitFor()
}

const violations = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

/** How much of the viewer is paper: an empty one is dark, and so is one that failed. */
async function whiteShare(page: Page): Promise<number> {
  const seen = await page.locator('iframe').screenshot()
  const { data } = await sharp(seen).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((grey) => grey > 250).length / data.length
}

/** As it was drawn: nothing where it could not be. */
const sizeOf = (image: Locator): Promise<unknown> =>
  image.evaluate((one) => {
    const { naturalWidth, naturalHeight } = one as unknown as Record<string, number>
    return [naturalWidth, naturalHeight]
  })

/** Where somebody wants to look at it. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.OMAMORI_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `emergency-${name}.png`) })
}

for (const width of [1440, 390] as const)
  browserTest(
    `at ${width} px a package opens from its folder with the network off, is searched, and shows its documents`,
    async (browser) => {
      const folder = await madePackage()
      const { page, asked, faults } = await openFolder(browser, folder, width)
      await page.getByText('これは写しです').waitFor()
      const look = async (name: string) => {
        await shot(page, `${width}-${name}`)
        expect([await violations(page), await overflow(page)], name).toEqual([[], 0])
      }
      await page.getByLabel('合言葉').fill('Chigau-kotoba*9920')
      await page.getByLabel('合言葉').press('Enter')
      await page.getByText('合言葉が違います。何も失われていません。').waitFor()
      await look('wrong')
      await unlock(page)
      await page.getByText('未確定', { exact: true }).first().waitFor()
      await look('list')
      await page.getByText('このパッケージについて').click()
      await page.getByText('確定した最新の版だけが入っています').waitFor()
      await look('about')

      await search(page, '血液検査 p-0017', 1)
      await openDocument(page, '血液検査の結果')
      await page.locator('iframe').waitFor()
      await expect.poll(() => whiteShare(page), { timeout: 20_000 }).toBeGreaterThan(0.2)
      await look('pdf')

      await backToList(page)
      // Half-width kana in the file, full-width in the question.
      await search(page, 'ペニシリン 例題医師', 1)
      await openDocument(page, '申し送り')
      await page.getByText('ﾍﾟﾆｼﾘﾝにアレルギーあり。').waitFor()
      await look('text')
      await page.getByRole('link', { name: '患者番号 P-0042 の経過を見る' }).click()
      await page.getByText('4 件見つかりました').waitFor()
      await look('timeline')
      await page.getByRole('link', { name: '形式の分からない波形' }).click()
      await page.getByText('この形式は、ここでは表示できません。').waitFor()
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: 'ファイルを取り出す' }).click()
      const saved = await saving
      expect(saved.suggestedFilename()).toBe('wave.bin')
      expect([...readFileSync(await saved.path())]).toEqual([0, 1, 2, 3])

      for (const [title, size] of [
        ['創部の写真', [40, 30]],
        ['胸部単純撮影', [8, 8]],
      ] as const) {
        await backToList(page)
        await search(page, title, 1)
        await openDocument(page, title)
        const image = page.getByRole('img')
        await image.waitFor()
        await expect.poll(() => sizeOf(image)).toEqual(size)
        await look(title === '創部の写真' ? 'picture' : 'dicom')
      }
      await backToList(page)
      await search(page, '診療情報提供書 p-0042', 1)
      await openDocument(page, '診療情報提供書')
      await page.locator('.content h3').first().waitFor()
      await look('cda')
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('These are copies for emergencies').waitFor()
      await look('english')
      expect([asked, faults]).toEqual([[], []])
    },
  )

browserTest(
  'a chunk that was changed, exchanged or lost is told and not shown, and the other documents can be read',
  async (browser) => {
    const folder = await madePackage()
    const chunk = join(folder, 'data', '000001.js')
    const before = readFileSync(chunk, 'utf8')
    const at = 2_000
    const damaged = before.slice(0, at) + (before[at] === 'A' ? 'B' : 'A') + before.slice(at + 1)
    const words = readFileSync(join(folder, 'words', '000001.js'), 'utf8').replace('words/', 'data/')
    for (const text of [damaged, words, 'omamori("data/000001","")\n', '']) {
      writeFileSync(chunk, text)
      const { page } = await openFolder(browser, folder, 1440)
      await unlock(page)
      await openDocument(page, '申し送り')
      const said =
        text === '' ? 'data/000001.js がありません。' : 'data/000001.js は、書き出したときのものではありません'
      await page.getByText(said).waitFor()
      await shot(page, '1440-damaged')
      expect(await page.getByText('アレルギー').count()).toBe(0)
      await page.context().close()
    }
    writeFileSync(chunk, before)
    expect(readdirSync(folder).toSorted()).toEqual([
      'README.txt',
      'about',
      'data',
      'heads',
      'index.html',
      'package.js',
      'words',
    ])
  },
)
