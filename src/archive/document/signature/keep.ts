import type { Caller } from '#access'
import type { BlobRow, Change } from '#storage'
import { scopeOf, writerOf } from '../../ground.ts'
import type { DocumentGround } from '../ground.ts'
import { holdsUntil, type Verified } from './judge.ts'
import { insertCheck, insertSignature } from './store.ts'

/** A signature is some kilobytes; with its proofs of decades it stays far below. */
export const LARGEST_SIGNATURE = 5_000_000
const LARGEST_ANSWER = 5_000_000

type Below = Pick<DocumentGround, 'blobs' | 'clock'>

interface Place {
  readonly documentId: string
  readonly version: number
}

/** The files of signatures and the answers about them, stored; then, inside the change, the rows that name them. */
export async function keepSignatures(
  ground: Below,
  caller: Caller,
  { documentId, version }: Place,
  verified: readonly Verified[],
) {
  const stored: (Verified & { readonly blob?: BlobRow; readonly answerBlob: BlobRow })[] = []
  for (const one of verified) {
    const facts = { mediaType: 'application/octet-stream', name: one.file?.name, maxBytes: LARGEST_SIGNATURE }
    const blob = one.file && (await ground.blobs.put(scopeOf(caller), one.file.bytes, facts))
    stored.push({ ...one, ...(blob && { blob }), answerBlob: await putAnswer(ground, caller, one) })
  }
  return async (change: Change): Promise<void> => {
    for (const [index, { form, sha256, blob, answerBlob, ...one }] of stored.entries()) {
      const place = { documentId, version, number: index + 1 }
      if (blob) await ground.blobs.keep(change, blob)
      await insertSignature(change, {
        ...{ facility_id: caller.facilityId, document_id: documentId, version, number: place.number, form, sha256 },
        ...{ blob_id: blob?.blob_id ?? null, added_by: writerOf(caller), added_at: ground.clock.now() },
      })
      await keepLook(ground, change, caller, { ...one, ...place, checkNumber: 1, answerBlob })
    }
  }
}

/** The whole answer, which names people: encrypted, and destroyed with the document. */
export function putAnswer({ blobs }: Pick<Below, 'blobs'>, caller: Caller, { answer }: Pick<Verified, 'answer'>) {
  const facts = { mediaType: 'application/json', maxBytes: LARGEST_ANSWER }
  return blobs.put(scopeOf(caller), Buffer.from(JSON.stringify(answer)), facts)
}

interface Look extends Place, Pick<Verified, 'answer'> {
  readonly number: number
  readonly checkNumber: number
  readonly answerBlob: BlobRow
}

/** 検証の記録 — one look at one file of signatures. */
export async function keepLook(
  { blobs, clock }: Below,
  change: Change,
  caller: Caller,
  { documentId, version, number, checkNumber, answer, answerBlob }: Look,
): Promise<void> {
  await blobs.keep(change, answerBlob)
  await insertCheck(change, {
    ...{ facility_id: caller.facilityId, document_id: documentId, version, number, check_number: checkNumber },
    ...{ checked_by: writerOf(caller), checked_at: clock.now(), indication: indicationOf(answer) },
    ...{ qualification: answer.qualification?.answer ?? null, holds_until: holdsUntil(answer) },
    answer_blob_id: answerBlob.blob_id,
  })
}

/** Where nothing is said, nothing is proven. */
export const indicationOf = ({ indication }: Verified['answer']) => indication ?? 'INDETERMINATE'
