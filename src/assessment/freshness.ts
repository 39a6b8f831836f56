import type { Day } from '#shared'
import { type FactPlace, placeText } from '#supplier/contract'
import type { FactReference, Finding } from './contract.ts'
import type { FieldsRead } from './fields-read.ts'
import type { Records } from './records.ts'

/** What a finding is seen against: when facts were learned, which of them are in dispute, and what its rule looked at. */
export interface Sight {
  readonly on: Day
  readonly records: Records
  /** Stale facts that a supplier's answer contradicts, by their place. */
  readonly disputed: ReadonlySet<string>
  /** Asked for only where it matters: watching a rule costs as much as the rule. */
  readonly fieldsRead: () => FieldsRead
}

/**
 * What a rule found, seen from the day of judgement. A fact that was confirmed too long ago, or on a day that has not
 * come yet, is no knowledge: neither a good nor a bad finding stands on it. The finding then says what was last seen.
 * A stale thing carries a finding only when suppliers have told anew every one of its fields that the rule looked at.
 */
export function seenFrom(finding: Finding, sight: Sight): Finding {
  const { on, records } = sight
  if (finding.state === 'unknown') return finding
  const references = referencesOf(finding)
  // An answer to one question keeps nothing else of its item fresh: what a rule reads beside it may be old.
  const days = references
    .flatMap((reference) => [records.of(reference), records.of({ ...reference, field: undefined })])
    .filter((provenance) => provenance !== undefined)
  const future = days.find(({ takenOn }) => takenOn > on)
  if (future) return { ...finding, state: 'unknown', code: 'facts-in-future', facts: { takenOn: future.takenOn } }
  const stale = staleThings(references, sight).find((thing) => !isToldAnew(thing, sight))
  if (!stale) return finding
  const takenOn = records.of({ ...stale, field: undefined })?.takenOn ?? on
  const facts = { ...finding.facts, was: finding.code, takenOn, validDays: records.validDays }
  const code = isDisputed(references, sight) ? 'facts-disputed' : 'facts-stale'
  return { ...finding, state: 'unknown', code, facts }
}

/** The fields that suppliers told anew, so that a finding stands on them though its thing is stale. */
export function toldAnew(finding: Finding, sight: Sight): readonly FactPlace[] {
  if (finding.state === 'unknown') return []
  return staleThings(referencesOf(finding), sight).flatMap((thing) => placesRead(thing, sight))
}

/**
 * The stale facts that a finding waits for: every field that its rule looked at of things that are too old, and that
 * nobody has told anew. `undefined` where a thing was only looked for: that nobody can tell field by field.
 */
export function staleFacts(finding: Finding, sight: Sight): readonly FactPlace[] | undefined {
  const places = staleThings(referencesOf(finding), sight).map((thing) => placesRead(thing, sight))
  if (places.some(({ length }) => length === 0)) return undefined
  return places.flat().filter((place) => !sight.records.isTold(place))
}

function isDisputed(references: readonly FactReference[], sight: Sight): boolean {
  if (sight.disputed.size === 0) return false
  const read = staleThings(references, sight).flatMap((thing) => placesRead(thing, sight))
  return read.some((place) => sight.disputed.has(placeText(place)))
}

function referencesOf({ about, restsOn = [] }: Finding): readonly FactReference[] {
  return [about, ...restsOn].filter((reference) => reference !== undefined)
}

/** The things that were confirmed too long ago, each once for each field that is named. */
function staleThings(references: readonly FactReference[], { on, records }: Sight): readonly FactReference[] {
  return references.filter((reference) => {
    const thing = records.of({ ...reference, field: undefined })
    return thing !== undefined && thing.validUntil < on
  })
}

function isToldAnew(reference: FactReference, sight: Sight): boolean {
  const { kind, id, field } = reference
  const isTold = (place: FactPlace) => sight.records.isTold(place)
  if (field !== undefined && !isTold({ kind, id, field })) return false
  const read = placesRead(reference, sight)
  return read.length > 0 && read.every(isTold)
}

function placesRead({ kind, id }: FactReference, { fieldsRead }: Sight): readonly FactPlace[] {
  return [...fieldsRead()(`${kind} ${id}`)].map((field) => ({ kind, id, field }))
}
