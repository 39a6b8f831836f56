import type { Facility, ItemKindName } from '#registry/contract'
import type { Day } from '#shared'
import type { FactReference, Finding } from '../contract.ts'
import type { MetCode, NotMetCode, Subject, UnknownCode } from '../words/codes.ts'

/**
 * 規則 — looks at a facility on a day and says what it found, thing by thing. A rule knows nothing of the age of
 * facts, of applicability or of people's word: the judge does. What is absent is an `unknown` finding, never a met one.
 */
export type Rule = (facility: Facility, on: Day) => readonly Finding[]

type Facts = Finding['facts']

interface Named {
  readonly id: string
  readonly name: string
}

/** The voice in which a rule speaks of one thing, so that every finding leads to the very fact. */
export interface Voice {
  readonly met: (field: string, code: MetCode, facts?: Facts, restsOn?: readonly FactReference[]) => Finding
  readonly notMet: (field: string, code: NotMetCode, facts?: Facts, restsOn?: readonly FactReference[]) => Finding
  readonly unknown: (field: string, code: UnknownCode, facts?: Facts) => Finding
  readonly missing: (field: string) => Finding
}

export function referenceTo(kind: ItemKindName, item: Named, field?: string): FactReference {
  return field === undefined ? { kind, id: item.id, name: item.name } : { kind, id: item.id, name: item.name, field }
}

export function voiceOf(kind: ItemKindName, item: Named): Voice {
  const about = (field: string) => referenceTo(kind, item, field)
  return {
    met: (field, code, facts = {}, restsOn) => ({ state: 'met', code, about: about(field), facts, restsOn }),
    notMet: (field, code, facts = {}, restsOn) => ({ state: 'not-met', code, about: about(field), facts, restsOn }),
    unknown: (field, code, facts = {}) => ({ state: 'unknown', code, about: about(field), facts }),
    missing: (field) => ({ state: 'unknown', code: 'missing', about: about(field), facts: {} }),
  }
}

/** The voice for a kind of which there is one, such as the list of information. Its words stand for its name. */
export function voiceOfSingle(kind: 'mail' | 'inventory' | 'profile'): Voice {
  return voiceOf(kind, { id: kind, name: '' })
}

/** Nothing is recorded of what the rule speaks of. Nothing recorded is not the same as nothing there. */
export function notRecorded(subject: Subject): Finding {
  return { state: 'unknown', code: 'not-recorded', facts: { subject } }
}

/**
 * Asks the same of every item; an item that is not concerned says nothing. When nobody says anything, the subject is
 * not recorded, so that a rule over nothing is never met.
 */
export function each<I extends Named>(
  kind: ItemKindName,
  items: readonly I[] | undefined,
  subject: Subject,
  check: (item: I, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  const findings = (items ?? []).flatMap((item) => check(item, voiceOf(kind, item)))
  return findings.length > 0 ? findings : [notRecorded(subject)]
}

/** Each item that is there, where it is no question that there be one. */
export function eachRecorded<I extends Named>(
  kind: ItemKindName,
  items: readonly I[] | undefined,
  check: (item: I, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return (items ?? []).flatMap((item) => check(item, voiceOf(kind, item)))
}

/** A yes that has to be given: yes is in order, no falls short, silence is not known. */
export function demand(
  says: Voice,
  field: string,
  value: boolean | undefined,
  met: MetCode,
  notMet: NotMetCode,
): Finding {
  if (value === undefined) return says.missing(field)
  return value ? says.met(field, met) : says.notMet(field, notMet)
}
