import type { Day } from '#shared'
import type { Finding } from './contract.ts'
import type { Records } from './records.ts'

/**
 * What a rule found, seen from the day of judgement. A fact that was confirmed too long ago, or on a day that has not
 * come yet, is no knowledge: neither a good nor a bad finding stands on it. The finding then says what was last seen.
 */
export function seenFrom(on: Day, finding: Finding, records: Records): Finding {
  if (finding.state === 'unknown') return finding
  const days = [finding.about, ...(finding.restsOn ?? [])]
    .filter((reference) => reference !== undefined)
    // An answer to one question keeps nothing else of its item fresh: what a rule reads beside it may be old.
    .flatMap((reference) => [records.of(reference), records.of({ ...reference, field: undefined })])
    .filter((provenance) => provenance !== undefined)
  const future = days.find(({ takenOn }) => takenOn > on)
  if (future) return { ...finding, state: 'unknown', code: 'facts-in-future', facts: { takenOn: future.takenOn } }
  const stale = days.find(({ validUntil }) => validUntil < on)
  if (!stale) return finding
  const { takenOn } = stale
  const facts = { ...finding.facts, was: finding.code, takenOn, validDays: records.validDays }
  return { ...finding, state: 'unknown', code: 'facts-stale', facts }
}
