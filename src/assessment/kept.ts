import { dayOf } from '#shared'
import type { AttestationRow, ExemptionRow } from '#storage'
import type { Attestation, Exemption } from './contract.ts'
import type { Words } from './store.ts'
import type { AttestationView, ExemptionView } from './wire.ts'

/** The words that count for a judgement: not withdrawn, and of exemptions only the approved. */
export function wordsThatCount({ attestations, exemptions, nameOf }: Words): {
  readonly attestations: readonly Attestation[]
  readonly exemptions: readonly Exemption[]
} {
  return {
    attestations: attestations.filter(({ withdrawn_at }) => withdrawn_at === null).map((row) => wordOf(row, nameOf)),
    exemptions: exemptions
      .filter(({ withdrawn_at }) => withdrawn_at === null)
      .flatMap((row) => {
        const { approved_by, approved_at, requirement_id, reason, review_on } = row
        if (approved_by === null || approved_at === null) return []
        const approval = { approvedBy: nameOf(approved_by), approvedOn: dayOf(approved_at) }
        return [{ requirementId: requirement_id, reason, reviewOn: review_on, ...approval }]
      }),
  }
}

export function attestationViewOf(row: AttestationRow, nameOf: Words['nameOf']): AttestationView {
  return { ...wordOf(row, nameOf), hasProof: row.blob_id !== null, withdrawn: row.withdrawn_at !== null }
}

export function exemptionViewOf(row: ExemptionRow, nameOf: Words['nameOf']): ExemptionView {
  return {
    exemptionId: row.exemption_id,
    requirementId: row.requirement_id,
    reason: row.reason,
    proposedBy: nameOf(row.proposed_by),
    proposedOn: dayOf(row.proposed_at),
    ...(row.approved_by === null ? {} : { approvedBy: nameOf(row.approved_by) }),
    ...(row.approved_at === null ? {} : { approvedOn: dayOf(row.approved_at) }),
    reviewOn: row.review_on,
    withdrawn: row.withdrawn_at !== null,
  }
}

function wordOf(row: AttestationRow, nameOf: Words['nameOf']): Attestation {
  return {
    attestationId: row.attestation_id,
    requirementId: row.requirement_id,
    statement: row.statement,
    by: nameOf(row.attested_by),
    attestedOn: row.attested_on,
    validUntil: row.valid_until,
    ...(row.proof_sha256 === null ? {} : { proofSha256: row.proof_sha256 }),
  }
}
