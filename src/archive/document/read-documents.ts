import type { Readable } from 'node:stream'
import { type Caller, demand, may } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Reader } from '#storage'
import type { ContentType } from '../content/content.ts'
import { holdFacility, scopeOf, writerOf } from '../ground.ts'
import { kindTable } from '../kind/read-kinds.ts'
import type { Standing } from '../retention/duty.ts'
import { scanRecordOf } from '../scan/scan-record.ts'
import { isOpen, type Onlooker, whyNotApproved, whyNotConfirmed } from './confirmation.ts'
import { type FoundDocument, findDocuments } from './find-documents.ts'
import type { DocumentGround } from './ground.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { kindOf } from './settle-version.ts'
import { needsSignature } from './signature/judge.ts'
import { signatureViews } from './signature/read.ts'
import { checkRows, signatureRows } from './signature/store.ts'
import {
  accountNames,
  countWaiting,
  documentRow,
  insertView,
  presentAccounts,
  scanRows,
  seenVersions,
  type VersionWithLength,
  versionRows,
} from './store.ts'
import {
  type ArchiveGround,
  type DocumentHead,
  type DocumentsView,
  type DocumentView,
  pageLength,
  type SearchDocumentsRequest,
  type VersionView,
} from './wire.ts'

/** 文書を探す — and, by the patient's number alone, the patient's timeline. */
export async function searchDocuments(
  ground: DocumentGround,
  caller: Caller,
  request: SearchDocumentsRequest,
): Promise<DocumentsView> {
  demand(caller, 'document.read')
  const { engine } = ground.storage
  const asker = { engine, facilityId: caller.facilityId, accountId: writerOf(caller) }
  const found = await ground.storage.read(scopeOf(caller), (db) => findDocuments(db, asker, request))
  const { page } = request
  return { documents: found.slice(0, pageLength).map(headOf), page, more: found.length > pageLength }
}

/** 文書を見る — what is known of it and of its versions, without their contents. */
export async function readDocument(ground: DocumentGround, caller: Caller, documentId: string): Promise<DocumentView> {
  demand(caller, 'document.read')
  const accountId = writerOf(caller)
  const { document, versions, seen, accounts, signatures, checks, scans } = await ground.storage.read(
    scopeOf(caller),
    async (db) => ({
      document: await documentRow(db, documentId),
      versions: await versionRows(db, documentId),
      seen: await seenVersions(db, documentId, accountId),
      accounts: await accountNames(db),
      signatures: await signatureRows(db, documentId),
      checks: await checkRows(db, documentId),
      scans: await scanRows(db, documentId),
    }),
  )
  if (!document) throw new Refusal('not-found', { what: 'document', documentId })
  const licences = await ground.licencesOf(caller)
  const kind = kindOf(document)
  const personOf = (id: string) => ({ id, name: accounts.find((one) => one.id === id)?.name ?? id })
  const count = {
    confirmed: versions.filter(({ confirmed_at }) => confirmed_at !== null).length,
    withdrawn: versions.filter(({ withdrawn_at }) => withdrawn_at !== null).length,
    versions: versions.length,
  }
  const isThere = document.destroyed_at === null
  const signed = isThere ? await signatureViews(ground, caller, signatures, checks) : []
  const open = isThere && may(caller, 'document.confirm')
  return {
    ...headOf({ ...document, ...count }),
    versions: versions
      .map((row) => {
        const managesScans = may(caller, 'scan.manage')
        const onlooker: Onlooker = { accountId, licences, seen: seen.has(row.version), managesScans }
        const approve = open && whyNotApproved(row, onlooker) === null
        const scan = scans.find(({ version }) => version === row.version)
        const isScan = scan !== undefined
        const why = open ? whyNotConfirmed(row, { ...kind, isScan }, onlooker) : 'not-permitted'
        const own = signed.filter(({ version }) => version === row.version).map(({ version: _, ...view }) => view)
        return {
          ...versionOf(row, personOf),
          ...(scan && { scan: scanRecordOf(scan, row.confirmed_at ?? row.withdrawn_at ?? ground.clock.now()) }),
          signatures: own,
          needsSignature: needsSignature({ kind, standing: document.standing as Standing, isScan }),
          seen: onlooker.seen,
          may: { approve, withdraw: isThere && may(caller, 'document.enter') && isOpen(row), ...confirmable(row, why) },
        }
      })
      .toReversed(),
    may: { correct: isThere && may(caller, 'document.enter') && !versions.some(isOpen) },
  }
}

const confirmable = (row: VersionWithLength, why: string | null) => ({
  confirm: why === null,
  ...(why !== null && isOpen(row) && { because: why }),
})

/** 表示する — the content of one version. The look is written down before anything is shown. */
export async function openVersion(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
): Promise<{ readonly content: Readable; readonly contentType: ContentType; readonly length: number }> {
  const row = await recordView(ground, caller, documentId, version)
  const { content, length } = await ground.blobs.get(scopeOf(caller), row.blob_id)
  return { content, length, contentType: row.content_type as ContentType }
}

/** 表示の記録 — durable before anything is shown. */
export async function recordView(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
): Promise<VersionWithLength> {
  demand(caller, 'document.read')
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    refuseDestroyed(await documentRow(change.db, documentId), documentId)
    const row = await versionAt(change.db, documentId, version)
    const place = { documentId, version, accountId: writerOf(caller), at: ground.clock.now() }
    await insertView(change, caller.facilityId, place)
    const subject = { kind: 'document', id: documentId }
    await ground.journal.append(change, {
      ...{ act: 'document.viewed', actor: caller.actor, subject, detail: { version } },
    })
    return row
  })
}

/** `not-found` where there is none. */
export async function versionAt(db: Reader, documentId: string, version: number): Promise<VersionWithLength> {
  const row = (await versionRows(db, documentId)).find((one) => one.version === version)
  if (!row) throw new Refusal('not-found', { what: 'document', documentId })
  return row
}

/** What a page needs before anybody has looked for anything. */
export async function readArchiveGround(ground: DocumentGround, caller: Caller): Promise<ArchiveGround> {
  demand(caller, 'document.read')
  const { present, toApprove } = await ground.storage.read(scopeOf(caller), async (db) => ({
    present: await presentAccounts(db),
    toApprove: await countWaiting(db, writerOf(caller)),
  }))
  return {
    today: dayOf(ground.clock.now()),
    kinds: kindTable.kinds.map(({ kind, ja, en }) => ({ kind, ja, en })),
    colleagues: present.filter(({ id }) => id !== caller.actor.id),
    toApprove,
    may: { enter: may(caller, 'document.enter') },
  }
}

const headOf = (row: FoundDocument): DocumentHead => ({
  ...{ documentId: row.document_id, kind: row.kind, standing: row.standing as Standing, title: row.title },
  ...{ patient: row.patient ?? undefined, encounter: row.encounter ?? undefined },
  ...{ writtenOn: row.written_on, registeredAt: row.registered_at },
  ...{ confirmed: row.confirmed > 0, waiting: row.confirmed + row.withdrawn < row.versions },
  ...(row.destroyed_at !== null && { destroyedAt: row.destroyed_at }),
})

function versionOf(
  row: VersionWithLength,
  personOf: (id: string) => { readonly id: string; readonly name: string },
): Omit<VersionView, 'seen' | 'may' | 'signatures' | 'needsSignature'> {
  return {
    ...{ version: row.version, contentType: row.content_type as ContentType, length: row.length, sha256: row.sha256 },
    reason: row.reason ?? undefined,
    enteredBy: personOf(row.entered_by),
    enteredFor: row.entered_for === null ? undefined : personOf(row.entered_for),
    enteredAt: row.entered_at,
    approvedAt: row.approved_at ?? undefined,
    confirmedBy: row.confirmed_by === null ? undefined : personOf(row.confirmed_by),
    confirmedAt: row.confirmed_at ?? undefined,
    withdrawnBy: row.withdrawn_by === null ? undefined : personOf(row.withdrawn_by),
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnReason: row.withdrawn_reason ?? undefined,
  }
}
