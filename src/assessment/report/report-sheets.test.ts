import { expect, test } from 'vitest'
import type { ReportedGap, ReportedRequirement, ReportInput } from './report-input.ts'
import { reportSheets } from './report-sheets.ts'
import { countStates } from './sheets/count-states.ts'
import { reportExample } from './testing/report-example.ts'

const item = (id: string, change: Partial<ReportedRequirement> = {}): ReportedRequirement => ({
  id,
  section: '6.5',
  kind: 'C',
  printedNumber: { text: 'C.1', confidence: 'seen' },
  contentConfirmed: true,
  title: `項目${id}`,
  state: 'unknown',
  findings: [],
  evidence: [],
  ...change,
})

const gap = (requirementId: string, change: Partial<ReportedGap> = {}): ReportedGap => ({
  requirementId,
  state: 'unknown',
  weight: 1,
  sentence: `${requirementId}を確かめる`,
  ...change,
})

function sheetsOf(
  requirements: readonly ReportedRequirement[],
  gaps: readonly ReportedGap[] = [],
  change: Partial<ReportInput> = {},
) {
  const counted = (kind: 'C' | 'D') => countStates(requirements.filter((one) => one.kind === kind))
  const assessment = {
    sample: false,
    on: '2026-11-22',
    counts: { C: counted('C'), D: counted('D') },
    requirements,
    gaps,
  }
  return reportSheets(reportExample('ja', { decisions: [], ...change, assessment }))
}

test('a number that was not seen in the official text is not printed', () => {
  const sheets = sheetsOf([item('a', { printedNumber: { text: 'C.99', confidence: 'inferred' } })])
  expect(JSON.stringify(sheets)).not.toContain('C.99')
  expect(sheets.requirements[0]?.kinds[0]?.rows[0]?.number).toBe('番号 未照合')
})

test('content that was not compared with the official text says so', () => {
  const sheets = sheetsOf([item('a', { contentConfirmed: false }), item('b')])
  expect(sheets.requirements[0]?.kinds[0]?.rows.map((row) => row.contentMark)).toEqual(['内容 未照合', ''])
})

test('neither an id nor a code of ours stands on the paper', () => {
  const sheets = sheetsOf([item('6.5.C-1', { title: '利用者の識別', reason: 'facts-missing' })])
  const { words: _, ...said } = sheets
  expect(JSON.stringify(said)).not.toMatch(/6\.5\.C-1|facts-missing/)
})

test('what is unknown is grouped by what is missing and by whom to ask, and what nobody can hasten comes last', () => {
  const requirements = [
    item('a', { reason: 'another-part' }),
    item('b', { reason: 'another-part' }),
    item('c', { reason: 'facts-missing' }),
    item('d', { reason: 'facts-missing' }),
    item('e', { reason: 'needs-attestation' }),
  ]
  const sheets = sheetsOf(requirements, [gap('d', { ask: '株式会社みほん保守' })])
  expect(sheets.gaps.unknown.map(({ name, count }) => [name, count])).toEqual([
    ['台帳に記録なし', '2件'],
    ['申告待ち', '1件'],
    ['ほかの点検の結果待ち', '2件'],
  ])
  expect(sheets.gaps.unknown[0]?.parts.map(({ askOf, items }) => [askOf, items.map((one) => one.toDo)])).toEqual([
    ['', ['']],
    ['聞く相手　株式会社みほん保守', ['dを確かめる']],
  ])
})

test('what the director decides is not said once more among the urgent items', () => {
  const requirements = [item('a', { state: 'not-met' }), item('b', { state: 'not-met' })]
  const gaps = [gap('a', { state: 'not-met' }), gap('b', { state: 'not-met' })]
  const decisions = [{ title: 'aを直す', detail: '', requirementId: 'a' }]
  expect(sheetsOf(requirements, gaps, { decisions }).director.urgent.map((row) => row.sentence)).toEqual([
    'bを確かめる',
  ])
})

test('a requirement that only sums up its sub-items says so instead of a finding', () => {
  const sheets = sheetsOf([item('a', { state: 'not-met', reason: 'children' })])
  expect(sheets.gaps.notMet[0]?.rows[0]?.findings).toEqual(['下の項目のまとめ'])
})

test('the urgent items are the heaviest minimum items not met, in the order of the gaps', () => {
  const requirements = [
    item('recommended', { kind: 'D', state: 'not-met' }),
    item('light', { state: 'not-met' }),
    item('heavy', { state: 'not-met' }),
  ]
  const notMet = { state: 'not-met' } as const
  const sheets = sheetsOf(requirements, [gap('recommended', notMet), gap('heavy', notMet), gap('light', notMet)])
  expect(sheets.director.urgent.map((row) => row.sentence)).toEqual(['heavyを確かめる', 'lightを確かめる'])
  expect(sheets.gaps.notMet.map(({ kind, rows }) => [kind, rows.map((row) => row.title)])).toEqual([
    ['C', ['項目heavy', '項目light']],
    ['D', ['項目recommended']],
  ])
})

test('without decisions the verdict says what is open, and nothing more', () => {
  const open = sheetsOf([item('a', { state: 'not-met' }), item('b'), item('c')])
  expect(open.director.verdict).toBe('いま決めていただくことはありません。不適合が1、未確認が2あります。')
  expect(sheetsOf([item('a', { state: 'met' })]).director.verdict).toBe('最低限の項目は、すべて適合です。')
})

test('a statement is marked as the weaker evidence, and what has expired says so first', () => {
  const stated = { kind: 'attestation', source: 'statement', statement: '確かめた', by: '例題 一郎' } as const
  const evidence = [{ ...stated, takenOn: '2025-10-01', validUntil: '2026-09-30', expired: true }]
  const row = sheetsOf([item('a', { evidence })]).requirements[0]?.kinds[0]?.rows[0]
  expect(row?.evidence).toEqual([
    { subject: '【期限切れ】証拠：確かめた（※申告、例題 一郎）', days: '令和7年10月1日、期限 令和8年9月30日' },
  ])
})

test('several fields of one thing, read on one day, are one line of evidence', () => {
  const about = { kind: 'system', id: 'emr', name: '電子カルテ' }
  const fact = {
    kind: 'fact',
    source: 'vendor',
    takenOn: '2026-11-01',
    validUntil: '2027-10-31',
    expired: false,
  } as const
  const evidence = ['owner', 'log'].map((field) => ({ ...fact, about: { ...about, field } }))
  const row = sheetsOf([item('a', { state: 'met', evidence })]).requirements[0]?.kinds[0]?.rows[0]
  expect(row?.evidence.map((line) => line.subject)).toEqual(['証拠：電子カルテ（事業者）'])
  expect(row?.more).toBe('')
})

test('of many findings the worst are printed, and the number of the others', () => {
  const findings = [
    ...Array.from({ length: 9 }, () => ({ state: 'unknown', sentence: '端末がわかりません。' }) as const),
    { state: 'not-met', sentence: '端末に対策がありません。' } as const,
  ]
  const row = sheetsOf([item('a', { state: 'not-met', findings })]).requirements[0]?.kinds[0]?.rows[0]
  expect(row?.findings).toEqual(['端末に対策がありません。', '端末がわかりません。', 'ほか8件は点検の画面にあります。'])
})

test('both languages have the same words, none of them empty', () => {
  const shapeOf = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, typeof value === 'object' ? shapeOf(value) : value === '']),
    )
  expect(shapeOf(reportSheets(reportExample('en')).words)).toEqual(shapeOf(reportSheets(reportExample('ja')).words))
})
