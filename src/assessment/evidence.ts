import type { Day } from '#shared'
import type { Attestation, Evidence, FactReference, Finding } from './contract.ts'
import type { Records } from './records.ts'

/** The facts that findings rest on, each once, with the day they were learned and the day they end. */
export function factsBehind(findings: readonly Finding[], records: Records, on: Day): readonly Evidence[] {
  const references = findings
    .filter(({ state, code }) => state !== 'unknown' || code === 'facts-stale' || code === 'facts-disputed')
    .flatMap(({ about, restsOn = [] }) => (about ? [about, ...restsOn] : restsOn))
  const once = new Map(
    references.map((reference) => [`${reference.kind} ${reference.id} ${reference.field}`, reference]),
  )
  return [...once.values()].flatMap((reference) => evidenceOf(reference, records, on))
}

function evidenceOf(about: FactReference, records: Records, on: Day): readonly Evidence[] {
  const provenance = records.of(about)
  if (!provenance) return []
  const { takenOn, source, validUntil, supplier, by } = provenance
  const told = { ...(supplier && { supplier }), ...(by && { by }) }
  return [{ kind: 'fact', source, about, ...told, takenOn, validUntil, expired: validUntil < on }]
}

/** A person's word as evidence: of a weaker kind, and shown as such. */
export function wordOf(attestation: Attestation, on: Day): Evidence {
  const { attestationId, statement, by, attestedOn, validUntil: end, proofSha256 } = attestation
  return {
    kind: 'attestation',
    source: 'statement',
    attestationId,
    statement,
    by,
    takenOn: attestedOn,
    validUntil: end,
    expired: end < on,
    proofSha256,
  }
}

/** Whether a person's word counts on the day: given already, and not yet at its end. */
export function holds({ attestedOn, validUntil: end }: Attestation, on: Day): boolean {
  return attestedOn <= on && end >= on
}
