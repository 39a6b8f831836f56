import fc from 'fast-check'
import { addDays } from '#shared'
import { type AnyKind, type Facility, itemKinds } from './facility/facility.ts'
import type { Fields, Shape } from './facility/field.ts'
import { provenance } from './facility/kind.ts'

// Texts that a careless writer turns into something else.
const traps = [
  'yes',
  'null',
  '~',
  '1e3',
  '0x1f',
  '2026-11-22',
  '- a',
  'a: b',
  '# x',
  '!tag',
  '&a',
  '*a',
  '"',
  "'",
  ' x ',
  '髙﨑 𠮷',
  '=cmd()',
  '_x0041_',
  'ｶﾅ ①',
  '&amp; <b>',
]
const text = fc.oneof(fc.constantFrom(...traps), fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }))
const line = text.filter((each) => each.trim() !== '' && !/\p{Cc}/u.test(each))
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))
const anyDay = fc.nat(20_000).map((days) => addDays('2000-01-01', days))
const ids = ['a', '1', 'x-2', 'true', '0e1']

function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'text':
      return shape.lines ? lines : line
    case 'flag':
      return fc.boolean()
    case 'count':
      return shape.never ? fc.oneof(fc.constant('never'), fc.integer({ min: 1, max: shape.max })) : fc.nat(shape.max)
    case 'day':
      return anyDay
    case 'choice':
      return fc.constantFrom(...Object.keys(shape.options))
    case 'choices':
      return fc.subarray(Object.keys(shape.options))
    case 'reference':
      return fc.constantFrom(...ids)
    case 'references':
      return fc.subarray(ids)
    case 'group':
      return membersOf(shape.fields)
  }
}

function membersOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.entries(fields).map(([name, { shape }]) => [name, anyOf(shape)] as const)
  return fc.record(Object.fromEntries(members), { requiredKeys: [] })
}

function memberOf(kind: AnyKind): fc.Arbitrary<unknown> {
  const own = membersOf({ ...kind.fields, ...provenance })
  if (kind.kind === 'profile') return fc.tuple(line, own).map(([name, values]) => ({ name, ...values }))
  if (kind.single) return own
  // Every kind has every id, so that every reference finds something.
  return fc.tuple(...ids.map((id) => fc.tuple(line, own).map(([name, values]) => ({ id, name, ...values }))))
}

/** Any facility that the format allows, with texts that careless writers spoil. */
export const facilities: fc.Arbitrary<Facility> = fc
  .record({
    asOf: anyDay,
    sample: fc.boolean(),
    practices: fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{1,9}$/), fc.boolean()),
    ...Object.fromEntries(Object.values<AnyKind>(itemKinds).map((kind) => [kind.member, memberOf(kind)])),
  })
  .map((members) => ({ format: 'omamori-facility@1', ...members }) as unknown as Facility)
