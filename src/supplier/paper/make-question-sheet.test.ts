import { expect, test } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import type { SheetView } from '../wire.ts'
import { makeQuestionSheet } from './make-question-sheet.ts'

const question = { itemId: 'emr', kind: 'system', name: '電子カルテ', requirements: [], askedOn: '2026-11-22' }
const answer = {
  verdict: 'value',
  value: true,
  answeredOn: '2026-11-24',
  way: 'typed',
  shareable: false,
  revision: 1,
} as const
const view: SheetView = {
  ...{ sheetId: 'sheet-1', number: 12, supplierId: 's-01', supplierName: '株式会社みほん保守', state: 'open' },
  ...{ issuedOn: '2026-11-22', dueOn: '2026-12-06', asked: 2, answered: 1, toRemind: false, today: '2026-12-08' },
  facility: { name: 'みほん診療所', sample: true, address: '沖縄県例題市みほん1-1', phone: '098-000-0001' },
  questions: [
    { ...question, code: 'NTT4Y', field: 'authentication.identifiesUsers', answer },
    { ...question, code: 'F9XCX', field: 'passwordPolicy.storage' },
    { ...question, code: 'W337T', field: 'passwordPolicy.maxAgeDays' },
  ],
  reminders: [],
  may: { ask: true, record: true },
}
const textOf = async (letter: 'sheet' | 'reminder', language: 'ja' | 'en' = 'ja', given = view) =>
  pagesOf(await makeQuestionSheet({ view: given, letter, language })).map((page) => page.replace(/[\s\u200b]+/g, ''))

test('the same input gives the same bytes', async () => {
  const paper = { view, letter: 'sheet', language: 'ja' } as const
  const [first, second] = await Promise.all([makeQuestionSheet(paper), makeQuestionSheet(paper)])
  expect(Buffer.from(first).equals(second)).toBe(true)
})

testOnPaper('a sheet has every question with its code, whom to return it to, and lines for name and day', async () => {
  const [page = ''] = await textOf('sheet')
  for (const text of [
    'NTT4Y',
    'F9XCX',
    'W337T',
    '元に戻せない形',
    'はい',
    '分からない',
    '098-000-0001',
    '令和8年12月6日',
  ])
    expect(page).toContain(text)
  for (const text of ['見本', '株式会社みほん保守御中', '答えた方のお名前', '他の施設にも同じ回答を使ってよい'])
    expect(page).toContain(text)
})

testOnPaper('a reminder prints the questions that nobody has answered, and no others', async () => {
  const [page = ''] = await textOf('reminder')
  expect(page).toContain('F9XCX')
  expect(page).not.toContain('NTT4Y')
  expect(page).toContain('令和8年12月8日')
})

testOnPaper('the paper speaks English, and names that look like markup are printed as they are', async () => {
  const name = '#panic() $x$ *太* @foo'
  const [page = ''] = await textOf('sheet', 'en', { ...view, supplierName: name })
  expect(page).toContain('#panic()$x$*太*@foo')
  expect(page).toContain('Answeredby')
})

testOnPaper('a long sheet says on each page where it goes back to and which page it is', async () => {
  const questions = Array.from({ length: 80 }, () => view.questions[1]).filter((each) => each !== undefined)
  const pages = await textOf('sheet', 'ja', { ...view, questions })
  expect(pages.length).toBeGreaterThan(3)
  for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1}／${pages.length}`)
  for (const page of pages.slice(1)) expect(page).toContain('返送先')
})
