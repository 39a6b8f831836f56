import { expect, test } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { directorPaper, makeDirectorPaper } from './director-paper.ts'
import type { DirectorPageView } from './wire.ts'

const on = '2026-11-22'
const none = { better: 0, worse: 0, 'known-now': 0, 'no-longer-known': 0, scope: 0, same: 0, new: 0, gone: 0 }
const snapshot = (number: number) => ({ snapshotId: `s-${number}`, fiscalYear: 2026, number, takenOn: on })

const empty: DirectorPageView = {
  ...{ on, facility: 'みほん診療所', sample: true, language: 'ja', director: '見本 太郎' },
  verdict: { code: 'nothing-recorded', sentence: 'まだ何も分かっていません。台帳から始めましょう。' },
  counts: {
    C: { met: 0, 'not-met': 0, unknown: 272, 'not-applicable': 0 },
    D: { met: 0, 'not-met': 0, unknown: 36, 'not-applicable': 0 },
  },
  notTaken: { 'not-met': 0, unknown: 300 },
  decide: {
    ...{ tasks: 0, cost: 0, snapshotDue: { overdue: false }, exemptions: [] },
    checklist: { title: 'チェックリスト令和7年度', rows: 19, unanswered: 0, contradicted: 0, overdue: 0 },
  },
  money: { tasks: [], decided: 0, undecided: 0, unsaid: 0 },
  overdue: [],
  trend: { code: 'too-few' },
  questions: [],
}

const long = '「例題医療情報システム株式会社」に、「電子カルテ」の管理者のパスワードを長くするよう頼む'.repeat(4)
const many = (count: number) => Array.from({ length: count }, (_, index) => index)
const changed = (change: 'worse' | 'better') => ({
  ...{ id: 'x', kind: 'C' as const, title: long, change, changeName: '悪くなった', why: [long] },
})
const full: DirectorPageView = {
  ...empty,
  facility: `${'例題'.repeat(50)}病院`,
  counts: { ...empty.counts, C: { met: 100, 'not-met': 40, unknown: 100, 'not-applicable': 32 } },
  verdict: { code: 'act', sentence: '直すことが38件あります。' },
  decide: {
    ...{ tasks: 12, cost: 99_999_999_999, snapshot: snapshot(2), snapshotDue: { on, overdue: true } },
    exemptions: many(9).map(() => ({ requirementId: '6.5.C-13', title: long, proposedOn: on })),
    checklist: { title: 'チェックリスト令和7年度', rows: 19, unanswered: 9, contradicted: 3, overdue: 2 },
  },
  money: {
    ...{ decided: 1_000_000, undecided: 99_999_999_999, unsaid: 30 },
    tasks: many(40).map((index) => ({
      ...{ taskId: `t-${index}`, title: long, cost: 99_999_999, standing: 'waiting' as const },
      owner: { id: 'p-01', name: '例題'.repeat(30) },
    })),
  },
  overdue: many(40).map((index) => ({
    ...{ taskId: `t-${index}`, title: long, ownerLeft: true, dueOn: '2026-01-01', daysLate: 325 },
  })),
  trend: {
    ...{ code: 'compared', before: snapshot(1), after: snapshot(2), totals: { C: { ...none, worse: 30 }, D: none } },
    better: many(30).map(() => changed('better')),
    worse: many(30).map(() => changed('worse')),
  },
  questions: many(30).map((index) => ({
    ...{ sheetId: `q-${index}`, number: index, supplierId: `s-${index}`, supplierName: long, open: 20 },
    ...{ since: '2026-10-01', dueOn: '2026-10-15', due: 'over' as const, toRemind: true },
  })),
}
const plain = (pages: readonly string[]) => pages.map((page) => page.replace(/[\s\u200b]+/g, ''))

test('what is not known is said not to be met, beside the base of the figures', () => {
  const { base, notes } = directorPaper(full)
  expect(base).toBe('最低限 240項目中 100が適合')
  expect(notes[0]).toBe('未確認の 100項目は、適合に数えていません。')
})

test('an empty list says why it is empty', () => {
  const { decide, money, overdue, trend, questions } = directorPaper(empty)
  expect(decide).toEqual([])
  expect([money, overdue, trend, questions].map(({ rows, nothing }) => [rows.length, nothing.slice(-1)])).toEqual(
    Array(4).fill([0, '。']),
  )
})

test('how many rows there are besides is said for every number of rows that may be shown', () => {
  const { money } = directorPaper(full)
  expect(money.more).toEqual([40, 39, 38, 37, 36, 35, 34].map((count) => `ほか ${count}件は画面にあります。`))
  expect(directorPaper({ ...full, money: { ...full.money, tasks: full.money.tasks.slice(0, 1) } }).money.more).toEqual([
    'ほか 1件は画面にあります。',
    '',
  ])
})

testOnPaper('it is one page, whatever there is to say, and keeps its sums, its days and its notice', async () => {
  const pages = plain(pagesOf(await makeDirectorPaper(full)))
  expect(pages).toHaveLength(1)
  for (const words of [
    '直すことが38件あります。',
    '99,999,999,999円',
    '令和8年10月1日',
    '30社に600件',
    '自己点検であり',
  ])
    expect(pages[0]).toContain(words)
  for (const words of ['施設長見本太郎様', '見本', '1／1', 'ほか', '325日遅れ']) expect(pages[0]).toContain(words)
})

testOnPaper('an empty facility has one page too, in English as well; a text is never run', async () => {
  const [page, ...more] = plain(
    pagesOf(await makeDirectorPaper({ ...empty, language: 'en', director: '#panic() $x$' })),
  )
  expect(more).toEqual([])
  expect(page).toContain('#panic()$x$')
  expect(page).toContain('Theydonotcountasmet.')
})
