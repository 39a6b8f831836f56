import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachPasswordSystem } from './password-system.ts'
import { demand, type Voice } from './rule.ts'

/** 6.5.C-14-5 — words that can be guessed are refused, and so are passwords used before. */
export function checkPasswordGuessable(facility: Facility): readonly Finding[] {
  return eachPasswordSystem(facility, ({ passwordPolicy }, says) => [
    demand(
      says,
      'passwordPolicy.deniesGuessable',
      passwordPolicy?.deniesGuessable,
      'guessable-refused',
      'guessable-passwords',
    ),
    checkHistory(passwordPolicy?.history, says),
  ])
}

function checkHistory(history: number | undefined, says: Voice): Finding {
  const field = 'passwordPolicy.history'
  if (history === undefined) return says.missing(field)
  return history > 0 ? says.met(field, 'password-history', { history }) : says.notMet(field, 'no-password-history')
}
