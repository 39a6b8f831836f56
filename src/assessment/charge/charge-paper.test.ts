import { expect } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { makeChargePaper } from './charge-paper.ts'
import type { ChargesView, ChargeView } from './wire.ts'

const shortfall = {
  requirementId: '6.5.C-13',
  title: 'パスワード',
  sentence: '8文字です。',
  toDo: '13文字にしてください。',
}
const charge: ChargeView = {
  person: { id: 'p-02', name: '例題 一郎' },
  posts: ['operator', 'nowhere'],
  things: [{ kind: 'system', id: 'emr', name: '電子カルテ #1 $x$' }],
  notMet: [{ ...shortfall, about: [{ kind: 'system', id: 'emr', name: '電子カルテ' }] }],
  unknown: [{ ...shortfall, about: [] }],
  counts: { 'not-met': 1, unknown: 1 },
  tasks: [{ taskId: 't-1', title: '頼む', state: 'doing', dueOn: '2026-11-01', daysLate: 21 }],
}
const view: ChargesView = {
  ...{ on: '2026-11-22', facility: 'みほん診療所', sample: true, language: 'ja', assessed: true, may: { all: true } },
  charges: [charge, { ...charge, person: { id: 'p-03', name: '見本 花子' }, tasks: [], things: [] }],
}
const plain = (pages: readonly string[]) => pages.map((page) => page.replace(/[\s\u200b]+/g, ''))

testOnPaper(
  'each person begins a page with what to do, what falls short, what is unknown and what is theirs',
  async () => {
    const [first = '', second = '', ...more] = plain(pagesOf(await makeChargePaper(view)))
    expect(more).toEqual([])
    for (const words of [
      '例題一郎様',
      '運用担当者',
      '令和8年11月1日',
      '21日遅れ',
      '13文字にしてください。',
      '電子カルテ#1$x$',
    ])
      expect(first).toContain(words)
    expect(first).toContain('▲不適合1項目')
    expect(first).not.toContain('見本花子')
    expect(second).toContain('見本花子様')
    expect(second).toContain('いま受け持っている用件はありません。')
  },
)

testOnPaper(
  'without the right to the assessment the paper has the tasks, and does not say that all is well',
  async () => {
    const [page = ''] = plain(pagesOf(await makeChargePaper({ ...view, assessed: false, charges: [charge] })))
    expect(page).toContain('点検の結果は、この紙には載せていません。')
    expect(page).not.toMatch(/不適合|未確認|電子カルテ/)
  },
)

testOnPaper('a reader in whose charge nothing is gets a page that says so', async () => {
  const [page = ''] = plain(pagesOf(await makeChargePaper({ ...view, charges: [] })))
  expect(page).toContain('あなたの担当として記されたものはありません。')
})
