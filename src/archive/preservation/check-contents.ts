import { type Caller, demand, may } from '#access'
import type { Journal } from '#journal'
import type { Clock } from '#shared'
import type { Blobs, CheckedFiles, CheckState, Locks, Reader, Storage, Trouble } from '#storage'
import { scopeOf } from '../ground.ts'
import type { PreservationAct } from './act.ts'

/** What the use cases of preservation stand on. */
export interface PreservationGround {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly blobs: Pick<Blobs, 'check' | 'readChecks' | 'isAnyLost'>
  /** Undefined where nothing is locked. */
  readonly locks: Locks | undefined
  readonly clock: Clock
  /** The data directory, where the setting of the second copy lies. */
  readonly data: string
}

/** A content that was not whole somewhere, and the document it belongs to; other files (proofs, snapshots) have none. */
export interface ContentTrouble extends Omit<Trouble, 'blobIds'> {
  readonly blobId: string
  /** With its title for whoever may read documents. */
  readonly document?: { readonly documentId: string; readonly title?: string; readonly version: number }
}

export interface ContentReport extends Omit<CheckedFiles, 'troubles'> {
  readonly troubles: readonly ContentTrouble[]
  readonly state: CheckState
}

export interface ContentCheckOptions {
  /** Everything now; otherwise what nobody looked at yet, and a share of the rest, so that a month sees all. */
  readonly all: boolean
  readonly isStopped?: () => boolean
  readonly onLooked?: (looked: number) => void
}

/** 7.1 and 7.3 ask that contents are kept whole; a look at each within four weeks leaves a damaged one time to be mended. */
const DAYS_TO_SEE_ALL = 28

/**
 * 内容の確認 — reads what is kept, names the document of whatever is not whole, and repairs it from the second copy. The look and each
 * of its finds are in the journal, with ids and never a title.
 */
export async function checkContents(
  ground: PreservationGround,
  caller: Caller,
  { all, ...rest }: ContentCheckOptions,
): Promise<ContentReport> {
  demand(caller, 'contents.check')
  const scope = scopeOf(caller)
  const checked = all
    ? await ground.blobs.check(scope, { ...rest, which: 'all' })
    : await checkShare(ground, scope, rest)
  const troubles = await named(ground.storage, caller, checked.troubles)
  await writeDown(ground, caller, { ...checked, troubles })
  return { ...checked, troubles, state: await ground.blobs.readChecks(scope) }
}

async function checkShare(
  { blobs }: PreservationGround,
  scope: { readonly facilityId: string },
  rest: Omit<ContentCheckOptions, 'all'>,
): Promise<CheckedFiles> {
  const fresh = await blobs.check(scope, { ...rest, which: 'unseen' })
  const { files } = await blobs.readChecks(scope)
  const share = await blobs.check(scope, { ...rest, which: { longestUnseen: Math.ceil(files / DAYS_TO_SEE_ALL) } })
  return {
    looked: fresh.looked + share.looked,
    copied: fresh.copied + share.copied,
    troubles: [...fresh.troubles, ...share.troubles],
    done: fresh.done && share.done,
  }
}

async function named(
  storage: Storage,
  caller: Caller,
  troubles: readonly Trouble[],
): Promise<readonly ContentTrouble[]> {
  const ids = troubles.flatMap(({ blobIds }) => blobIds)
  if (ids.length === 0) return []
  const owners = await storage.read(scopeOf(caller), (db) => ownersOf(db, ids))
  return troubles.flatMap(({ blobIds, ...trouble }) =>
    blobIds.map((blobId) => {
      const owner = owners.find(({ blob_id }) => blob_id === blobId)
      if (!owner) return { blobId, ...trouble }
      const { document_id: documentId, title, version } = owner
      return { blobId, ...trouble, document: { documentId, version, ...(may(caller, 'document.read') && { title }) } }
    }),
  )
}

const ownersOf = (db: Reader, blobIds: readonly string[]) =>
  db
    .selectFrom('document_version')
    .innerJoin('document', 'document.document_id', 'document_version.document_id')
    .select(['document_version.blob_id', 'document_version.version', 'document.document_id', 'document.title'])
    .where('document_version.blob_id', 'in', blobIds)
    .execute()

async function writeDown(
  { storage, journal }: PreservationGround,
  caller: Caller,
  { looked, copied, done, troubles }: Omit<ContentReport, 'state'>,
): Promise<void> {
  const repaired = troubles.filter((trouble) => trouble.repaired).length
  await storage.write(scopeOf(caller), async (change) => {
    const append = (
      act: PreservationAct,
      subject: { kind: string; id: string },
      detail: Record<string, string | number | boolean>,
    ) => journal.append(change, { act, actor: caller.actor, subject, detail })
    for (const { blobId, document, first, second, ...trouble } of troubles)
      await append(
        trouble.repaired ? 'contents.repaired' : 'contents.damaged',
        document ? { kind: 'document', id: document.documentId } : { kind: 'file', id: blobId },
        { first, ...(second !== undefined && { second }), ...(document && { version: document.version }) },
      )
    const found = { looked, copied, done, repaired, damaged: troubles.length - repaired }
    await append('contents.checked', { kind: 'facility', id: caller.facilityId }, found)
  })
}
