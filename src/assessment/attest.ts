import { createHash } from 'node:crypto'
import type { Requirement } from '@omamori/guideline'
import { type Caller, demand } from '#access'
import { addDays, type Day, dayOf, Refusal } from '#shared'
import type { AttestationRow, BlobRow } from '#storage'
import { EDITION, type Ground, malformed, note, requirementOf, scopeOf, writerOf } from './ground.ts'
import { attestationViewOf } from './kept.ts'
import { rules } from './rules/index.ts'
import { findAttestation, insertAttestation, markAttestationWithdrawn, readWords } from './store.ts'
import type { AttestationReference, AttestationView, AttestRequest } from './wire.ts'

/** 証拠のファイル — what a person shows for a word: a scan, a picture, a paper of the supplier. */
export interface Proof {
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
  readonly mediaType: string
  readonly name?: string
}

/** A scanned contract of a hundred pages fits; a film does not. */
export const PROOF_BYTES_MAX = 20 * 1024 * 1024
/** Without a day of its own a word counts as long as a fact of the registry. */
const VALID_DAYS = 365
/** Nobody's word counts for longer than three years: people, systems and suppliers change faster. */
const VALID_DAYS_MAX = 1096

/**
 * Keeps a person's word that a requirement holds, with its proof. The file is stored first; the row that names it, the
 * word and the journal entry are kept together. Refused where a rule or the sub-items decide and nobody's word counts.
 */
export async function attest(
  ground: Ground,
  caller: Caller,
  request: AttestRequest,
  proof?: Proof,
): Promise<AttestationView> {
  demand(caller, 'assessment.attest')
  if (!countsAWord(requirementOf(ground, request.requirementId))) throw malformed('requirementId', 'decided-otherwise')
  const at = ground.clock.now()
  const days = daysOf(request, dayOf(at))
  const attestationId = ground.newId()
  const stored = proof && (await storeProof(ground, caller, attestationId, proof))
  const row: AttestationRow = {
    facility_id: caller.facilityId,
    attestation_id: attestationId,
    edition: EDITION,
    requirement_id: request.requirementId,
    statement: request.statement,
    attested_by: writerOf(caller),
    attested_on: days.attestedOn,
    valid_until: days.validUntil,
    blob_id: stored?.blob.blob_id ?? null,
    proof_sha256: stored?.digest ?? null,
    created_at: at,
    withdrawn_at: null,
  }
  return ground.storage.write(scopeOf(caller), async (change) => {
    if (stored) await ground.blobs.keep(change, stored.blob)
    await insertAttestation(change, row)
    const { requirementId, statement } = request
    const detail = { edition: EDITION, requirementId, statement, ...days, proofSha256: stored?.digest }
    const blobs = stored && [{ sha256: stored.blob.sha256, length: stored.blob.length }]
    await note(
      ground,
      change,
      caller,
      'assessment.attested',
      { kind: 'attestation', id: attestationId },
      { detail, blobs },
    )
    return attestationViewOf(row, (await readWords(change.db)).nameOf)
  })
}

/** Takes a word back; it stays readable and no longer counts. */
export async function withdrawAttestation(
  ground: Ground,
  caller: Caller,
  { attestationId }: AttestationReference,
): Promise<void> {
  demand(caller, 'assessment.attest')
  const at = ground.clock.now()
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await findAttestation(change.db, attestationId)
    if (!row) throw new Refusal('not-found', { what: 'attestation', attestationId })
    if (!(await markAttestationWithdrawn(change, attestationId, at)))
      throw new Refusal('conflict', { reason: 'withdrawn', attestationId })
    const detail = { edition: row.edition, requirementId: row.requirement_id }
    const subject = { kind: 'attestation', id: attestationId }
    await note(ground, change, caller, 'assessment.attestation-withdrawn', subject, { detail })
  })
}

/** Opens the proof of a word, with an entry that somebody looked at it. */
export async function readProof(ground: Ground, caller: Caller, { attestationId }: AttestationReference) {
  demand(caller, 'assessment.read')
  const row = await ground.storage.read(scopeOf(caller), (db) => findAttestation(db, attestationId))
  if (!row?.blob_id) throw new Refusal('not-found', { what: 'proof', attestationId })
  const blob = await ground.blobs.get(scopeOf(caller), row.blob_id)
  await noteView(ground, caller, row)
  return blob
}

/** Reading goes on where nothing can be written: then the view is not noted. */
async function noteView(ground: Ground, caller: Caller, { attestation_id, requirement_id }: AttestationRow) {
  const subject = { kind: 'attestation', id: attestation_id }
  const detail = { requirementId: requirement_id }
  try {
    await ground.storage.write(scopeOf(caller), (change) =>
      note(ground, change, caller, 'assessment.proof-viewed', subject, { detail }),
    )
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'read-only')) throw error
  }
}

/** Whether a person's word counts for a requirement, or a rule or its sub-items decide without. */
export function countsAWord({ id, checkable, combine, retired }: Requirement): boolean {
  if (retired) return false
  return rules[id] ? checkable !== 'auto' : combine === undefined
}

function daysOf({ attestedOn, validUntil }: AttestRequest, today: Day) {
  const from = attestedOn ?? today
  const until = validUntil ?? addDays(from, VALID_DAYS)
  if (from > today) throw malformed('attestedOn', 'day-in-future', { latest: today })
  if (until < today) throw malformed('validUntil', 'day-over', { earliest: today })
  const latest = addDays(from, VALID_DAYS_MAX)
  if (until > latest) throw malformed('validUntil', 'too-late', { latest })
  return { attestedOn: from, validUntil: until }
}

/**
 * Stores the file and computes its digest on the way: SHA-256 over the attestation's id, a line feed and the content.
 * The id is random, so the digest tells a stranger nothing of a content that could be guessed.
 */
async function storeProof(
  { blobs }: Ground,
  caller: Caller,
  attestationId: string,
  { content, mediaType, name }: Proof,
): Promise<{ readonly blob: BlobRow; readonly digest: string }> {
  const hash = createHash('sha256').update(`${attestationId}\n`)
  async function* hashed() {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      hash.update(piece)
      yield piece
    }
  }
  const blob = await blobs.put(scopeOf(caller), hashed(), { mediaType, name, maxBytes: PROOF_BYTES_MAX })
  return { blob, digest: hash.digest('hex') }
}
