import { type Caller, demand, may } from '#access'
import { type Json, Refusal } from '#shared'
import type { Change, DocumentRow, Reader } from '#storage'
import { holdFacility, scopeOf, writerOf } from '../ground.ts'
import type { ArchiveKind } from '../kind/kind.ts'
import { archiveKind } from '../kind/read-kinds.ts'
import type { Standing } from '../retention/duty.ts'
import type { DocumentAct } from './act.ts'
import { type Confirmers, type Onlooker, whyNotApproved, whyNotConfirmed } from './confirmation.ts'
import type { DocumentGround } from './ground.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import type { HandedIn } from './register-document.ts'
import { whyNotSigned } from './signature/judge.ts'
import { indicationOf, keepSignatures } from './signature/keep.ts'
import { verifyVersion } from './signature/verify.ts'
import { documentRow, moveVersion, scanRows, seenVersions, type VersionWithLength, versionRows } from './store.ts'

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
  signatures: readonly HandedIn[] = [],
): Promise<void> {
  demand(caller, 'document.confirm')
  const { kind, document, row, isScan, onlooker } = await loadNow(ground, caller, { documentId, version })
  const early = whyNotConfirmed(row, { ...kind, isScan }, onlooker)
  if (early !== null) throw new Refusal('conflict', { reason: early })
  // Slow, and so before the change, in which the rest is decided once more; the content of a version never changes.
  const verified = await verifyVersion(ground, caller, row, document.kind, signatures)
  const unsigned = whyNotSigned({ kind, standing: document.standing as Standing, isScan }, verified)
  if (unsigned !== null) throw new Refusal('conflict', { reason: unsigned })
  const keep = await keepSignatures(ground, caller, { documentId, version }, verified)
  const decide: Decide = (row, confirmers, onlooker) => ({
    why: whyNotConfirmed(row, confirmers, onlooker),
    moved: { confirmed_by: writerOf(caller), confirmed_at: ground.clock.now() },
  })
  // With their digests, so that the journal proves which signatures were kept.
  const told = verified.map(({ form, sha256, answer }) => ({ form, sha256, indication: indicationOf(answer) }))
  const step: Step = { documentId, version, act: 'document.confirmed', said: { signatures: told } }
  await settle(ground, caller, step, decide, keep)
}

async function loadNow(
  ground: DocumentGround,
  caller: Caller,
  { documentId, version }: Pick<Step, 'documentId' | 'version'>,
) {
  const accountId = writerOf(caller)
  const licences = await ground.licencesOf(caller)
  return ground.storage.read(scopeOf(caller), async (db) => {
    const { document, row, isScan } = await heldVersion(db, documentId, version)
    const seen = (await seenVersions(db, documentId, accountId)).has(version)
    const onlooker: Onlooker = { accountId, licences, seen, managesScans: may(caller, 'scan.manage') }
    return { document, row, isScan, kind: kindOf(document), onlooker }
  })
}

interface Step {
  readonly documentId: string
  readonly version: number
  readonly act: DocumentAct
  /** What the entry tells beside the version and its digest. */
  readonly said?: { readonly [name: string]: Json }
}

type Decide = (
  row: VersionWithLength,
  confirmers: Confirmers,
  onlooker: Onlooker,
) => { readonly why: string | null; readonly moved: Parameters<typeof moveVersion>[3] }

async function settle(
  ground: DocumentGround,
  caller: Caller,
  { documentId, version, act, said = {} }: Step,
  decide: Decide,
  keep: (change: Change) => Promise<void> = async () => {},
): Promise<void> {
  const licences = await ground.licencesOf(caller)
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const { document, row, isScan } = await heldVersion(change.db, documentId, version)
    const accountId = writerOf(caller)
    const seen = (await seenVersions(change.db, documentId, accountId)).has(version)
    const onlooker: Onlooker = { accountId, licences, seen, managesScans: may(caller, 'scan.manage') }
    const { why, moved } = decide(row, { ...kindOf(document), isScan }, onlooker)
    if (why !== null) throw new Refusal('conflict', { reason: why })
    await moveVersion(change, documentId, version, moved)
    await keep(change)
    const subject = { kind: 'document', id: documentId }
    const detail = { version, sha256: row.sha256, licences: [...licences], ...said }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  })
}

async function heldVersion(db: Reader, documentId: string, version: number) {
  const document = refuseDestroyed(await documentRow(db, documentId), documentId)
  const row = (await versionRows(db, documentId)).find((one) => one.version === version)
  if (!row) throw new Refusal('not-found', { what: 'document', documentId })
  const isScan = (await scanRows(db, documentId)).some((one) => one.version === version)
  return { document, row, isScan }
}

/** A kind is never taken out of the table while documents are of it. */
export function kindOf({ kind, document_id }: DocumentRow): ArchiveKind {
  const found = archiveKind(kind)
  if (found === undefined) throw new Refusal('corrupt', { reason: 'document-kind-unknown', documentId: document_id })
  return found
}
