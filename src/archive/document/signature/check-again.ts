import { buffer } from 'node:stream/consumers'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { BlobRow, DocumentSignatureRow } from '#storage'
import { holdFacility, scopeOf } from '../../ground.ts'
import type { DocumentGround } from '../ground.ts'
import { refuseDestroyed } from '../refuse-destroyed.ts'
import { documentRow, versionRows } from '../store.ts'
import type { Verified } from './judge.ts'
import { indicationOf, keepLook, putAnswer } from './keep.ts'
import { checkRows, signatureRows } from './store.ts'
import { verifyVersion } from './verify.ts'

/** 署名を確かめ直す — by what the facility trusts today. What earlier looks found stays. Refuses as `not-found` where nothing is signed. */
export async function checkAgain(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
): Promise<void> {
  demand(caller, 'document.read')
  const scope = scopeOf(caller)
  const found = await ground.storage.read(scope, async (db) => ({
    document: refuseDestroyed(await documentRow(db, documentId), documentId),
    row: (await versionRows(db, documentId)).find((one) => one.version === version),
    signatures: (await signatureRows(db, documentId)).filter((one) => one.version === version),
  }))
  const { document, row, signatures } = found
  if (!row || signatures.length === 0) throw new Refusal('not-found', { reason: 'document-signature-none', documentId })
  const beside = []
  for (const { blob_id } of signatures) {
    if (blob_id === null) continue
    const { name = 'signature', content } = await ground.blobs.get(scope, blob_id)
    beside.push({ name, bytes: await buffer(content) })
  }
  const verified = await verifyVersion(ground, caller, row, document.kind, beside)
  const stored: (Verified & { readonly number: number; readonly answerBlob: BlobRow })[] = []
  for (const one of inTheirRows(signatures, verified))
    stored.push({ ...one, answerBlob: await putAnswer(ground, caller, one) })
  await ground.storage.write(scope, async (change) => {
    await holdFacility(change)
    refuseDestroyed(await documentRow(change.db, documentId), documentId)
    const before = (await checkRows(change.db, documentId)).filter((one) => one.version === version)
    for (const one of stored) {
      const checkNumber = before.filter(({ number }) => number === one.number).length + 1
      await keepLook(ground, change, caller, { ...one, documentId, version, checkNumber })
    }
    const found = stored.map(({ number, answer }) => ({ number, indication: indicationOf(answer) }))
    await ground.journal.append(change, {
      ...{ act: 'document.signatures-checked', actor: caller.actor, subject: { kind: 'document', id: documentId } },
      detail: { version, signatures: found },
    })
  })
}

/** Each file of signatures with what was found of it now: the content is one, those beside it come in their order. */
function inTheirRows(rows: readonly DocumentSignatureRow[], verified: readonly Verified[]) {
  const beside = verified.filter(({ form }) => form === 'detached')
  const within = verified.find(({ form }) => form === 'within')
  return rows.flatMap(({ number, form }) => {
    const one = form === 'within' ? within : beside.shift()
    return one ? [{ ...one, number }] : []
  })
}
