import { loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facility, facilitySchema } from '#registry/contract'
import type { Assessment, Attestation, Exemption, State } from './contract.ts'
import { sayFinding } from './contract.ts'
import { assess } from './judge.ts'
import { rules } from './rules/index.ts'
import { factPaths, withFact, without } from './testing/change.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const edition = loadEdition()
const ruled = Object.keys(rules)

function judge(
  facility: Facility,
  words: { attestations?: Attestation[]; exemptions?: Exemption[]; on?: string } = {},
) {
  const { attestations = [], exemptions = [], on = ON } = words
  return assess({ edition, facility, attestations, exemptions, on })
}

const word = (requirementId: string, more: Partial<Attestation> = {}): Attestation => ({
  attestationId: `a-${requirementId}`,
  requirementId,
  statement: '確かめました',
  by: '例題 一郎',
  attestedOn: '2026-11-01',
  validUntil: '2027-10-31',
  ...more,
})

/** A person's word for every sub-item and item that waits for one, so that the whole of 6.2 and 6.5 is met. */
const words = edition.requirements.filter(({ checkable }) => checkable !== 'auto').map(({ id }) => word(id))

const stateIn = (assessment: Assessment, id: string) => assessment.requirements.find((one) => one.id === id)
const states = (assessment: Assessment) => new Map(assessment.requirements.map(({ id, state }) => [id, state]))

/** Which requirements changed, and to what. */
function changes(before: Assessment, after: Assessment): Readonly<Record<string, State>> {
  const old = states(before)
  return Object.fromEntries([...states(after)].filter(([id, state]) => old.get(id) !== state))
}

const compliant = judge(compliantFacility, { attestations: words })

test('an empty facility has nothing met', () => {
  const empty: Facility = { format: 'omamori-facility@1', asOf: ON, profile: { name: 'みほん診療所' } }
  const { counts, requirements } = judge(empty)
  expect(counts.C.met + counts.D.met).toBe(0)
  expect(requirements.filter(({ state }) => state === 'not-met')).toEqual([])
})

test('the facility of the tests is a facility file like any other', () => {
  expect(facilitySchema.safeParse(compliantFacility).success).toBe(true)
})

test('a facility with every fact set well and every word given has 6.2 and 6.5 met, save what does not apply', () => {
  const open = compliant.requirements.filter(({ id, state }) => /^6\.[25]\./.test(id) && state !== 'met')
  expect(open.map(({ id, state }) => [id, state])).toEqual([
    ['6.5.C-5', 'not-applicable'],
    ['6.5.C-14-4-b', 'not-applicable'],
    ['6.5.C-15-4', 'not-applicable'],
  ])
})

test('every entry of the edition is counted once, C and D apart', () => {
  const sum = (counts: Assessment['counts']['C']) => Object.values(counts).reduce((total, one) => total + one, 0)
  const { C, D } = compliant.counts
  const kinds = Map.groupBy(edition.requirements, ({ kind }) => kind)
  expect([sum(C), sum(D)]).toEqual([kinds.get('C')?.length, kinds.get('D')?.length])
})

const facts: readonly (readonly [string, readonly string[], unknown, readonly string[], string])[] = [
  [
    'a password minimum of 8 instead of 13, with one factor and no change',
    ['systems', 'emr', 'passwordPolicy', 'minLength'],
    8,
    ['6.5.C-14', '6.5.C-14-4'],
    '「電子カルテ」は、8文字・一要素・変更なしのパスワードを許しています。',
  ],
  [
    'a terminal without malware protection',
    ['terminals', 't-01', 'malware', 'active'],
    false,
    ['6.5.C-11'],
    '「受付の端末」で、不正ソフトウェア対策が動いていません。',
  ],
  ['a system with no owner', ['systems', 'emr', 'ownerId'], 'none', ['6.2.C-7'], '「電子カルテ」に責任者がいません。'],
  [
    'a log that anybody can change',
    ['systems', 'pacs', 'log', 'protection'],
    'none',
    ['6.5.C-8'],
    '「画像」のログは守られておらず、消したり書き換えたりできます。',
  ],
]

test.each(facts)('%s: exactly the items concerned fall short, with a sentence', (_, path, value, ids, sentence) => {
  const after = judge(withFact(compliantFacility, path, value), { attestations: words })
  expect(changes(compliant, after)).toEqual(Object.fromEntries(ids.map((id) => [id, 'not-met'])))
  const findings = ids.flatMap((id) => stateIn(after, id)?.findings ?? []).filter(({ state }) => state === 'not-met')
  expect(findings.map((finding) => sayFinding(finding, 'ja'))).toEqual([sentence])
  expect(findings[0]?.about).toMatchObject({ id: path[1] })
})

test.each(facts)('%s: the same fact taken away leaves exactly those items unknown', (_, path, _value, ids) => {
  const after = judge(without(compliantFacility, path), { attestations: words })
  const changed = changes(compliant, after)
  expect(new Set(Object.values(changed))).toEqual(new Set(['unknown']))
  expect(Object.keys(changed)).toEqual(expect.arrayContaining([...ids]))
  expect(Object.keys(changed).every((id) => id.startsWith('6.5.C-14') || ids.includes(id))).toBe(true)
})

test('whatever single fact is taken away, a requirement that rested on it becomes unknown and none becomes met', () => {
  for (const path of factPaths(compliantFacility)) {
    const changed = changes(compliant, judge(without(compliantFacility, path), { attestations: words }))
    const worse = Object.entries(changed).filter(([, state]) => state === 'met' || state === 'not-met')
    expect(worse, path.join('.')).toEqual([])
  }
})

test('a fact shown as evidence of a rule is needed: taken away, the requirement is no longer met', () => {
  const member = {
    system: 'systems',
    server: 'servers',
    terminal: 'terminals',
    device: 'devices',
    connection: 'connections',
    supplier: 'suppliers',
    person: 'persons',
    document: 'documents',
    information: 'information',
  } as const
  const checked = compliant.requirements.filter(({ id }) => ruled.includes(id) && !id.startsWith('6.5.C-14-4'))
  for (const { id, evidence } of checked) {
    for (const { about } of evidence) {
      const list = about && member[about.kind as keyof typeof member]
      if (!list || !about.field) continue
      const after = judge(without(compliantFacility, [list, about.id, ...about.field.split('.')]), {
        attestations: words,
      })
      expect(stateIn(after, id)?.state, `${id} ${about.id} ${about.field}`).toBe('unknown')
    }
  }
})

test('no facility made by taking facts away has anything met that was not met before', () => {
  const paths = factPaths(compliantFacility)
  const met = new Set(compliant.requirements.filter(({ state }) => state === 'met').map(({ id }) => id))
  fc.assert(
    fc.property(fc.subarray([...paths]), (taken) => {
      const poorer = taken.reduce((facility, path) => without(facility, path), compliantFacility)
      const { requirements } = judge(poorer, { attestations: words })
      return requirements.every(({ id, state }) => state !== 'met' || met.has(id))
    }),
    { numRuns: 150 },
  )
})

test('facts confirmed longer ago than a year are no knowledge, good or bad, and say what was seen', () => {
  const on = '2027-11-11'
  expect(judge(compliantFacility, { on: '2027-11-10' }).requirements.some(({ state }) => state === 'met')).toBe(true)
  const { requirements } = judge(compliantFacility, { on })
  expect(requirements.filter(({ state }) => state === 'met')).toEqual([])
  const bad = judge(withFact(compliantFacility, ['terminals', 't-01', 'malware', 'active'], false), { on })
  const malware = stateIn(bad, '6.5.C-11')
  expect(malware).toMatchObject({ state: 'unknown' })
  const sentences = malware?.findings.map((finding) => sayFinding(finding, 'ja')) ?? []
  expect(sentences[0]).toBe(
    '「受付の端末」で、不正ソフトウェア対策が動いていません。ただし、確かめたのは令和8年11月10日で、365日を過ぎているため、いまは分かりません。',
  )
})

test('an item confirmed on a day of its own ages by that day, within the days the facility has set', () => {
  const old = withFact(compliantFacility, ['systems', 'emr', 'confirmedOn'], '2026-10-01')
  expect(stateIn(judge(old), '6.5.C-8')?.state).toBe('met')
  const strict = stateIn(judge(withFact(old, ['limits', 'factValidDays'], 30)), '6.5.C-8')
  expect(strict).toMatchObject({ state: 'unknown', reason: 'facts-stale' })
  expect(strict?.evidence.map(({ about, expired, validUntil }) => [about?.id, expired, validUntil])).toEqual([
    ['emr', true, '2026-10-31'],
    ['receipt', false, '2026-12-10'],
    ['pacs', false, '2026-12-10'],
  ])
})

test('a fact confirmed on a day that has not come is no knowledge', () => {
  const facility = withFact(compliantFacility, ['terminals', 't-01', 'confirmedOn'], '2026-11-23')
  expect(stateIn(judge(facility), '6.5.C-11')).toMatchObject({ state: 'unknown', reason: 'facts-missing' })
})

test('a semi item with its facts in order waits for a person, and never the other way round', () => {
  const before = stateIn(judge(compliantFacility), '6.2.C-1')
  expect(before).toMatchObject({ state: 'unknown', reason: 'needs-person', decidedBy: 'rule-and-person' })
  expect(stateIn(judge(compliantFacility, { attestations: [word('6.2.C-1')] }), '6.2.C-1')?.state).toBe('met')
  const incomplete = withFact(compliantFacility, ['inventory', 'complete'], false)
  expect(stateIn(judge(incomplete, { attestations: [word('6.2.C-1')] }), '6.2.C-1')?.state).toBe('not-met')
  const silent = without(compliantFacility, ['inventory', 'complete'])
  expect(stateIn(judge(silent, { attestations: [word('6.2.C-1')] }), '6.2.C-1')?.state).toBe('unknown')
})

test("a person's word does not help where a rule decides alone", () => {
  const facility = without(compliantFacility, ['mail'])
  expect(stateIn(judge(facility, { attestations: [word('6.5.C-12')] }), '6.5.C-12')?.state).toBe('unknown')
})

test('an item that only a person can say is met by a valid word, shown as the weaker kind', () => {
  expect(stateIn(judge(compliantFacility), '6.5.C-15-5')).toMatchObject({
    state: 'unknown',
    reason: 'needs-attestation',
  })
  const said = stateIn(judge(compliantFacility, { attestations: [word('6.5.C-15-5')] }), '6.5.C-15-5')
  expect(said).toMatchObject({ state: 'met', decidedBy: 'person' })
  expect(said?.evidence).toMatchObject([{ kind: 'attestation', source: 'statement', by: '例題 一郎', expired: false }])
})

test('a word counts to its last day; the day after it has expired, and one from the future was not given yet', () => {
  const last = word('6.5.C-15-5', { validUntil: ON })
  expect(stateIn(judge(compliantFacility, { attestations: [last] }), '6.5.C-15-5')?.state).toBe('met')
  const over = word('6.5.C-15-5', { validUntil: '2026-11-21' })
  expect(stateIn(judge(compliantFacility, { attestations: [over] }), '6.5.C-15-5')).toMatchObject({
    state: 'unknown',
    reason: 'attestation-expired',
  })
  const early = word('6.5.C-15-5', { attestedOn: '2026-11-23' })
  expect(stateIn(judge(compliantFacility, { attestations: [early] }), '6.5.C-15-5')?.reason).toBe('needs-attestation')
})

test('what a machine could decide and no rule does yet is left to another part', () => {
  expect(stateIn(judge(compliantFacility), '6.8.C-8')).toMatchObject({
    state: 'unknown',
    reason: 'another-part',
    decidedBy: 'another-part',
  })
})

const exemption: Exemption = {
  requirementId: '6.5.C-15',
  reason: '無線LANは別の建物にあります',
  approvedBy: '見本 太郎',
  approvedOn: '2026-04-01',
  reviewOn: ON,
}

test("the director's reason takes a requirement and its sub-items out until the day to look again has passed", () => {
  const during = judge(compliantFacility, { exemptions: [exemption] })
  expect(stateIn(during, '6.5.C-15')).toMatchObject({ state: 'not-applicable', reason: 'exempted' })
  expect(stateIn(during, '6.5.C-15-3')).toMatchObject({ state: 'not-applicable', reason: 'exempted' })
  const after = judge(compliantFacility, { exemptions: [exemption], on: '2026-11-23' })
  expect(stateIn(after, '6.5.C-15-3')?.state).toBe('met')
})

test('nobody said whether it applies: unknown with the question, and what falls short is shown all the same', () => {
  const facility = without(compliantFacility, ['practices', 'usesMailOrFileExchange'])
  const open = judge(withFact(facility, ['mail', 'executables'], 'allowed'))
  expect(stateIn(open, '6.5.C-12')).toMatchObject({
    state: 'unknown',
    reason: 'applicability-unknown',
    asks: ['usesMailOrFileExchange'],
    findings: [{ code: 'executables-allowed' }],
  })
})

test('a sub-item that falls short pulls its parent down; a parent without applicable parts does not apply', () => {
  const open = withFact(compliantFacility, ['wireless', 'wifi', 'encryption'], 'wep')
  expect(stateIn(judge(open), '6.5.C-15')).toMatchObject({ state: 'not-met', reason: 'children' })
  const none = withFact(without(compliantFacility, ['wireless']), ['practices', 'usesWirelessLan'], false)
  expect(stateIn(judge(none), '6.5.C-15')).toMatchObject({ state: 'not-applicable' })
})

test('of several ways of which one is enough, the others are not asked for once one is met', () => {
  const signing = withFact(compliantFacility, ['practices', 'replacesSealWithESignature'], true)
  const facility = withFact(signing, ['practices', 'makesLicensedDocuments'], true)
  const chosen = judge(facility, { attestations: [word('6.12.C-1-2-a')] })
  const ways = ['6.12.C-1-2-a', '6.12.C-1-2-b', '6.12.C-1-2-c'].map((id) => stateIn(chosen, id)?.state)
  expect(ways).toEqual(['met', 'not-applicable', 'not-applicable'])
  expect(stateIn(judge(facility), '6.12.C-1-2-b')?.state).toBe('unknown')
})
