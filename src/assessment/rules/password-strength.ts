import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { any } from '../truth.ts'
import { missingForOptions, type PasswordOption, passwordFigures, passwordOptions } from './password-options.ts'
import { eachPasswordSystem } from './password-system.ts'

/**
 * 6.5.C-14-4 — every system that uses passwords goes one of three ways: 13 characters; 8 characters changed within two
 * months; 8 characters, or a PIN on the other factor, with two factors. Letters, digits and symbols are mixed.
 */
export function checkPasswordStrength(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, (system, says) => {
    const options = passwordOptions(system)
    const strong = any(Object.values(options))
    if (strong === undefined) return says.missing(missingForOptions(system))
    if (!strong) return says.notMet('passwordPolicy.minLength', 'password-weak', passwordFigures(system))
    const option = (['a', 'b', 'c'] as const).find((way) => options[way]) ?? 'a'
    return says.met('passwordPolicy.minLength', 'password-strong', { ...passwordFigures(system), option })
  })
}

/** 6.5.C-14-4-a, -b, -c — one of the ways, asked of the systems that go it. Nobody goes it: it falls short. */
export function checkPasswordOption(way: PasswordOption) {
  return (facility: Facility): readonly Finding[] => {
    const findings = eachPasswordSystem(facility, (system, says): Finding => {
      const kept = passwordOptions(system)[way]
      if (kept === undefined) return says.missing(missingForOptions(system))
      const figures = { ...passwordFigures(system), option: way }
      return kept
        ? says.met('passwordPolicy.minLength', 'password-option-kept', figures)
        : says.notMet('passwordPolicy.minLength', 'password-option-not-kept', figures)
    })
    const gone = findings.filter(({ state }) => state === 'met')
    return gone.length > 0 ? gone : findings
  }
}
