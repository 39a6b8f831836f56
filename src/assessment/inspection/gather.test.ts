import { loadChecklist, loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { type Facility, sampleHospital } from '#registry'
import { presentChecklist } from '../checklist/present-checklist.ts'
import { proposeChecklist } from '../checklist/propose.ts'
import { assess } from '../judge.ts'
import { present } from '../present.ts'
import type { PartId } from './contract.ts'
import { gatherInspection } from './gather.ts'
import type { Material } from './material.ts'

const on = '2026-11-23'
const edition = loadEdition()
const checklist = loadChecklist('mhlw-checklist-r7')
const hospital = sampleHospital(on)

function materialOf(facility: Facility, change: Partial<Material> = {}): Material {
  const assessment = assess({ edition, facility, attestations: [], exemptions: [], on })
  const filled = proposeChecklist({ checklist, assessment, facility, confirmations: [], on })
  const presented = present(assessment, edition, 'ja')
  return {
    language: 'ja',
    on,
    facility,
    answers: [],
    checklist: presentChecklist(filled, { checklist, edition, language: 'ja' }),
    presented,
    snapshots: [],
    plan: {
      on,
      facility: facility.profile.name,
      sample: true,
      rows: [],
      sums: [],
      gaps: presented.gaps,
      may: { change: false },
    },
    logReviews: { due: [], reviews: [] },
    journal: {
      format: 'journal-report@1',
      verifiedAt: '2026-11-23T01:00:00.000Z',
      entries: 9,
      coverage: {
        ...{ mode: 'full', because: 'asked', checked: 9, fresh: 9, older: 0, olderChecked: 0 },
        ...{ indexes: true, threads: 1, tookMs: 12 },
      },
      logs: [],
      findings: [],
      leftOut: 0,
    },
    ...change,
  }
}

const partOf = (material: Material, id: PartId) => {
  const part = gatherInspection(material).parts.find((one) => one.id === id)
  if (!part) throw new Error(`there is no part ${id}`)
  return part
}

const textOf = (material: Material, id: PartId) => JSON.stringify(partOf(material, id).blocks)

test('logs that nobody looked through, or too long ago, are named; without an interval that is what is missing', () => {
  const due = [
    { target: 'journal', state: 'in-time', lastOn: '2026-11-20' },
    { target: 'system', systemId: 'emr', name: '電子カルテ', state: 'late', lastOn: '2026-08-01' },
  ] as const
  const late = materialOf(hospital, { logReviews: { intervalDays: 31, due: [...due], reviews: [] } })
  expect(partOf(late, 'log-reviews').missing).toEqual([expect.stringContaining('電子カルテ')])
  expect(partOf(materialOf(hospital), 'log-reviews').missing).toEqual([expect.stringContaining('間隔')])
})

test('what a part does not have stands in the first part, under its name', () => {
  const material = materialOf(hospital)
  const { parts } = gatherInspection(material)
  const [first, ...others] = parts
  expect(first?.id).toBe('missing')
  for (const { missing } of others)
    for (const sentence of missing) expect(textOf(material, 'missing')).toContain(sentence.replaceAll('"', '\\"'))
})

test('a thing without a responsible person is named, and one with is not', () => {
  const missing = partOf(materialOf(hospital), 'registry').missing.join()
  expect(missing).toContain('システムの責任者が決まっていません：超音波')
  const owner = hospital.persons?.[0]?.id
  const systems = hospital.systems?.map((system) => ({ ...system, ownerId: owner }))
  expect(partOf(materialOf({ ...hospital, systems }), 'registry').missing.join()).not.toContain('システムの責任者')
})

test('a kind of which nothing is recorded is not said to be absent', () => {
  const { wireless: _, ...without } = hospital
  const material = materialOf(without)
  expect(partOf(material, 'registry').missing.join()).toContain(
    '「無線LAN」が、台帳に1件も書かれていません。無いのか、書いていないのか',
  )
  expect(textOf(material, 'registry')).not.toContain('無線LAN（')
})

test('whoever left holds no post and is called by nobody', () => {
  const persons = hospital.persons?.map((person) =>
    person.posts?.includes('safety-manager') ? { ...person, state: 'left' as const } : person,
  )
  const before = hospital.persons?.find(({ posts }) => posts?.includes('safety-manager'))?.name ?? ''
  const material = materialOf({ ...hospital, persons })
  expect(before).not.toBe('')
  expect(textOf(material, 'contacts')).not.toContain(before)
  expect(partOf(material, 'persons').missing).toContain('医療情報システム安全管理責任者が、台帳に書かれていません。')
})

test('a telephone number that is not recorded is said to be so and never made up', () => {
  const persons = hospital.persons?.map(({ phone: _, ...person }) => person)
  const material = materialOf({ ...hospital, persons, suppliers: [] })
  expect(textOf(material, 'contacts')).toContain('電話 記録なし')
  expect(textOf(material, 'contacts')).not.toMatch(/\d{2,4}-\d{2,4}-\d{4}/)
})

test('an answered question is not blank any more', () => {
  const blanks = (material: Material) => partOf(material, 'checklist').missing.join()
  const material = materialOf(hospital)
  expect(blanks(material)).toContain('「医療機関確認用」の19問のうち19問が空欄です。')
  const answer = { round: 1, answer: 'no', checkedOn: on, targetOn: '2027-03-31', by: '見本 太郎', version: 1 } as const
  const [sheet, ...others] = material.checklist.sheets
  if (!sheet) throw new Error('there is no sheet')
  const groups = sheet.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, answers: [answer] })),
  }))
  const answered = { ...material, checklist: { ...material.checklist, sheets: [{ ...sheet, groups }, ...others] } }
  expect(blanks(answered)).not.toContain('医療機関確認用')
})

test('a journal with findings is never called whole', () => {
  const journal = {
    ...materialOf(hospital).journal,
    findings: [{ log: 'omamori/f/2026', code: 'gap' as const, index: 3, facts: {} }],
    leftOut: 2,
  }
  const material = materialOf(hospital, { journal })
  expect(textOf(material, 'journal')).toContain('証跡に3件の異常があります。')
  expect(textOf(material, 'journal')).not.toContain('見つかりませんでした')
})

test('the newest kept assessment has to be approved, an older approval is not enough', () => {
  const taken = {
    snapshotId: 's-2',
    fiscalYear: 2026,
    number: 2,
    edition: 'mhlw-5.2',
    takenOn: on,
    takenAt: '2026-11-23T00:00:00.000Z',
    takenBy: '架空 豆子',
    counts: materialOf(hospital).presented.counts,
    digest: '0'.repeat(64),
  }
  const approved = { ...taken, snapshotId: 's-1', number: 1, approvedBy: '見本 空男', approvedOn: '2025-11-20' }
  const missing = (snapshots: Material['snapshots']) => partOf(materialOf(hospital, { snapshots }), 'snapshots').missing
  expect(missing([taken, approved])).toEqual(['いちばん新しい点検の記録を、施設長がまだ承認していません。'])
  expect(missing([approved])).toEqual([])
  expect(missing([])).toEqual(['点検の記録が、まだ1つもありません。'])
})
