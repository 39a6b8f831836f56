import type { ExpressionBuilder } from 'kysely'
import { LINK_LOGIN } from '#access'
import type {
  Change,
  DocumentRow,
  DocumentScanRow,
  DocumentVersionRow,
  IndexedDocument,
  Reader,
  Relations,
} from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

export type VersionWithLength = DocumentVersionRow & { readonly length: number }

export async function documentRow(db: Reader, documentId: string): Promise<DocumentRow | undefined> {
  return db.selectFrom('document').selectAll().where('document_id', '=', documentId).executeTakeFirst()
}

export async function documentRows(db: Reader, documentIds: readonly string[]): Promise<readonly DocumentRow[]> {
  if (documentIds.length === 0) return []
  return db.selectFrom('document').selectAll().where('document_id', 'in', documentIds).execute()
}

/** In the order of their ids, after the one named. */
export async function documentPage(
  db: Reader,
  after: string | undefined,
  limit: number,
): Promise<readonly DocumentRow[]> {
  const rows = db.selectFrom('document').selectAll().orderBy('document_id').limit(limit)
  return (after === undefined ? rows : rows.where('document_id', '>', after)).execute()
}

/** 廃棄: the title goes with the content, and the words by which it was found. */
export async function endDocument(change: Change, documentId: string, destroyedAt: string): Promise<void> {
  const ended = { title: '', destroyed_at: destroyedAt }
  const indexed = await indexedDocument(change.db, documentId)
  await change.words.replace(indexed, { ...indexed, texts: [] })
  await change.db.deleteFrom('document_text').where('document_id', '=', documentId).execute()
  const unsaid = { remark: null, kept_at: null }
  await change.db.updateTable('document_scan').set(unsaid).where('document_id', '=', documentId).execute()
  await change.db.updateTable('document').set(ended).where('document_id', '=', documentId).execute()
}

/** Oldest first. */
export async function versionRows(db: Reader, documentId: string): Promise<readonly VersionWithLength[]> {
  return db
    .selectFrom('document_version')
    .innerJoin('blob', 'blob.blob_id', 'document_version.blob_id')
    .selectAll('document_version')
    .select('blob.length')
    .where('document_version.document_id', '=', documentId)
    .orderBy('document_version.version')
    .execute()
}

/** 読取りの記録 — of the versions that came from paper. */
export async function scanRows(db: Reader, documentId: string): Promise<readonly DocumentScanRow[]> {
  return db.selectFrom('document_scan').selectAll().where('document_id', '=', documentId).execute()
}

/** The numbers of the versions that the account has seen. */
export async function seenVersions(db: Reader, documentId: string, accountId: string): Promise<ReadonlySet<number>> {
  const query = db.selectFrom('document_view').select('version').where('document_id', '=', documentId)
  const rows = await query.where('account_id', '=', accountId).execute()
  return new Set(rows.map(({ version }) => version))
}

export async function insertDocument(change: Change, row: DocumentRow): Promise<void> {
  await change.db.insertInto('document').values(row).execute()
}

/** 検索の対象 as it stands. */
async function indexedDocument(db: Reader, documentId: string): Promise<IndexedDocument> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  const texts = await db.selectFrom('document_text').select('text').where('document_id', '=', documentId).execute()
  const { written_on, kind, patient } = row
  return { documentId, writtenOn: written_on, kind, patient, texts: texts.map(({ text }) => text) }
}

/** 画像の文字: what can be a picture of paper waits to be read. */
const pictures: readonly string[] = ['pdf', 'tiff', 'jpeg', 'png']

export async function insertVersion(change: Change, row: DocumentVersionRow): Promise<void> {
  await change.db.insertInto('document_version').values(row).execute()
  if (!pictures.includes(row.content_type)) return
  const { facility_id, document_id, version } = row
  const waiting = { facility_id, document_id, version, read_at: null, pages: 0, left_out: 0, why: null }
  await change.db.insertInto('picture_words').values(waiting).execute()
}

/** What the version says, for those who search. A version without words, as a picture is, has no row; its document is found by the rest. */
export async function insertText(change: Change, version: DocumentVersionRow, text: string): Promise<void> {
  const { facility_id, document_id } = version
  const before = await indexedDocument(change.db, document_id)
  const after = text === '' ? before : { ...before, texts: [...before.texts, text] }
  if (version.version === 1) await change.words.enter(after)
  else if (text !== '') await change.words.replace(before, after)
  if (text === '') return
  await change.db
    .insertInto('document_text')
    .values({ facility_id, document_id, version: version.version, text })
    .execute()
}

/** More words of a version, for the search: those of its pictures, which are read later than it came in. */
export async function addText(
  change: Change,
  { facility_id, document_id, version }: Pick<DocumentVersionRow, 'facility_id' | 'document_id' | 'version'>,
  text: string,
): Promise<void> {
  const before = await indexedDocument(change.db, document_id)
  const query = change.db.selectFrom('document_text').select('text').where('document_id', '=', document_id)
  const said = await query.where('version', '=', version).executeTakeFirst()
  if (said === undefined)
    await change.db.insertInto('document_text').values({ facility_id, document_id, version, text }).execute()
  else
    await change.db
      .updateTable('document_text')
      .set({ text: `${said.text} ${text}` })
      .where('document_id', '=', document_id)
      .where('version', '=', version)
      .execute()
  await change.words.replace(before, await indexedDocument(change.db, document_id))
}

type Moved = Partial<
  Pick<
    DocumentVersionRow,
    'approved_at' | 'confirmed_by' | 'confirmed_at' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_reason'
  >
>

export async function moveVersion(change: Change, documentId: string, version: number, moved: Moved): Promise<void> {
  const update = change.db.updateTable('document_version').set(moved).where('document_id', '=', documentId)
  await update.where('version', '=', version).execute()
}

/** The first look counts; of the later ones the journal tells. */
export async function insertView(
  change: Change,
  facilityId: string,
  place: { readonly documentId: string; readonly version: number; readonly accountId: string; readonly at: string },
): Promise<void> {
  const { documentId, version, accountId, at } = place
  await change.db
    .insertInto('document_view')
    .values({ facility_id: facilityId, document_id: documentId, version, account_id: accountId, viewed_at: at })
    .onConflict((conflict) => conflict.columns(['facility_id', 'document_id', 'version', 'account_id']).doNothing())
    .execute()
}

/** How many versions of the document at hand have something in that column. */
export const versionsOf = (
  own: ExpressionBuilder<Relations, 'document'>,
  column: 'version' | 'confirmed_at' | 'withdrawn_at',
) =>
  own
    .selectFrom('document_version')
    .select(({ fn }) => fn.count<number>(`document_version.${column}`).as('count'))
    .whereRef('document_version.document_id', '=', 'document.document_id')
    .$asScalar()

/** The documents of versions that are neither confirmed nor withdrawn. */
export const openVersions = (db: Reader) =>
  db
    .selectFrom('document_version')
    .select('document_version.document_id')
    .where('document_version.confirmed_at', 'is', null)
    .where('document_version.withdrawn_at', 'is', null)

export const waitingFor = (db: Reader, accountId: string) =>
  openVersions(db)
    .where('document_version.entered_for', '=', accountId)
    .where('document_version.approved_at', 'is', null)

export async function countWaiting(db: Reader, accountId: string): Promise<number> {
  return (await waitingFor(db, accountId).execute()).length
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Everybody who ever signed in here: those who left still entered and confirmed what they did. */
export async function accountNames(db: Reader): Promise<readonly Named[]> {
  const rows = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  return rows.map(({ account_id, display_name }) => ({ id: account_id, name: display_name }))
}

/** 在籍者 — for whom something may be entered: people of the facility who are still there, and nobody who came by a link. */
export async function presentAccounts(db: Reader): Promise<readonly Named[]> {
  const query = db.selectFrom('account').select(['account_id', 'display_name']).where('state', '=', 'active')
  const rows = await query.where('login_name', 'not like', `${LINK_LOGIN}%`).execute()
  return rows.map(({ account_id, display_name }) => ({ id: account_id, name: display_name }))
}
