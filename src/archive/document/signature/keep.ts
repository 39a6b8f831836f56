import { hash } from 'node:crypto'
import type { Caller } from '#access'
import type { BlobRow, Change } from '#storage'
import { scopeOf, writerOf } from '../../ground.ts'
import type { DocumentGround } from '../ground.ts'
import type { HandedIn } from '../register-document.ts'
import { holdsUntil, type Verified } from './judge.ts'
import { insertCheck, insertSignature } from './store.ts'

/** A signature is some kilobytes; with its proofs of decades it stays far below. */
export const LARGEST_SIGNATURE = 5_000_000
const LARGEST_ANSWER = 5_000_000

interface Place {
  readonly documentId: string
  readonly version: number
  /** Of the version's content. */
  readonly sha256: string
}

/** The files of signatures and the answers about them, stored; then, inside the change, the rows that name them. */
export async function keepSignatures(
  ground: Pick<DocumentGround, 'blobs' | 'clock'>,
  caller: Caller,
  place: Place,
  verified: readonly Verified[],
  beside: readonly HandedIn[],
) {
  const scope = scopeOf(caller)
  const files = [...beside]
  const stored: (Verified & { readonly file?: HandedIn; readonly blob?: BlobRow; readonly answerBlob: BlobRow })[] = []
  for (const one of verified) {
    const file = one.form === 'detached' ? files.shift() : undefined
    const facts = { mediaType: 'application/octet-stream', maxBytes: LARGEST_SIGNATURE }
    const blob = file && (await ground.blobs.put(scope, file.bytes, { ...facts, name: file.name }))
    const answerBlob = await putAnswer(ground, caller, one)
    stored.push({ ...one, ...(file && { file }), ...(blob && { blob }), answerBlob })
  }
  return async (change: Change): Promise<void> => {
    const at = ground.clock.now()
    for (const [index, { form, file, blob, answer, answerBlob }] of stored.entries()) {
      if (blob) await ground.blobs.keep(change, blob)
      await ground.blobs.keep(change, answerBlob)
      const key = {
        ...{ facility_id: caller.facilityId, document_id: place.documentId, version: place.version, number: index + 1 },
      }
      await insertSignature(change, {
        ...{ ...key, form, blob_id: blob?.blob_id ?? null },
        ...{ sha256: file ? hash('sha256', file.bytes) : place.sha256, added_by: writerOf(caller), added_at: at },
      })
      const found = { indication: answer.indication ?? 'INDETERMINATE', holds_until: holdsUntil(answer) }
      await insertCheck(change, {
        ...{ ...key, check_number: 1, checked_by: writerOf(caller), checked_at: at, ...found },
        ...{ qualification: answer.qualification?.answer ?? null, answer_blob_id: answerBlob.blob_id },
      })
    }
  }
}

export function putAnswer({ blobs }: Pick<DocumentGround, 'blobs'>, caller: Caller, { answer }: Verified) {
  const facts = { mediaType: 'application/json', maxBytes: LARGEST_ANSWER }
  return blobs.put(scopeOf(caller), Buffer.from(JSON.stringify(answer)), facts)
}
