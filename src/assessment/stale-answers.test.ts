import { loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOfSuppliers, type Facility, type ItemKindName, itemKinds, suppliersKnow } from '#registry'
import { type SupplierAnswer, withAnswers } from '#supplier'
import { type FactPlace, placeText } from '#supplier/contract'
import { fieldsRead } from './fields-read.ts'
import { assess, factsWaitedFor, type Material } from './judge.ts'
import { rules } from './rules/index.ts'
import { factPaths, without } from './testing/change.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'
import { factsRead } from './testing/facts-read.ts'
import { sayFinding } from './words/say.ts'

const edition = loadEdition()
const LAST_YEAR = '2025-10-01'

/** Nobody looked at the systems, servers and suppliers for more than a year. */
const stale: Facility = {
  ...compliantFacility,
  systems: compliantFacility.systems?.map((item) => ({ ...item, confirmedOn: LAST_YEAR })),
  servers: compliantFacility.servers?.map((item) => ({ ...item, confirmedOn: LAST_YEAR })),
  suppliers: compliantFacility.suppliers?.map((item) => ({ ...item, confirmedOn: LAST_YEAR })),
}

function materialOf(
  facility: Facility,
  answers: readonly SupplierAnswer[],
  asked: readonly FactPlace[] = [],
): Material {
  const { facility: told, ...said } = withAnswers(facility, answers, ON)
  const words = { attestations: [], exemptions: [] }
  return { edition, facility: told, answers: { registered: facility, ...said, asked }, ...words, on: ON }
}

const judged = (
  facility: Facility,
  id: string,
  answers: readonly SupplierAnswer[] = [],
  asked?: readonly FactPlace[],
) => assess(materialOf(facility, answers, asked)).requirements.find((requirement) => requirement.id === id)

/** Everything suppliers are to be asked for one requirement. */
function askedFor(id: string, facility = stale, answers: readonly SupplierAnswer[] = []): readonly FactPlace[] {
  const material = materialOf(facility, answers)
  const some = assess(material).requirements.filter((requirement) => requirement.id === id)
  const facts = factsWaitedFor(material, some, ({ kind, field }) => suppliersKnow(kind, field) !== undefined)
  return [...new Map(facts.map(({ kind, id, field }) => [`${kind} ${id} ${field}`, { kind, id, field }])).values()]
}

function itemOf(facility: Facility, kind: string, id: string): Readonly<Record<string, unknown>> | undefined {
  const { member } = itemKinds[kind as ItemKindName]
  const items = facility[member as keyof Facility] as readonly Readonly<Record<string, unknown>>[] | undefined
  return items?.find((item) => item.id === id)
}

const held = (facility: Facility, { kind, id, field }: FactPlace) =>
  field
    .split('.')
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
      itemOf(facility, kind, id),
    )

/** The supplier says that it is as the registry has it, or something else. */
function answerOf(place: FactPlace, value: unknown = held(stale, place)): SupplierAnswer {
  const supplierId = place.kind === 'supplier' ? place.id : String(itemOf(stale, place.kind, place.id)?.supplierId)
  return { ...place, name: place.id, value, supplierId, supplierName: 'みほん保守', answeredOn: ON }
}

test('a stale fact is asked, and an answer that agrees makes the finding stand on the answer', () => {
  expect(judged(stale, '6.5.C-8')).toMatchObject({ state: 'unknown', reason: 'facts-stale' })
  const asked = askedFor('6.5.C-8')
  expect(asked).toContainEqual({ kind: 'system', id: 'emr', field: 'log.protection' })
  expect(judged(stale, '6.5.C-8', [], asked)).toMatchObject({ state: 'unknown', reason: 'supplier-asked' })
  const { state, evidence = [] } =
    judged(
      stale,
      '6.5.C-8',
      asked.map((place) => answerOf(place)),
    ) ?? {}
  expect(state).toBe('met')
  expect(evidence).toContainEqual(
    expect.objectContaining({ source: 'vendor', supplier: 'みほん保守', takenOn: ON, validUntil: '2027-11-22' }),
  )
  expect(evidence.filter(({ expired }) => expired)).toEqual([])
})

test('a rule that looks at several stale facts is satisfied by no less than all of them, and each is evidence', () => {
  const asked = askedFor('6.5.C-14-4')
  expect(asked.length).toBeGreaterThan(2)
  for (const left of asked) {
    const others = asked.filter((place) => place !== left).map((place) => answerOf(place))
    expect(judged(stale, '6.5.C-14-4', others)?.state, left.field).toBe('unknown')
    expect(askedFor('6.5.C-14-4', stale, others)).toEqual([left])
  }
  const { state, evidence } =
    judged(
      stale,
      '6.5.C-14-4',
      asked.map((place) => answerOf(place)),
    ) ?? {}
  expect(state).toBe('met')
  const told = evidence?.filter(({ supplier }) => supplier).map(({ about }) => placeText(about as FactPlace))
  expect(told?.toSorted()).toEqual(asked.map(placeText).toSorted())
})

test('an answer that contradicts a stale fact makes neither count: the finding is unknown and says so', () => {
  const [place] = askedFor('6.5.C-8')
  const wrong = answerOf(place as FactPlace, 'none')
  const { state, findings = [] } = judged(stale, '6.5.C-8', [wrong]) ?? {}
  expect(state).toBe('unknown')
  const disputed = findings.find(({ code }) => code === 'facts-disputed')
  expect(disputed).toMatchObject({ state: 'unknown', facts: { was: 'log-protected', takenOn: LAST_YEAR } })
  expect(sayFinding(disputed as NonNullable<typeof disputed>, 'ja')).toContain('食い違っています')
  expect(assess(materialOf(stale, [wrong])).disputes).toEqual([
    { answer: wrong, registered: held(stale, wrong), staleSince: LAST_YEAR },
  ])
  // It was answered: a person settles it, the supplier is not asked again.
  expect(askedFor('6.5.C-8', stale, [wrong])).not.toContainEqual(place)
})

test('a registry that was confirmed again ends the question, and counts over an answer', () => {
  expect(askedFor('6.5.C-8', compliantFacility)).toEqual([])
  const wrong = answerOf({ kind: 'system', id: 'emr', field: 'log.protection' }, 'none')
  expect(judged(compliantFacility, '6.5.C-8', [wrong])?.state).toBe('met')
  expect(withAnswers(compliantFacility, [wrong], ON)).toMatchObject({ confirmed: [], disputes: [{ answer: wrong }] })
  expect(withAnswers(compliantFacility, [wrong], ON).disputes[0]?.staleSince).toBeUndefined()
})

test('what only the facility could bring to life is not asked of a supplier', () => {
  // Whether rights were looked at is the facility's own: the supplier's word would not make the finding known.
  const asked = askedFor('6.5.C-6')
  expect(judged(stale, '6.5.C-6')).toMatchObject({ state: 'unknown' })
  expect(asked).toEqual([])
})

test('a rule finds the same whatever becomes of the facts it was not seen to look at', () => {
  const members = ['systems', 'servers', 'suppliers', 'connections', 'devices', 'terminals', 'wireless'] as const
  const paths = members.flatMap((member) =>
    (compliantFacility[member] ?? []).flatMap((item) =>
      factPaths(item)
        .filter((path) => !['confirmedOn', 'source'].includes(path[0] ?? ''))
        .map((path) => ({ member, item, path })),
    ),
  )
  const kinds = Object.fromEntries(Object.entries(itemKinds).map(([kind, { member }]) => [member, kind]))
  let unread = 0
  for (const [id, rule] of Object.entries(rules)) {
    const before = rule(compliantFacility, ON)
    const read = fieldsRead(rule, compliantFacility, ON)
    for (const { member, item, path } of paths) {
      const field = path.join('.')
      const fields = read(`${kinds[member]} ${item.id}`)
      const touches = [...fields].some(
        (one) => one === '*' || `${one}.`.startsWith(`${field}.`) || `${field}.`.startsWith(`${one}.`),
      )
      if (touches) continue
      unread += 1
      expect(rule(without(compliantFacility, [member, item.id, ...path]), ON), `${id} ${item.id} ${field}`).toEqual(
        before,
      )
    }
  }
  expect(unread).toBeGreaterThan(1000)
})

const places = (['system', 'server', 'supplier'] as const).flatMap((kind) =>
  ((stale[itemKinds[kind].member as keyof Facility] as readonly { readonly id: string }[] | undefined) ?? []).flatMap(
    ({ id }) =>
      Object.keys(askedOfSuppliers[kind] ?? {})
        .map((field) => ({ kind, id, field }))
        .filter((place) => held(stale, place) !== undefined),
  ),
)
const kindOf: Readonly<Record<string, string>> = { systems: 'system', servers: 'server', suppliers: 'supplier' }

/** What a rule looked at of the stale things, as another watcher saw it than the one the judge uses. */
function staleFactsRead(id: string): readonly FactPlace[] {
  const read = factsRead(rules[id], stale, ON).map((path) => path.join('.'))
  const leaves = read.filter((path) => !read.some((other) => other.startsWith(`${path}.`)))
  return leaves.flatMap((path) => {
    const [member = '', item = '', ...field] = path.split('.')
    const kind = kindOf[member]
    return kind === undefined || field.length === 0 ? [] : [{ kind, id: item, field: field.join('.') }]
  })
}

test('no answers whatever carry a finding while any stale fact that its rule looked at was not told anew', () => {
  const someAnswers = fc.subarray(places, { minLength: 1 }).chain((chosen) => {
    // One answer in six is another one than the registry's.
    const values = chosen.map((place) =>
      fc.integer({ max: 5, min: 0 }).map((dice) => (dice === 0 ? 'みほん' : held(stale, place))),
    )
    return fc.tuple(...values).map((said) => chosen.map((place, index) => answerOf(place, said[index])))
  })
  let standing = 0
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const agreed = new Set(answers.filter((one) => one.value === held(stale, one)).map(placeText))
      for (const { id, findings } of assess(materialOf(stale, answers)).requirements) {
        const concerned = findings.filter(({ state }) => state !== 'unknown')
        if (concerned.length === 0) continue
        const read = staleFactsRead(id)
        for (const { about } of concerned) {
          const own = read.filter((place) => place.kind === about?.kind && place.id === about.id).map(placeText)
          for (const place of own) expect(agreed, id).toContain(place)
          standing += own.length
        }
      }
    }),
    { numRuns: 25 },
  )
  expect(standing).toBeGreaterThan(0)
})
