import type { Item } from '#registry/contract'
import { all, any, atLeast, type Truth } from '../truth.ts'

export type PasswordOption = 'a' | 'b' | 'c'

const LENGTH_ALONE = 13
const LENGTH_WITH_MORE = 8
/** 最長でも2か月以内: the longest two months in a row that the text can mean without 31 + 31 have 61 days. */
const TWO_MONTHS_DAYS = 61

/** The three ways of 6.5.C-14-4, each true, false or not known for one system that uses passwords. */
export function passwordOptions(system: Item<'system'>): Readonly<Record<PasswordOption, Truth>> {
  const { minLength, mixedCharacters, maxAgeDays, certificatePin } = system.passwordPolicy ?? {}
  const factors = system.authentication?.factors ?? []
  const changes = maxAgeDays === undefined ? undefined : maxAgeDays !== 'never' && maxAgeDays <= TWO_MONTHS_DAYS
  const twoFactors = factors.length === 0 ? undefined : new Set(factors).size >= 2
  return {
    a: all([atLeast(minLength, LENGTH_ALONE), mixedCharacters]),
    b: all([atLeast(minLength, LENGTH_WITH_MORE), changes, mixedCharacters]),
    c: all([twoFactors, any([certificatePin, all([atLeast(minLength, LENGTH_WITH_MORE), mixedCharacters])])]),
  }
}

/** What a sentence about a system's passwords needs to say, as far as it is known. */
export function passwordFigures(system: Item<'system'>): Readonly<Record<string, string | number | boolean>> {
  const { minLength, mixedCharacters, maxAgeDays } = system.passwordPolicy ?? {}
  const factors = (system.authentication?.factors ?? []).join(',')
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(mixedCharacters === undefined ? {} : { mixedCharacters }),
    ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
    ...(factors === '' ? {} : { factors }),
  }
}

/** The first fact that is missing for the question which way a system goes. */
export function missingForOptions(system: Item<'system'>): string {
  const { minLength, mixedCharacters, maxAgeDays } = system.passwordPolicy ?? {}
  if (minLength === undefined) return 'passwordPolicy.minLength'
  if (mixedCharacters === undefined) return 'passwordPolicy.mixedCharacters'
  return maxAgeDays === undefined ? 'passwordPolicy.maxAgeDays' : 'passwordPolicy.certificatePin'
}
