import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change, DocumentRow } from '#storage'
import { holdFacility, scopeOf, writerOf } from '../ground.ts'
import type { ArchiveKind } from '../kind/kind.ts'
import { archiveKind } from '../kind/read-kinds.ts'
import type { DocumentAct } from './act.ts'
import { type Onlooker, whyNotApproved, whyNotConfirmed } from './confirmation.ts'
import type { DocumentGround } from './ground.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { documentRow, moveVersion, seenVersions, type VersionWithLength, versionRows } from './store.ts'

/** 代行入力を承認する — by the person for whom it was entered, who has seen it. */
export async function approveVersion(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
): Promise<void> {
  demand(caller, 'document.confirm')
  await settle(ground, caller, { documentId, version, act: 'document.approved' }, (row, _, onlooker) => ({
    why: whyNotApproved(row, onlooker),
    moved: { approved_at: ground.clock.now() },
  }))
}

/** 確定する — from now on this version does not change. */
export async function confirmVersion(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
): Promise<void> {
  demand(caller, 'document.confirm')
  await settle(ground, caller, { documentId, version, act: 'document.confirmed' }, (row, kind, onlooker) => ({
    why: whyNotConfirmed(row, kind, onlooker),
    moved: { confirmed_by: writerOf(caller), confirmed_at: ground.clock.now() },
  }))
}

interface Step {
  readonly documentId: string
  readonly version: number
  readonly act: DocumentAct
}

type Decide = (
  row: VersionWithLength,
  kind: ArchiveKind,
  onlooker: Onlooker,
) => { readonly why: string | null; readonly moved: Parameters<typeof moveVersion>[3] }

async function settle(
  ground: DocumentGround,
  caller: Caller,
  { documentId, version, act }: Step,
  decide: Decide,
): Promise<void> {
  const licences = await ground.licencesOf(caller)
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const { document, row } = await heldVersion(change, documentId, version)
    const accountId = writerOf(caller)
    const seen = (await seenVersions(change.db, documentId, accountId)).has(version)
    const { why, moved } = decide(row, kindOf(document), { accountId, licences, seen })
    if (why !== null) throw new Refusal('conflict', { reason: why })
    await moveVersion(change, documentId, version, moved)
    const subject = { kind: 'document', id: documentId }
    const detail = { version, sha256: row.sha256, licences: [...licences] }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  })
}

async function heldVersion(change: Change, documentId: string, version: number) {
  const document = refuseDestroyed(await documentRow(change.db, documentId), documentId)
  const row = (await versionRows(change.db, documentId)).find((one) => one.version === version)
  if (!row) throw new Refusal('not-found', { what: 'document', documentId })
  return { document, row }
}

/** A kind is never taken out of the table while documents are of it. */
export function kindOf({ kind, document_id }: DocumentRow): ArchiveKind {
  const found = archiveKind(kind)
  if (found === undefined) throw new Refusal('corrupt', { reason: 'document-kind-unknown', documentId: document_id })
  return found
}
