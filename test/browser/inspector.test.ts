import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

async function faults(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  return [...violations.map(({ id }) => `${name}: ${id}`), ...(wide > 0 ? [`${name}: ${wide} px too wide`] : [])]
}

browserTest('an inspector reads a part on a phone by a link, until the director closes it', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const desk = await openPage(browser, 1440, server.address)
    await enterSample(desk)
    await desk.goto(`${server.address}/assessment/inspection`)
    await desk.getByText('先に「いまの内容で作る」を押してください。').waitFor()
    await desk.getByRole('button', { name: 'いまの内容で作る' }).click()
    await desk.getByRole('button', { name: '検査者に見せるリンクを作る' }).click()
    await desk.getByLabel('検査者のお名前').fill('例題 三郎')
    await desk.getByLabel('所属（保健所など）').fill('見本保健所')
    await desk.getByLabel('いつまで見せますか').selectOption({ label: '3日間' })
    const found: string[] = [...(await faults(desk, 'form'))]
    await desk.getByRole('button', { name: 'リンクを作る', exact: true }).click()
    const link = await desk.getByLabel('リンク', { exact: true }).inputValue()
    found.push(...(await faults(desk, 'slip')))

    const phone = await openPage(browser, 390, link)
    await phone.getByRole('heading', { name: 'みほん浜診療所の立入検査ファイル' }).waitFor()
    expect(await phone.getByRole('navigation').count()).toBe(0)
    await phone.getByRole('heading', { name: '台帳' }).click()
    await phone
      .getByRole('cell', { name: '電子カルテ' })
      .or(phone.getByRole('rowheader', { name: '電子カルテ' }))
      .first()
      .waitFor()
    found.push(...(await faults(phone, 'part')))
    const opened = await desk.evaluate<readonly unknown[]>(
      `fetch('/api/v1/journal?act=inspection.viewed').then((a) => a.json()).then(({ entries }) => entries.map(({ detail }) => detail))`,
    )
    expect(opened).toEqual([{ kind: 'part', part: 'registry' }])
    const elsewhere = await phone.evaluate<readonly number[]>(
      `Promise.all(['registry', 'journal', 'accounts', 'inspection-files', 'session'].map((place) => fetch('/api/v1/' + place).then(({ status }) => status)))`,
    )
    expect(new Set(elsewhere)).toEqual(new Set([401]))

    await desk.getByRole('button', { name: '例題 三郎さんのリンクをいま閉じる' }).click()
    await desk.getByText('いま見られる検査者は、いません。').waitFor()
    await phone.getByRole('heading', { name: '教育' }).click()
    await phone.getByText('このリンクは、施設が閉じました。').first().waitFor()
    await phone.getByText('みほん浜診療所の立入検査ファイル').waitFor({ state: 'detached' })
    await phone.reload()
    await phone.getByText('このリンクは、施設が閉じました。').waitFor()
    expect(await phone.getByText('みほん浜診療所の立入検査ファイル').count()).toBe(0)
    found.push(...(await faults(phone, 'closed')))
    expect(found).toEqual([])
  } finally {
    await server.stop()
    folder.remove()
  }
})
