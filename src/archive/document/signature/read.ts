import { json } from 'node:stream/consumers'
import type { FileAnswer } from '@omamori/signature'
import type { Caller } from '#access'
import type { DocumentSignatureCheckRow, DocumentSignatureRow } from '#storage'
import { scopeOf } from '../../ground.ts'
import type { DocumentGround } from '../ground.ts'
import type { SignatureView } from '../wire.ts'

/** What the newest look at each signature file found, with the names that its answer holds. */
export async function signatureViews(
  { blobs }: Pick<DocumentGround, 'blobs'>,
  caller: Caller,
  rows: readonly DocumentSignatureRow[],
  checks: readonly DocumentSignatureCheckRow[],
): Promise<readonly (SignatureView & { readonly version: number })[]> {
  const views = []
  for (const { version, number, form, added_at } of rows) {
    const newest = checks.filter((one) => one.version === version && one.number === number).at(-1)
    if (!newest) throw new Error('a signature was kept without a look at it')
    const { content } = await blobs.get(scopeOf(caller), newest.answer_blob_id)
    // Written by ourselves, encrypted and authenticated: its form is that of the day on which it was made.
    const answer = (await json(content)) as FileAnswer
    views.push({ version, number, form: form as SignatureView['form'], addedAt: added_at, ...viewOf(newest, answer) })
  }
  return views
}

const viewOf = (
  { checked_at, indication, qualification, holds_until }: DocumentSignatureCheckRow,
  answer: FileAnswer,
) => ({
  checkedAt: checked_at,
  indication: indication as SignatureView['indication'],
  ...(answer.subIndication !== null && { subIndication: answer.subIndication }),
  ...(qualification !== null && { qualification }),
  ...(holds_until !== null && { holdsUntil: holds_until }),
  signers: answer.signatures.map(({ signer, roles, provenTime, level }) => ({
    ...(signer?.commonName && { name: signer.commonName }),
    roles: roles.map(({ text, japanese, licence }) => ({ text, licence, ...(japanese !== null && { japanese }) })),
    ...(provenTime !== null && { provenAt: provenTime }),
    level,
  })),
})
