import { expect, test } from 'vitest'
import type { Facility, Item } from '#registry/contract'
import { checkPasswordOption, checkPasswordStrength } from './password-strength.ts'

type Policy = NonNullable<Item<'system'>['passwordPolicy']>
type Factors = readonly ('knowledge' | 'possession' | 'biometric')[]

function facility(passwordPolicy: Policy, factors: Factors | undefined = ['knowledge']): Facility {
  const system = { id: 'emr', name: '電子カルテ', authentication: { factors }, passwordPolicy }
  return {
    format: 'omamori-facility@1',
    asOf: '2026-11-22',
    profile: { name: 'みほん診療所' },
    systems: [system],
  }
}

const two: Factors = ['knowledge', 'possession']
const mixed = { mixedCharacters: true }

const cases: readonly (readonly [string, Policy, Factors, 'met' | 'not-met' | 'unknown'])[] = [
  ['12 characters, never changed', { ...mixed, minLength: 12, maxAgeDays: 'never' }, ['knowledge'], 'not-met'],
  ['13 characters, never changed', { ...mixed, minLength: 13, maxAgeDays: 'never' }, ['knowledge'], 'met'],
  ['13 characters, not mixed', { mixedCharacters: false, minLength: 13, maxAgeDays: 61 }, ['knowledge'], 'not-met'],
  ['13 characters, mixing not known', { minLength: 13, maxAgeDays: 'never' }, ['knowledge'], 'unknown'],
  ['8 characters, changed within 61 days', { ...mixed, minLength: 8, maxAgeDays: 61 }, ['knowledge'], 'met'],
  ['8 characters, changed within 62 days', { ...mixed, minLength: 8, maxAgeDays: 62 }, ['knowledge'], 'not-met'],
  ['8 characters, change not known', { ...mixed, minLength: 8 }, ['knowledge'], 'unknown'],
  ['7 characters, change not known', { ...mixed, minLength: 7 }, ['knowledge'], 'not-met'],
  ['8 characters and two factors', { ...mixed, minLength: 8, maxAgeDays: 'never' }, two, 'met'],
  ['7 characters and two factors', { ...mixed, minLength: 7, maxAgeDays: 90, certificatePin: false }, two, 'not-met'],
  ['7 characters and two factors, PIN not known', { ...mixed, minLength: 7, maxAgeDays: 90 }, two, 'unknown'],
  ['4 characters, not mixed, and a PIN on the card', { minLength: 4, certificatePin: true }, two, 'met'],
  ['length not known, two factors and a PIN', { certificatePin: true }, two, 'met'],
  ['length not known, one factor', { ...mixed, maxAgeDays: 30 }, ['knowledge'], 'unknown'],
  ['the same factor twice', { ...mixed, minLength: 8, maxAgeDays: 'never' }, ['knowledge', 'knowledge'], 'not-met'],
  ['factors not known', { ...mixed, minLength: 13 }, [], 'unknown'],
]

test.each(cases)('%s', (_, policy, factors, state) => {
  expect(checkPasswordStrength(facility(policy, factors)).map((finding) => finding.state)).toEqual([state])
})

test('the sentence of a weak password has its figures: length, factors, change', () => {
  const [finding] = checkPasswordStrength(facility({ ...mixed, minLength: 8, maxAgeDays: 'never' }))
  expect(finding).toMatchObject({
    code: 'password-weak',
    about: { kind: 'system', id: 'emr', field: 'passwordPolicy.minLength' },
    facts: { minLength: 8, maxAgeDays: 'never', factors: 'knowledge' },
  })
})

test('a way is asked of the systems that go it, not of those that go another', () => {
  const strong = facility({ ...mixed, minLength: 13, maxAgeDays: 'never' })
  const weak = { ...facility({ ...mixed, minLength: 8, maxAgeDays: 30 }).systems?.[0], id: 'pacs', name: '画像' }
  const both: Facility = { ...strong, systems: [...(strong.systems ?? []), weak] }
  expect(checkPasswordOption('a')(both).map(({ about, state }) => [about?.id, state])).toEqual([['emr', 'met']])
  expect(checkPasswordOption('b')(both).map(({ about, state }) => [about?.id, state])).toEqual([['pacs', 'met']])
})

test('a way that was chosen and that no system goes falls short', () => {
  const findings = checkPasswordOption('a')(facility({ ...mixed, minLength: 8, maxAgeDays: 'never' }))
  expect(findings.map(({ code }) => code)).toEqual(['password-option-not-kept'])
})
