import { expect } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import type { LogReviewView } from '../wire.ts'
import { dueLine, reviewRow } from './print-reviews.ts'
import { setList } from './set-list.ts'

const review: LogReviewView = {
  ...{ reviewId: 'r-2', number: 2, target: 'system', systems: [{ id: 'emr', name: '電子カルテ' }] },
  ...{ fromOn: '2026-10-01', untilOn: '2026-10-31', reviewedOn: '2026-11-20', reviewer: { name: '例題 一郎' } },
  ...{ lookedAt: '深夜の参照', lines: [], result: 'findings', remarks: '#panic() 3件', taskId: 't-1' },
  ...{ corrects: { reviewId: 'r-1', number: 1 }, writtenBy: '見本 太郎', writtenAt: '2026-11-22T00:00:00.000Z' },
}

testOnPaper('the paper says who looked when at what, what came out, and what it corrects', async () => {
  const list = {
    ...{ title: 'ログの確認の記録', heads: ['番号', '日', '人', '対象', '結果'], shares: [1, 2, 2, 4, 5] },
    ...{ facts: [['次', dueLine({ target: 'journal', state: 'never' }, 'ja')] as const], nothing: '', note: '' },
    rows: [reviewRow(review, 'ja')],
  }
  const head = { facility: 'みほん診療所', sample: true, on: '2026-11-22', language: 'ja' } as const
  const [page = ''] = pagesOf(await setList(head, list)).map((text) => text.replace(/[\s\u200b]+/g, ''))
  for (const text of [
    '令和8年11月20日',
    '例題一郎',
    '電子カルテ',
    '見たところ：深夜の参照',
    '#panic()3件',
    '第1号の訂正',
  ])
    expect(page).toContain(text)
  expect(page).toContain('お守りの証跡まだ確かめていません')
})
