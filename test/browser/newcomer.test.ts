import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, openPage } from './chromium.ts'

const MOST_ACTIONS = 40

/** Counts what a person does: each press, each box filled in. Everything is found by its visible Japanese words. */
function handOf(page: Page) {
  let actions = 0
  return {
    count: () => actions,
    async press(name: string) {
      actions++
      await page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('link', { name, exact: true }))
        .first()
        .click()
    },
    async tick(label: string) {
      actions++
      await page.getByText(label, { exact: true }).click()
    },
    async write(label: string, text: string) {
      actions++
      await page.getByLabel(label, { exact: true }).fill(text)
    },
  }
}

browserTest('a newcomer goes from the first-run code to the report in at most forty actions', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--data', folder.path)
  try {
    const page = await openPage(browser, 1440, server.address)
    const hand = handOf(page)
    await register(page, hand)
    await answer(page, hand)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await hand.press('点検')
    await page.getByText('みほん試験診療所').first().waitFor()
    const report = await openReport(page, hand)
    expect(report.subarray(0, 5).toString()).toBe('%PDF-')
    expect(hand.count()).toBeLessThanOrEqual(MOST_ACTIONS)
  } finally {
    await server.stop()
    folder.remove()
  }
})

type Hand = ReturnType<typeof handOf>

async function register(page: Page, hand: Hand): Promise<void> {
  // The window on the same machine already holds the code that the console printed.
  const code = page.getByLabel('一度だけの番号')
  await expect.poll(() => code.inputValue(), { timeout: 20_000 }).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/)
  await hand.write('施設の名前', 'みほん試験診療所')
  await hand.write('あなたの名前', '例題 一郎')
  await hand.tick('施設長')
  await hand.write('利用者名', 'reidai')
  await hand.write('パスワード', 'Tsukiyo-no-7-usagi!')
  await hand.press('登録して始める')
  await page.getByText('復旧の紙').waitFor()
  await hand.press('あとにして進む')
}

async function answer(page: Page, hand: Hand): Promise<void> {
  await hand.press('これで次へ')
  await page.getByText('どのシステムを使っていますか。').waitFor()
  await hand.tick('電子カルテ')
  await hand.tick('レセコン（レセプトコンピュータ）')
  await hand.press('これで次へ')
  await page.getByText('だれが責任を持ちますか。').waitFor()
  await hand.press('これで次へ')
  await page.getByText('外とつながる線は、どれがありますか。').waitFor()
  await hand.tick('インターネット')
  await hand.tick('事業者が外から行う保守（遠隔保守）')
  await hand.press('これで次へ')
  await page.getByText('院内の無線と機器について教えてください。').waitFor()
  await hand.tick('無線LAN（Wi-Fi）')
  for (const heading of ['メールや媒体で', '情報や機器を、外へ', '診療の記録は', '紙の記録を', 'どの会社に']) {
    await hand.press('これで次へ')
    await page.getByText(new RegExp(heading)).first().waitFor()
  }
  await hand.press('これで終える')
  await page.getByRole('link', { name: 'カードを開いて印刷する' }).waitFor()
  const card = await page.request.get(new URL('/api/v1/emergency-card.pdf', page.url()).href)
  expect((await card.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await hand.press('「今日」を見る')
}

async function openReport(page: Page, hand: Hand): Promise<Buffer> {
  await hand.press('点検結果の紙を作る')
  await page
    .getByRole('link', { name: 'PDFを開く' })
    .or(page.getByRole('button', { name: 'PDFを開く' }))
    .first()
    .waitFor()
  const answer = await page.request.get(new URL('/api/v1/assessment/report.pdf', page.url()).href)
  return answer.body()
}
