import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const cell = (page: Page, name: RegExp) => page.getByRole('textbox', { name })

/** Puts text on the real clipboard and presses the keys with which people paste. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+V')
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
}

browserTest('a block from Excel is looked at, put right, written, and taken back as a whole', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, 1440, server.address)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address })
    await enterSample(page)
    await page.goto(`${server.address}/registry/supplier`)
    await page.getByRole('link', { name: '表で書く' }).click()
    await cell(page, /^名前、1行目/).waitFor()
    await accessible(page)
    const rows = await page.locator('tbody th').count()
    for (let step = 1; step < rows; step += 1) await page.keyboard.press('ArrowDown')
    await cell(page, /^名前、\d+行目 新しい行/).waitFor()
    await paste(page, '例題保守\t"受付\n2階"\r\n見本配線\t窓口\r\n')
    const preview = page.getByRole('region', { name: '貼り付けの下見' })
    await preview.getByText('貼り付けられません。1か所を直してください。').waitFor()
    await preview.getByText(new RegExp(`^${rows}行目「例題保守」（窓口）: `)).waitFor()
    await accessible(page)
    await page.keyboard.press('Escape')
    await paste(page, '例題保守\t受付\r\n見本配線\t窓口\r\n')
    await preview.getByText('加わる行 2件').waitFor()
    await preview.getByRole('button', { name: 'この内容で書き込む' }).click()
    await page.getByText('表から書き込みました。加えた 2件').waitFor()
    await page.getByRole('rowheader', { name: String(rows + 1), exact: true }).waitFor()
    await page.getByRole('button', { name: '元に戻す' }).click()
    await page.getByText('表の書き込みを、すべて元に戻しました。').waitFor()
    await page.getByRole('rowheader', { name: String(rows + 1), exact: true }).waitFor({ state: 'detached' })
  } finally {
    await server.stop()
    folder.remove()
  }
})

browserTest('a cell is written with the keyboard alone, and one that says no fact stays open', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const page = await openPage(browser, 1440, server.address)
    await enterSample(page)
    await page.goto(`${server.address}/registry/supplier?view=sheet`)
    await cell(page, /^名前、1行目/).waitFor()
    await page.keyboard.press('Tab')
    await cell(page, /^窓口、1行目/).press('F2')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('夜間の窓口')
    await page.keyboard.press('Enter')
    await cell(page, /^窓口、2行目/).waitFor()
    await page.keyboard.press('ArrowUp')
    await cell(page, /^窓口、1行目 .*: 夜間の窓口$/).waitFor()
    await page.keyboard.press('Home')
    const day = page.locator('thead th').filter({ hasText: /^契約の終わり$/ })
    const column = await day.evaluate<number, { readonly cellIndex: number }>(({ cellIndex }) => cellIndex - 1)
    for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight')
    await cell(page, /^契約の終わり、1行目/).waitFor()
    await page.keyboard.type('いつか')
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/^1行目「.+」（契約の終わり）: /)
      .waitFor()
    await accessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.type('R99.3.31')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await cell(page, /^契約の終わり、1行目 .*: 令和99年3月31日$/).waitFor()
    await page.keyboard.press('Control+Z')
    await page.getByText('表の書き込みを、すべて元に戻しました。').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('TEXTAREA')
  } finally {
    await server.stop()
    folder.remove()
  }
})
