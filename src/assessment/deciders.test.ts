import { readFileSync } from 'node:fs'
import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { countDeciders, deciderOf } from './deciders.ts'
import { describeDeciders } from './describe-deciders.ts'
import { assess } from './judge.ts'
import { laterRoomOf, rooms } from './later-rooms.ts'
import { rules } from './rules/index.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const edition = loadEdition()

test.each([
  ['deciders.md', 'ja'],
  ['deciders.en.md', 'en'],
] as const)('docs/%s says how each requirement is decided (otherwise make it again as it tells)', (name, language) => {
  const page = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
  expect(page).toBe(describeDeciders(edition, language))
})

test('every requirement is decided in one way, and the numbers add up', () => {
  const counts = Object.values(countDeciders(edition))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(edition.requirements.length)
})

test('what no rule decides though a machine could is left to a room that has a name', () => {
  const nameless = edition.requirements.filter((requirement) => {
    const decider = deciderOf(requirement)
    return decider.by === 'another-part' && decider.later === undefined
  })
  expect(nameless.map(({ id }) => id)).toEqual([])
})

test('each room is the answer for something', () => {
  const named = new Set(edition.requirements.map(({ id }) => laterRoomOf(id)))
  expect(Object.keys(rooms).filter((room) => !named.has(room as keyof typeof rooms))).toEqual([])
})

test('every item of 6.2, 6.5 and 6.6 that a machine can decide has a rule, or is the sum of items that have', () => {
  const auto = edition.requirements.filter(({ id, checkable }) => checkable === 'auto' && /^6\.[256]\./.test(id))
  expect(auto).toHaveLength(37)
  const open = auto.filter(({ id, combine }) => !rules[id] && !combine)
  expect(open.map(({ id }) => id)).toEqual([])
})

test('the judgement decides each requirement the way the table says', () => {
  const { requirements } = assess({ edition, facility: compliantFacility, attestations: [], exemptions: [], on: ON })
  const said = new Map(edition.requirements.map((requirement) => [requirement.id, deciderOf(requirement).by]))
  expect(requirements.filter(({ id, decidedBy }) => decidedBy !== said.get(id)).map(({ id }) => id)).toEqual([])
})
