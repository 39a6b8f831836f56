import { expect, it } from 'vitest'
import { checklists, editions, itemsOfSheet, loadChecklist, loadEdition, marksOfItem, requirement } from './index.ts'

const checklist = loadChecklist('mhlw-checklist-r7')
const marksOf = (id: string) => checklist.items.filter((one) => one.id === id).flatMap(marksOfItem)

it('a checklist is no edition, and an unknown one is refused by name', () => {
  expect(checklists()).toEqual(['mhlw-checklist-r7'])
  expect(editions()).toEqual(['mhlw-5.2'])
  expect(() => loadChecklist('mhlw-checklist-r1')).toThrow('unknown checklist "mhlw-checklist-r1"')
})

it('every row has an id of its own and belongs to a topic and to sheets of the form', () => {
  const ids = checklist.items.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const topics = checklist.topics.map(({ number }) => number)
  expect([...new Set(checklist.items.map(({ topic }) => topic))]).toEqual(topics)
  const sheets = checklist.sheets.map(({ id }) => id)
  expect(sheets).toEqual(['facility', 'pharmacy', 'supplier'])
})

it('rows are printed in the order of the form', () => {
  const numbers = (topic: string) =>
    checklist.items.filter((one) => one.topic === topic).map(({ printedNumber }) => printedNumber.text)
  expect(numbers('1')).toEqual(['①'])
  expect(numbers('2')).toEqual([...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬'])
  expect(numbers('3')).toEqual([...'①②③'])
  expect(numbers('4')).toEqual(['①'])
})

it('every requirement a row names is one of the mapped edition', () => {
  const edition = loadEdition(checklist.mappedEdition)
  const named = checklist.items.flatMap(({ basis, seeAlso }) => [...basis.requirements.map(({ id }) => id), ...seeAlso])
  expect(named.filter((id) => !requirement(edition, id))).toEqual([])
})

it('a row that nothing answers names no requirement, and every other one names some', () => {
  const odd = checklist.items.filter(({ basis }) => (basis.covers === 'none') !== (basis.requirements.length === 0))
  expect(odd.map(({ id }) => id)).toEqual([])
})

it('five rows are new this year', () => {
  expect(checklist.items.filter(({ addedThisYear }) => addedThisYear).map(({ id }) => id)).toEqual([
    'password-strength',
    'passwords-not-reused',
    'media-restricted',
    'two-factors-planned',
    'rules-written',
  ])
})

it('suppliers are not asked what only the facility can know', () => {
  const asked = itemsOfSheet(checklist, 'supplier').map(({ id }) => id)
  expect(asked).toHaveLength(13)
  expect(asked).not.toContain('equipment-listed')
  expect(asked).not.toContain('continuity-plan')
  expect(itemsOfSheet(checklist, 'facility')).toHaveLength(19)
})

it('no row claims to have been compared with the final form, and each recalled one carries its mark', () => {
  expect(checklist.items.filter(({ confidence }) => confidence === 'confirmed')).toEqual([])
  const recalled = checklist.items.filter(({ source }) => source.basis === 'recall')
  expect(recalled.map(({ id }) => id)).toEqual([
    'rights-by-duty',
    'unused-accounts-removed',
    'contacts-charted',
    'continuity-plan',
    'rules-written',
  ])
  for (const one of recalled) expect(marksOfItem(one), one.id).toContain('contentUnconfirmed')
  expect(marksOf('rights-by-duty')).toEqual(['numberUnconfirmed', 'contentUnconfirmed', 'scopeUnconfirmed'])
  expect(marksOf('patches-applied')).toEqual(['contentPartly'])
})

it('cannot be changed by whoever holds it', () => {
  expect(() => Object.assign(checklist.items[0]?.ask ?? {}, { ja: '別の文' })).toThrow(TypeError)
})
