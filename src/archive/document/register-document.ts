import { hash } from 'node:crypto'
import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change, DocumentVersionRow } from '#storage'
import { readApart } from '../content/apart/read-apart.ts'
import { searchable } from '../content/text/searchable.ts'
import { holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import { archiveKind } from '../kind/read-kinds.ts'
import type { DocumentAct } from './act.ts'
import { isOpen } from './confirmation.ts'
import { digestFacts } from './digest-facts.ts'
import type { DocumentGround } from './ground.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { documentRow, insertDocument, insertText, insertVersion, presentAccounts, versionRows } from './store.ts'
import type { CorrectDocumentRequest, RegisterDocumentRequest } from './wire.ts'

/** A scan of two hundred pages; it is held in memory once. */
export const LARGEST_DOCUMENT = 50_000_000

export interface HandedIn {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is kept in the same change, of the document that came in. */
export type KeepAlso = (
  change: Change,
  version: Pick<DocumentVersionRow, 'document_id' | 'version' | 'sha256'>,
) => Promise<void>

/** 文書を登録する — its first version, a draft until somebody confirms it. */
export async function registerDocument(
  ground: DocumentGround,
  caller: Caller,
  request: RegisterDocumentRequest,
  file: HandedIn,
  keepAlso: KeepAlso = async () => {},
): Promise<string> {
  demand(caller, 'document.enter')
  const { kind, standing, title, patient, encounter, writtenOn, enteredFor } = request
  if (archiveKind(kind) === undefined) throw malformed('document-kind-unknown', 'kind')
  const at = ground.clock.now()
  if (writtenOn > dayOf(at)) throw malformed('document-written-in-future', 'writtenOn')
  const documentId = ground.newId()
  const kept = await keepContent(ground, caller, file, { documentId, enteredFor, version: 1, reason: null, title })
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = {
      ...{ facility_id: caller.facilityId, document_id: documentId, kind, standing, title },
      ...{ patient: patient ?? null, encounter: encounter ?? null, written_on: writtenOn },
      ...{ registered_by: writerOf(caller), registered_at: at, destroyed_at: null },
    }
    await insertDocument(change, row)
    await kept.write(change, 'document.registered', { facts: digestFacts(row) })
    await keepAlso(change, kept.row)
  })
  return documentId
}

/** 訂正する — a new version with its reason; the earlier ones stay as they were. One draft waits at a time. */
export async function correctDocument(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  { reason, enteredFor }: CorrectDocumentRequest,
  file: HandedIn,
): Promise<number> {
  demand(caller, 'document.enter')
  const before = await ground.storage.read(scopeOf(caller), (db) => versionRows(db, documentId))
  const version = nextAfter(before)
  const kept = await keepContent(ground, caller, file, { documentId, enteredFor, version, reason, title: '' })
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    refuseDestroyed(await documentRow(change.db, documentId), documentId)
    if (nextAfter(await versionRows(change.db, documentId)) !== version) throw waiting()
    await kept.write(change, 'document.corrected')
  })
  return version
}

function nextAfter(before: readonly DocumentVersionRow[]): number {
  const newest = before.at(-1)
  if (newest === undefined) throw new Refusal('not-found', { what: 'document' })
  if (isOpen(newest)) throw waiting()
  return newest.version + 1
}

const waiting = (): Refusal => new Refusal('conflict', { reason: 'document-draft-waits' })

type Place = Pick<DocumentVersionRow, 'version' | 'reason'> & {
  readonly documentId: string
  readonly enteredFor: string | undefined
  /** Searched with the words of the first version. */
  readonly title: string
}

/** The content first, durable; then, inside the change, the row that names it and its entry. */
async function keepContent(
  ground: DocumentGround,
  caller: Caller,
  { name, bytes }: HandedIn,
  { documentId, enteredFor, version, reason, title }: Place,
) {
  if (bytes.length === 0) throw malformed('document-empty', 'file')
  const scope = scopeOf(caller)
  await refuseStranger(ground, caller, enteredFor)
  const { type, text } = await readApart(bytes, name)
  const facts = { mediaType: 'application/octet-stream', name, maxBytes: LARGEST_DOCUMENT }
  const blob = await ground.blobs.put(scope, bytes, facts)
  const row: DocumentVersionRow = {
    ...{ facility_id: caller.facilityId, document_id: documentId, version, blob_id: blob.blob_id },
    ...{ sha256: hash('sha256', bytes), content_type: type, reason },
    ...{ entered_by: writerOf(caller), entered_for: enteredFor ?? null, entered_at: ground.clock.now() },
    ...{ approved_at: null, confirmed_by: null, confirmed_at: null },
    ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
  }
  return {
    row,
    async write(change: Change, act: DocumentAct, more: { readonly [name: string]: string } = {}): Promise<void> {
      await ground.blobs.keep(change, blob)
      await insertVersion(change, row)
      await insertText(change, row, searchable(`${title} ${text}`))
      const said = { ...(reason !== null && { reason }), ...(enteredFor !== undefined && { enteredFor }) }
      const detail = { version, sha256: row.sha256, type, ...said, ...more }
      await ground.journal.append(change, {
        ...{ act, actor: caller.actor, subject: { kind: 'document', id: documentId }, detail },
        blobs: [{ sha256: blob.sha256, length: blob.length }],
      })
    },
  }
}

/** 代行入力 is for somebody else who is there. */
async function refuseStranger(ground: DocumentGround, caller: Caller, enteredFor: string | undefined): Promise<void> {
  if (enteredFor === undefined) return
  const colleagues = await ground.storage.read(scopeOf(caller), presentAccounts)
  if (enteredFor === caller.actor.id || !colleagues.some(({ id }) => id === enteredFor))
    throw malformed('document-for-nobody', 'enteredFor')
}
