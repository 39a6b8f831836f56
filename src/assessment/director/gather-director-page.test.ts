import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { sampleFacility } from '#registry'
import type { TaskView } from '#task/contract'
import { assess } from '../judge.ts'
import { planRowsOf } from '../plan/plan-rows.ts'
import { presentPlanRow } from '../plan/present-plan.ts'
import { sumsOf } from '../plan/sums.ts'
import { present } from '../present.ts'
import type { ComparisonView, SnapshotView } from '../snapshot/wire.ts'
import { directorPageOf, type Gathered } from './gather-director-page.ts'

const on = '2026-11-22'
const edition = loadEdition()
const facility = sampleFacility(on)
const assessment = assess({ edition, facility, attestations: [], exemptions: [], on })
const owner = facility.persons?.find(({ state }) => state !== 'left')

const task = (taskId: string, changed: Partial<TaskView> = {}): TaskView => ({
  ...{ taskId, title: `見本の用件 ${taskId}`, background: '', sources: [], alternatives: [], ifNotDone: '' },
  ...{ state: 'open', standing: 'not-needed', openedOn: on, version: 1, ownerId: owner?.id },
  ...changed,
})

const none = { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 }
const snapshot = (number: number, changed: Partial<SnapshotView> = {}): SnapshotView => ({
  ...{
    snapshotId: `s-${number}`,
    fiscalYear: 2026,
    number,
    edition: edition.id,
    takenOn: on,
    takenAt: `${on}T00:00:00Z`,
  },
  ...{ takenBy: '例題 一郎', counts: { C: none, D: none }, digest: '0'.repeat(64) },
  ...changed,
})

const same = { better: 0, worse: 0, 'known-now': 0, 'no-longer-known': 0, scope: 0, same: 308, new: 0, gone: 0 }
const change = (id: string, kind: 'C' | 'D', named: ComparisonView['requirements'][number]['change']) => ({
  ...{ id, kind, title: id, change: named, changeName: named, why: ['理由'] },
})

function page(tasks: readonly TaskView[] = [], changed: Partial<Gathered> = {}) {
  const rows = planRowsOf(tasks, { facility, assessment })
  const { gaps } = present(assessment, edition, 'ja')
  const shown = rows.map((row) => presentPlanRow(row, edition, 'ja'))
  return directorPageOf({
    ...{ language: 'ja', facility, assessment, edition, comparison: 'too-few', exemptions: [], questions: [] },
    plan: { on, facility: '', sample: true, rows: shown, sums: [...sumsOf(rows)], gaps, may: { change: true } },
    snapshots: { snapshots: [], due: { overdue: true }, may: { take: true, approve: true } },
    checklist: { checklist: 'c', facility: '', sample: true, on, sheets: [] },
    checklistTitle: 'チェックリスト令和7年度',
    ...changed,
  })
}

test('the verdict is that of the assessment, and what is not known is never counted as met', () => {
  const { verdict, counts } = page()
  expect(verdict).toEqual({ code: 'act', sentence: expect.stringMatching(/^直すことが\d+件あります。$/) })
  expect(counts).toEqual(assessment.counts)
  expect(counts.C.unknown).toBeGreaterThan(0)
  const gaps = assessment.gaps.filter(({ state }) => state === 'unknown')
  const { verdict: open } = page([], { assessment: { ...assessment, gaps } })
  expect(open).toEqual({ code: 'find-out', sentence: `まだ分からないことが${counts.C.unknown}項目あります。` })
})

test('what waits for the director comes first among what costs money, and is summed as the plan sums it', () => {
  const { money, decide } = page([
    task('t-1', { cost: 50_000, standing: 'approved' }),
    task('t-2', { cost: 300_000, standing: 'waiting' }),
    task('t-3', { cost: 7_000, standing: 'refused' }),
    task('t-4'),
    task('t-5', { cost: 0 }),
    task('t-6', { cost: 1_000_000, standing: 'approved', state: 'done' }),
    task('t-7', { cost: 20_000, standing: 'sent-back' }),
  ])
  expect(money.tasks.map(({ taskId }) => taskId)).toEqual(['t-2', 't-7', 't-1', 't-3'])
  expect(money.tasks[0]).toMatchObject({ cost: 300_000, standing: 'waiting', owner: { name: owner?.name } })
  expect([money.decided, money.undecided, money.unsaid]).toEqual([50_000, 327_000, 1])
  expect([decide.tasks, decide.cost]).toEqual([1, 300_000])
})

test('what is overdue names its owner, the latest first; what is closed or due today is not late', () => {
  const { overdue } = page([
    task('t-1', { dueOn: '2026-11-20' }),
    task('t-2', { dueOn: '2026-10-01', ownerId: 'p-gone' }),
    task('t-3', { dueOn: on }),
    task('t-4', { dueOn: '2026-01-01', state: 'dropped' }),
  ])
  expect(overdue).toEqual([
    { taskId: 't-2', title: '見本の用件 t-2', owner: undefined, ownerLeft: true, dueOn: '2026-10-01', daysLate: 52 },
    expect.objectContaining({ taskId: 't-1', owner: { id: owner?.id, name: owner?.name }, daysLate: 2 }),
  ])
})

test('only the last snapshot waits for approval, and only until it has it', () => {
  const may = { take: true, approve: true }
  const due = { on: '2027-11-22', overdue: false }
  const waiting = page([], { snapshots: { snapshots: [snapshot(2), snapshot(1)], due, may } })
  expect(waiting.decide.snapshot).toEqual({ snapshotId: 's-2', fiscalYear: 2026, number: 2, takenOn: on })
  const approved = [snapshot(2, { approvedOn: on, approvedBy: '見本 太郎' }), snapshot(1)]
  expect(page([], { snapshots: { snapshots: approved, due, may } }).decide.snapshot).toBeUndefined()
})

test('exemptions wait until they are approved or withdrawn', () => {
  const about = { requirementId: '6.5.C-13', reason: '該当なし', proposedBy: '例題 一郎', proposedOn: on, reviewOn: on }
  const { decide } = page([], {
    exemptions: [
      { ...about, exemptionId: 'e-1', withdrawn: false },
      { ...about, exemptionId: 'e-2', withdrawn: true },
      { ...about, exemptionId: 'e-3', withdrawn: false, approvedBy: '見本 太郎', approvedOn: on },
    ],
  })
  expect(decide.exemptions).toEqual([{ requirementId: '6.5.C-13', proposedOn: on, title: expect.any(String) }])
})

test('of the checklist the own rows count: not answered, contradicted, and promised for a day that is over', () => {
  const proposal = { reason: 'unknown', requirements: [], findings: [] } as const
  const answer = { sheet: 'facility', itemId: 'x', round: 1, checkedOn: on, by: '例題 一郎', version: 1 } as const
  const no = (targetOn: string) => ({ ...answer, answer: 'no' as const, targetOn })
  const row = { itemId: 'x', proposal, answers: [], contradicted: false }
  const rows = [
    row,
    { ...row, answers: [{ ...answer, answer: 'yes' as const }], contradicted: true },
    { ...row, answers: [no('2026-11-21')] },
    { ...row, answers: [no('2026-11-21'), no(on)] },
  ]
  const sheets = [
    { sheet: 'facility' as const, things: [], rows },
    { sheet: 'supplier' as const, supplierId: 's-01', things: [], rows: [row] },
  ]
  const { decide } = page([], { checklist: { checklist: 'c', facility: '', sample: true, on, sheets } })
  expect(decide.checklist).toEqual({
    ...{ title: 'チェックリスト令和7年度', rows: 4, unanswered: 1, contradicted: 1, overdue: 1 },
  })
})

test('the trend tells worse from known now, minimum items first, and says when there is nothing to compare', () => {
  const totals = { C: { ...same, better: 1, worse: 1, 'known-now': 1 }, D: { ...same, worse: 1 } }
  const requirements = [
    change('known', 'C', 'known-now'),
    change('worse-d', 'D', 'worse'),
    change('better-c', 'C', 'better'),
    change('worse-c', 'C', 'worse'),
    change('scope', 'C', 'scope'),
  ]
  const { trend } = page([], { comparison: { before: snapshot(1), after: snapshot(2), totals, requirements } })
  if (trend.code !== 'compared') throw new Error('two snapshots were compared')
  expect(trend.worse.map(({ id }) => id)).toEqual(['worse-c', 'known', 'worse-d'])
  expect(trend.better.map(({ id }) => id)).toEqual(['better-c'])
  expect([trend.before.number, trend.after.number, trend.totals.C.worse]).toEqual([1, 2, 1])
  expect(page().trend).toEqual({ code: 'too-few' })
  expect(page([], { comparison: 'corrupt' }).trend).toEqual({ code: 'corrupt' })
})
