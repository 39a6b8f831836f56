import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry'
import type { TaskView } from '#task/contract'
import type { Assessment, Finding, JudgedRequirement } from '../contract.ts'
import type { PlanRow } from '../plan/plan-rows.ts'
import { chargeOf, hasSomething, staffOf } from './charge.ts'
import { shortfallsOf } from './shortfalls.ts'

const facility: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  persons: [
    { id: 'p-01', name: '見本 太郎', posts: ['safety-manager'] },
    { id: 'p-02', name: '例題 一郎', posts: ['operator'] },
    { id: 'p-03', name: '例題 花子', state: 'left' },
    { id: 'p-04', name: '保守 見本', posts: ['supplier'] },
  ],
  suppliers: [
    { id: 's-01', name: '株式会社みほん保守' },
    { id: 's-02', name: '例題医療システム' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', ownerId: 'p-02', supplierId: 's-01' },
    { id: 'pacs', name: '画像', ownerId: 'p-01' },
    { id: 'receipt', name: 'レセコン' },
    { id: 'lab', name: '検査', supplierId: 's-01' },
    { id: 'ward', name: '病棟', supplierId: 's-02' },
  ],
  terminals: [{ id: 't-01', name: '受付の端末', ownerId: 'p-02' }],
}
const [manager, clerk] = facility.persons ?? []
if (!manager || !clerk) throw new Error('two persons')

const finding = (state: Finding['state'], id: string): Finding =>
  ({
    ...{ state, code: state === 'not-met' ? 'guessable-passwords' : 'missing', facts: {} },
    about: { kind: 'system', id, name: id, field: 'passwordPolicy.minLength' },
  }) as Finding
const judged = (id: string, state: JudgedRequirement['state'], findings: readonly Finding[]): JudgedRequirement => ({
  ...{ id, state, findings, decidedBy: 'rule', evidence: [] },
})
const requirements = [
  judged('6.5.C-13', 'not-met', [finding('not-met', 'pacs'), finding('unknown', 'emr'), finding('met', 'receipt')]),
  { ...judged('6.3.C-1', 'unknown', []), reason: 'needs-attestation' as const },
]
const action = { code: 'attest', facts: {} } as const
const assessment: Assessment = {
  ...{ format: 'omamori-assessment@1', edition: 'mhlw-5.2', facility: 'みほん診療所', sample: false, on: '2026-11-22' },
  counts: {
    C: { met: 0, 'not-met': 1, unknown: 1, 'not-applicable': 0 },
    D: { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 },
  },
  requirements,
  contradictions: [],
  gaps: [
    { requirementId: '6.5.C-13', state: 'not-met', weight: 2000, action, about: finding('not-met', 'pacs').about },
    { requirementId: '6.3.C-1', state: 'unknown', weight: 500, action },
  ],
}
const row = (taskId: string, task: Partial<TaskView>, daysLate = 0): PlanRow => ({
  ...{ requirements: [], ownerLeft: false, daysLate, weight: 1 },
  task: {
    ...{ taskId, title: taskId, background: '', sources: [], alternatives: [], ifNotDone: '' },
    ...{ state: 'open', standing: 'not-needed', openedOn: '2026-11-01', version: 1, ownerId: 'p-02' },
    ...task,
  },
})
const around = { facility, assessment, edition: loadEdition(), language: 'ja', assessed: true, rows: [] } as const

test("a thing that is not known is its owner's, though another thing is worse", () => {
  const own = shortfallsOf(assessment, facility, ['p-02'])
  expect(own.map(({ requirementId, state, about }) => [requirementId, state, about?.id])).toEqual([
    ['6.5.C-13', 'unknown', 'emr'],
  ])
  expect(own[0]?.action.code).toBe('ask-supplier')
})

test('what is in order is nobody’s to mend, and what has no owner is the safety manager’s', () => {
  const own = shortfallsOf(assessment, facility, ['p-01'])
  expect(own.map(({ requirementId, about }) => [requirementId, about?.id])).toEqual([
    ['6.5.C-13', 'pacs'],
    ['6.3.C-1', undefined],
  ])
  expect(shortfallsOf(assessment, facility, [])).toEqual([])
})

test('a sheet has the things of the person, what falls short, what is unknown, and a step for each', () => {
  const charge = chargeOf(clerk, around)
  expect(charge.things).toEqual([
    { kind: 'system', id: 'emr', name: '電子カルテ' },
    { kind: 'terminal', id: 't-01', name: '受付の端末' },
  ])
  expect([charge.notMet, charge.unknown.length]).toEqual([[], 1])
  expect(charge.unknown[0]).toMatchObject({ requirementId: '6.5.C-13', toDo: expect.stringContaining('みほん保守') })
  expect(chargeOf(manager, around).unknown[0]?.sentence).toMatch(/。$/)
})

test('things that fall short in the same way stand on one line, which says when the suppliers are others', () => {
  const findings = ['pacs', 'receipt', 'lab', 'ward', 'emr'].map((id) => finding('unknown', id))
  const [gap] = assessment.gaps
  if (!gap) throw new Error('there is a gap')
  const { unknown, counts } = chargeOf(manager, {
    ...around,
    assessment: { ...assessment, requirements: [judged('6.5.C-13', 'unknown', findings)], gaps: [gap] },
  })
  expect(unknown.map(({ about, toDo }) => [about.map(({ id }) => id), toDo])).toEqual([
    [['pacs', 'receipt'], expect.stringMatching(/ほかの対象も、同じようにしてください。$/)],
    [['lab', 'ward'], expect.stringMatching(/ほかの対象も、それぞれの事業者に、同じようにしてください。$/)],
  ])
  expect(counts).toEqual({ 'not-met': 0, unknown: 1 })
})

test('tasks that are late come first, then by their day; closed ones and those of others are not listed', () => {
  const rows = [
    row('none', {}),
    row('later', { dueOn: '2027-01-01' }),
    row('late', { dueOn: '2026-11-01' }, 21),
    row('soon', { dueOn: '2026-12-01' }),
    row('done', { state: 'done' }),
    row('other', { ownerId: 'p-01' }),
  ]
  const { tasks } = chargeOf(clerk, { ...around, rows })
  expect(tasks.map(({ taskId }) => taskId)).toEqual(['late', 'soon', 'later', 'none'])
})

test('whoever may not see how the facility stands sees the tasks and nothing else', () => {
  const charge = chargeOf(clerk, { ...around, assessed: false, rows: [row('own', {})] })
  expect([charge.things, charge.notMet, charge.unknown, charge.tasks.length]).toEqual([[], [], [], 1])
})

test('only those who work here get a sheet, and when all are printed only those who have something', () => {
  const staff = staffOf(facility)
  expect(staff.map(({ id }) => id)).toEqual(['p-01', 'p-02'])
  const quiet = { id: 'p-09', name: '例題 三郎' }
  expect([clerk, quiet].map((person) => hasSomething(chargeOf(person, around)))).toEqual([true, false])
})
