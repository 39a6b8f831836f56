import { expect, test } from 'vitest'
import type { PresentedRequirement } from '#assessment/contract'
import { type Gap, rowsOf, sectionsIn } from './rows.ts'
import { viewOf } from './view.ts'

const chapters = [
  { id: '6', title: { ja: '安全管理', en: 'Safety' }, sections: [section('6.1'), section('6.10')] },
  { id: '10', title: { ja: '規程', en: 'Rules' }, sections: [section('10')] },
]

function section(id: string) {
  return { id, title: { ja: id, en: id } }
}

function requirement(id: string, state: PresentedRequirement['state'], rest: Partial<PresentedRequirement> = {}) {
  return {
    id,
    state,
    decidedBy: 'rule',
    section: id.split('-')[0] ?? id,
    kind: 'C',
    printedNumber: { text: 'C.1', confidence: 'seen' },
    title: `項目 ${id}`,
    findings: [],
    evidence: [],
    asks: [],
    ...rest,
  } satisfies PresentedRequirement
}

function gap(requirementId: string, state: Gap['state'] = 'unknown'): Gap {
  const action = { code: 'attest', sentence: '申告してください。', facts: {} }
  return { requirementId, title: requirementId, state, weight: 1, sentence: '', action }
}

const idsOf = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.requirement.id)

test('what weighs most comes first, and what is no gap keeps the order of the guideline', () => {
  const requirements = [requirement('6.1-1', 'met'), requirement('6.1-2', 'unknown'), requirement('6.10-1', 'not-met')]
  const judged = { requirements, gaps: [gap('6.10-1', 'not-met'), gap('6.1-2')] }
  expect(idsOf(rowsOf(judged, viewOf({ state: 'all' }), chapters))).toEqual(['6.10-1', '6.1-2', '6.1-1'])
})

test('a sub-item lies under its parent, which is shown for its sake and not counted', () => {
  const requirements = [
    requirement('6.1-1', 'met'),
    requirement('6.1-1-a', 'unknown', { parent: '6.1-1' }),
    requirement('6.1-1-b', 'met', { parent: '6.1-1' }),
  ]
  const rows = rowsOf({ requirements, gaps: [gap('6.1-1-a')] }, viewOf({}), chapters)
  expect(rows.map(({ requirement: { id }, depth, asked }) => [id, depth, asked])).toEqual([
    ['6.1-1', 0, false],
    ['6.1-1-a', 1, true],
  ])
})

test('the minimum and the recommended are never one list', () => {
  const requirements = [requirement('6.1-1', 'unknown'), requirement('6.1-2', 'unknown', { kind: 'D' })]
  const judged = { requirements, gaps: [gap('6.1-1'), gap('6.1-2')] }
  expect(idsOf(rowsOf(judged, viewOf({}), chapters))).toEqual(['6.1-1'])
  expect(idsOf(rowsOf(judged, viewOf({ kind: 'D' }), chapters))).toEqual(['6.1-2'])
})

test('a chapter stands for all its sections, a section only for itself', () => {
  expect([...sectionsIn(chapters, '6')]).toEqual(['6.1', '6.10'])
  expect([...sectionsIn(chapters, '6.1')]).toEqual(['6.1'])
  expect([...sectionsIn(chapters, '10')]).toEqual(['10'])
})

test('a search finds what the guideline knows, and what stands in title, number or finding', () => {
  const finding = { state: 'met', code: 'x', sentence: '「電子カルテ」のログを見直しています。', facts: {} } as const
  const requirements = [
    requirement('6.1-1', 'met', { findings: [finding] }),
    requirement('6.1-2', 'met'),
    requirement('6.10-1', 'met'),
  ]
  const rows = rowsOf({ requirements, gaps: [] }, viewOf({ q: '電子かるて' }), chapters, { ids: new Set(['6.10-1']) })
  expect(idsOf(rows)).toEqual(['6.1-1', '6.10-1'])
})
