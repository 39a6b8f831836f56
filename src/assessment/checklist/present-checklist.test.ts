import { loadChecklist, loadEdition } from '@omamori/guideline'
import { expect, it } from 'vitest'
import { assess } from '../judge.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { presentChecklist } from './present-checklist.ts'
import { proposeChecklist } from './propose.ts'
import { checklistView } from './wire.ts'

const edition = loadEdition()
const checklist = loadChecklist('mhlw-checklist-r7')
const facility = compliantFacility
const assessment = assess({ edition, facility, attestations: [], exemptions: [], on: ON })
const filled = proposeChecklist({ checklist, assessment, facility, confirmations: [], on: ON })

for (const language of ['ja', 'en'] as const) {
  it(`what is handed out has the shape it promises, in ${language}`, () => {
    expect(checklistView.safeParse(presentChecklist(filled, { checklist, edition, language })).error).toBeUndefined()
  })
}

it('rows stand in the order of the form, under their topic and what they are about', () => {
  const [own] = presentChecklist(filled, { checklist, edition, language: 'ja' }).sheets
  expect(own?.title).toBe('医療機関確認用')
  expect(own?.groups.map(({ topic, scope, rows }) => [topic.number, scope, rows.length])).toEqual([
    ['0', '', 1],
    ['1', '', 1],
    ['2', 'サーバ、端末PC、ネットワーク機器', 3],
    ['2', 'サーバ、端末PC', 2],
    ['2', 'サーバ、端末PC、ネットワーク機器', 5],
    ['2', 'サーバ', 1],
    ['2', 'サーバ、端末PC', 1],
    ['2', 'ネットワーク機器', 1],
    ['3', '', 3],
    ['4', '', 1],
  ])
})

it('a supplier is asked in its own wording, and is not shown what the facility found', () => {
  const [, supplier] = presentChecklist(filled, { checklist, edition, language: 'ja' }).sheets
  const rows = supplier?.groups.flatMap((group) => group.rows) ?? []
  expect(rows[0]?.ask).toBe('医療情報システム等の提供について、管理責任者を置いている。')
  expect(rows.flatMap(({ proposal, seeAlso }) => [...proposal.requirements, ...proposal.findings, ...seeAlso])).toEqual(
    [],
  )
})

it('a row that was not compared with the form says so', () => {
  const [own] = presentChecklist(filled, { checklist, edition, language: 'ja' }).sheets
  const rights = own?.groups.flatMap(({ rows }) => rows).find(({ itemId }) => itemId === 'rights-by-duty')
  expect(rights?.marks).toEqual(['番号 未照合', '内容 未照合', '対象 未照合'])
})
