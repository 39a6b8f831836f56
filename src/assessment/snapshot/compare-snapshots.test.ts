import { loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facility } from '#registry'
import type { Attestation, State } from '../contract.ts'
import { assess } from '../judge.ts'
import { compliantFacility } from '../testing/compliant-facility.ts'
import { changeKindOf, compareSnapshots } from './compare-snapshots.ts'
import type { SnapshotContent } from './content.ts'
import { sayWhy } from './words/say-why.ts'

const edition = loadEdition()
const editions = { before: edition, after: edition }

function taken(facility: Facility, on = '2026-11-22', attestations: readonly Attestation[] = []): SnapshotContent {
  const assessment = assess({ edition, facility, attestations, exemptions: [], on })
  return { format: 'omamori-snapshot@1', edition: edition.id, on, at: `${on}T00:00:00.000Z`, facility, assessment }
}

const [emr, ...others] = compliantFacility.systems ?? []
const withMinimum = (minLength: number | undefined): Facility => ({
  ...compliantFacility,
  systems: emr ? [{ ...emr, passwordPolicy: { ...emr.passwordPolicy, minLength } }, ...others] : [],
})
const changeOf = (before: SnapshotContent, after: SnapshotContent, id: string) =>
  compareSnapshots(before, after, editions).requirements.find((each) => each.id === id)
const said = (before: SnapshotContent, after: SnapshotContent, id: string) =>
  (changeOf(before, after, id)?.why ?? []).map((why) => sayWhy(why, 'ja', (fact) => fact))

const minimum = '6.5.C-14-4'

test('what is known to fall short now was not made worse, it was found out', () => {
  const [unsaid, short] = [taken(withMinimum(undefined)), taken(withMinimum(7))]
  expect(changeOf(unsaid, short, minimum)).toMatchObject({ change: 'known-now', before: 'unknown', after: 'not-met' })
  expect(changeOf(short, unsaid, minimum)).toMatchObject({ change: 'no-longer-known' })
})

test('a setting that was weakened makes it worse, and the fact is named with both figures', () => {
  const [strong, weak] = [taken(withMinimum(13)), taken(withMinimum(7))]
  expect(changeOf(strong, weak, minimum)).toMatchObject({ change: 'worse', before: 'met', after: 'not-met' })
  expect(said(strong, weak, minimum)).toContainEqual(expect.stringMatching(new RegExp(`${emr?.name}.*13文字 → 7文字`)))
  expect(changeOf(weak, strong, minimum)).toMatchObject({ change: 'better' })
})

test('a whole that hid an unknown part became worse with the part that did, and better again with it', () => {
  const [strong, weak] = [taken(withMinimum(13)), taken(withMinimum(7))]
  const whole = '6.5.C-14'
  const unknownBefore = strong.assessment.requirements.find(({ id }) => id === whole)?.state
  expect(unknownBefore).toBe('unknown')
  expect(changeOf(strong, weak, whole)).toMatchObject({ change: 'worse', before: 'unknown', after: 'not-met' })
  expect(changeOf(weak, strong, whole)).toMatchObject({ change: 'better', before: 'not-met', after: 'unknown' })
})

test('facts that grew old are no longer known, though nothing was written', () => {
  const later = '2028-11-22'
  const change = changeOf(taken(withMinimum(13)), taken(withMinimum(13), later), minimum)
  expect(change).toMatchObject({ change: 'worse', before: 'met', after: 'unknown' })
  expect(change?.why.map(({ code }) => code)).toContain('found')
})

test('a word that ran out is told with its last day, and one that was taken back with who had said it', () => {
  const word = {
    attestationId: 'a-1',
    requirementId: '6.2.C-1',
    statement: '見て回りました。',
    by: '見本 太郎',
    attestedOn: '2026-11-01',
    validUntil: '2026-12-31',
  }
  const then = taken(compliantFacility, '2026-11-22', [word])
  expect(changeOf(then, taken(compliantFacility, '2027-01-15', [word]), '6.2.C-1')?.why).toContainEqual({
    code: 'attestation-expired',
    by: '見本 太郎',
    on: '2026-12-31',
  })
  expect(changeOf(then, taken(compliantFacility), '6.2.C-1')?.why).toContainEqual({
    code: 'attestation-withdrawn',
    by: '見本 太郎',
    on: '2026-11-01',
  })
})

test('an item that the newer edition does not have is gone, and one that only it has is new', () => {
  const shorter = { ...edition, id: 'mhlw-next', requirements: edition.requirements.filter(({ id }) => id !== minimum) }
  const full = taken(compliantFacility)
  const material = { edition: shorter, facility: compliantFacility, attestations: [], exemptions: [], on: full.on }
  const next = { ...full, edition: shorter.id, assessment: assess(material) }
  const gone = compareSnapshots(full, next, { before: edition, after: shorter })
  expect(gone.requirements.find(({ id }) => id === minimum)).toMatchObject({
    change: 'gone',
    kind: 'C',
    why: [{ code: 'edition-changed', before: 'mhlw-5.2', after: 'mhlw-next' }],
  })
  const back = compareSnapshots(next, full, { before: shorter, after: edition })
  expect(back.requirements.find(({ id }) => id === minimum)).toMatchObject({ change: 'new' })
})

test('a snapshot beside itself shows no change', () => {
  const one = taken(withMinimum(7))
  const { totals, requirements } = compareSnapshots(one, one, editions)
  expect(requirements.every(({ change, why }) => change === 'same' && why.length === 0)).toBe(true)
  expect(totals.C.same + totals.D.same).toBe(edition.requirements.length)
})

test('every step has one name, and the way back has the opposite one', () => {
  const state = fc.constantFrom<State | undefined>('met', 'not-met', 'unknown', 'not-applicable', undefined)
  const opposite = {
    better: 'worse',
    worse: 'better',
    'known-now': 'no-longer-known',
    'no-longer-known': 'known-now',
    scope: 'scope',
    same: 'same',
    new: 'gone',
    gone: 'new',
  } as const
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(changeKindOf(after, before)).toBe(opposite[changeKindOf(before, after)])
    }),
  )
})

test('whatever changed has a reason, in both languages', () => {
  fc.assert(
    fc.property(fc.option(fc.nat(20), { nil: undefined }), fc.nat(20), fc.nat(900), (then, now, days) => {
      const later = new Date(Date.parse('2026-11-22') + days * 86_400_000).toISOString().slice(0, 10)
      const { requirements, totals } = compareSnapshots(
        taken(withMinimum(then)),
        taken(withMinimum(now), later),
        editions,
      )
      const changed = requirements.filter(({ change }) => change !== 'same')
      for (const { why } of changed) {
        expect(why.length).toBeGreaterThan(0)
        for (const language of ['ja', 'en'] as const) {
          expect(why.map((one) => sayWhy(one, language, (fact) => fact)).join()).not.toMatch(/undefined|\[object/)
        }
      }
      const counted = Object.values(totals.C).concat(Object.values(totals.D))
      expect(counted.reduce((sum, count) => sum + count)).toBe(requirements.length)
    }),
    { numRuns: 12 },
  )
})
