import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startServer, temporaryFolder } from '../running.ts'
import { browserTest, enterSample, openPage } from './chromium.ts'

const REQUIREMENT = '6.5.C-14-1'

async function faults(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  return [...violations.map(({ id }) => `${name}: ${id}`), ...(wide > 0 ? [`${name}: ${wide} px too wide`] : [])]
}

const stateOf = (page: Page) =>
  page.evaluate<string>(
    `fetch('/api/v1/requirements/${REQUIREMENT}').then((a) => a.json()).then((r) => r.judged.state + ' ' + (r.judged.reason ?? ''))`,
  )

browserTest('a supplier answers two questions by its link on a phone, and the requirement changes', async (browser) => {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  try {
    const desk = await openPage(browser, 1440, server.address)
    await enterSample(desk)
    expect(await stateOf(desk)).toBe('unknown facts-missing')

    await desk.goto(`${server.address}/suppliers`)
    await desk.getByRole('button', { name: '質問票を出す' }).first().waitFor()
    const found: string[] = [...(await faults(desk, 'suppliers'))]
    const sheets = await desk.evaluate<{ sheetId: string; supplierId: string }[]>(`(async () => {
      const headers = { 'x-omamori': '1', 'content-type': 'application/json' }
      const { suppliers, usualDueOn } = await (await fetch('/api/v1/suppliers')).json()
      const out = []
      for (const { supplierId, toAsk } of suppliers) {
        if (toAsk === 0) continue
        const body = JSON.stringify({ supplierId, dueOn: usualDueOn })
        out.push(await (await fetch('/api/v1/question-sheets', { method: 'POST', headers, body })).json())
      }
      return out
    })()`)
    const wanted = await desk.evaluate<{ sheetId: string; supplierId: string } | undefined>(`(async () => {
      for (const { sheetId, supplierId } of ${JSON.stringify(sheets)}) {
        const { questions } = await (await fetch('/api/v1/question-sheets/' + sheetId)).json()
        if (questions.some(({ field }) => field === 'passwordPolicy.storage')) return { sheetId, supplierId }
      }
    })()`)
    if (!wanted) throw new Error('nobody is asked how passwords are stored')
    expect(await stateOf(desk)).toBe('unknown supplier-asked')
    await desk.goto(`${server.address}/suppliers/${wanted.sheetId}`)
    await desk.getByLabel('答えた方のお名前').waitFor()
    found.push(...(await faults(desk, 'sheet')))

    await desk.goto(`${server.address}/suppliers`)
    await desk.locator(`section[id="${wanted.supplierId}"]`).getByRole('button', { name: '回答用リンク' }).click()
    const link = await desk.getByLabel('リンク', { exact: true }).inputValue()

    const phone = await openPage(browser, 390, link)
    await phone.getByLabel('お名前').fill('例題 一郎')
    found.push(...(await faults(phone, 'who')))
    await phone.getByRole('button', { name: '答えはじめる' }).click()
    expect(await phone.getByRole('navigation').count()).toBe(0)
    const question = (ask: string) => phone.getByRole('group', { name: ask })
    await question('保存のしかた').first().getByLabel('そのまま').check()
    await phone.getByText('保存しました').first().waitFor()
    await question('管理者が読める・推定できる').first().getByLabel('いいえ').check()
    await expect.poll(() => phone.getByText('保存しました').count()).toBe(2)
    found.push(...(await faults(phone, 'questions')))
    await phone.getByRole('button', { name: '回答を終える' }).click()
    await phone.getByText('届いています').waitFor()
    found.push(...(await faults(phone, 'end')))

    expect(await stateOf(desk)).toBe('not-met ')
    await desk.goto(`${server.address}/assessment/${REQUIREMENT}`)
    await desk.getByText('例題 一郎').first().waitFor()
    expect(found).toEqual([])
  } finally {
    await server.stop()
    folder.remove()
  }
})
