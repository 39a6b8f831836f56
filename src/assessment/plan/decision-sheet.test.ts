import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { sampleFacility } from '#registry'
import type { TaskView } from '#task/contract'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { assess } from '../judge.ts'
import { decisionSheet, makeDecisionSheet } from './decision-sheet.ts'
import { planRowsOf } from './plan-rows.ts'
import { sourceOf } from './source.ts'

const on = '2026-11-22'
const edition = loadEdition()
const facility = sampleFacility(on)
const assessment = assess({ edition, facility, attestations: [], exemptions: [], on })
const short = assessment.gaps.slice(0, 5).map(({ requirementId }) => requirementId)

function input(changed: Partial<TaskView> = {}, language: 'ja' | 'en' = 'ja') {
  const task: TaskView = {
    ...{ taskId: '100d6d97-3024-419e', title: '二要素認証を入れる', background: '契約の更新に合わせます。' },
    ...{ sources: short.map(sourceOf), alternatives: [{ name: '設定だけ変える', cost: 0 }], cost: 330_000 },
    ...{ ifNotDone: 'なりすましのおそれが残ります。', dueOn: '2026-12-06', state: 'open', standing: 'waiting' },
    ...{ ownerId: facility.persons?.[0]?.id, supplierId: facility.suppliers?.[0]?.id, openedOn: on, version: 3 },
    ...changed,
  }
  const [row] = planRowsOf([task], { facility, assessment })
  if (!row) throw new Error('one task is one row')
  return { row, facility, assessment, edition, language, decidedBy: '見本 太郎' }
}
const plain = (pages: readonly string[]) => pages.map((page) => page.replace(/[\s\u200b]+/g, ''))

test('three reasons stand on the paper, and how many more there are', () => {
  const { reasons, moreReasons } = decisionSheet(input())
  expect([reasons.length, moreReasons]).toEqual([3, 'ほか2項目'])
  expect(reasons[0]).toMatchObject({ state: '▲ 不適合' })
})

test('what nobody said stays empty, to be written in by hand', () => {
  const sheet = decisionSheet(input({ cost: undefined, dueOn: undefined, ownerId: undefined, supplierId: undefined }))
  expect([sheet.cost, sheet.due, sheet.owner, sheet.supplier]).toEqual(['', '', '', ''])
})

test('a decision that no longer covers the task is not printed', () => {
  const decision = { outcome: 'approved', words: '', decidedOn: on, enteredBy: 'x', holds: false } as const
  expect(decisionSheet(input({ decision })).decided.line).toBe('')
  expect(decisionSheet(input({ decision: { ...decision, holds: true } })).decided.line).toBe(
    '令和8年11月22日（日）　見本 太郎　承認',
  )
})

testOnPaper('it is one page with boxes for four stamps, 令和 dates and the number of the task', async () => {
  const pages = plain(pagesOf(await makeDecisionSheet(input())))
  expect(pages).toHaveLength(1)
  for (const words of ['施設長', '事務長', '安全管理責任者', '起案', '用件番号100d6d97-3', '330,000円', '差し戻す'])
    expect(pages[0]).toContain(words)
  for (const words of ['令和8年12月6日（日）', '設定だけ変える', '契約の更新に合わせます。', '見本', '自己点検'])
    expect(pages[0]).toContain(words)
})

testOnPaper('what a person wrote is printed as it is and never run', async () => {
  const title = '#panic() $x$ *太* @foo'
  const [page] = plain(pagesOf(await makeDecisionSheet(input({ title }, 'en'))))
  expect(page).toContain('#panic()$x$*太*@foo')
  expect(page).toContain('Decisionsheet')
})
