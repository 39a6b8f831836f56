import { decodeEntry, type Entry, LedgerError } from '@omamori/ledger'
import type { Keys } from '#keys'
import { Refusal } from '#shared'
import type { LogEntryRow, Reader, Scope } from '#storage'
import { type EntryView, type JournalFilter, type JournalPage, type JournalPaging, journalPaging } from './contract.ts'
import { openDetail } from './detail.ts'

/** Where a page ended: entries are shown by time, and the rest of it tells those of one instant apart. */
interface Cursor {
  readonly at: string
  readonly index: number
  readonly origin: string
}

/** A page of the journal, newest first, with the details opened. What is shown comes from the entries themselves. */
export async function readEntries(
  keys: Keys,
  scope: Scope,
  db: Reader,
  filter: JournalFilter,
  paging: JournalPaging,
): Promise<JournalPage> {
  const { limit, after } = journalPaging.parse(paging)
  const rows = await pageOf(db, filter, limit + 1, after === undefined ? undefined : readCursor(after))
  const shown = rows.slice(0, limit)
  const views = await Promise.all(shown.map((row) => viewOf(keys, scope, row)))
  const entries = views.filter((view) => view !== undefined)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { entries, unreadable: shown.length - entries.length, next: last && writeCursor(last) }
}

async function pageOf(
  db: Reader,
  filter: JournalFilter,
  limit: number,
  cursor: Cursor | undefined,
): Promise<readonly LogEntryRow[]> {
  let query = db.selectFrom('log_entry').selectAll()
  const { act, actorId, subjectKind, subjectId, from, until } = filter
  // '/' follows '.': all acts that begin with `session.` lie between the two.
  if (act?.endsWith('.')) query = query.where('act', '>=', act).where('act', '<', `${act.slice(0, -1)}/`)
  else if (act !== undefined) query = query.where('act', '=', act)
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId)
  if (subjectKind !== undefined) query = query.where('subject_kind', '=', subjectKind)
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  if (cursor !== undefined) {
    query = query.where(({ eb, and, or }) =>
      or([
        eb('at', '<', cursor.at),
        and([eb('at', '=', cursor.at), eb('entry_index', '<', cursor.index)]),
        and([eb('at', '=', cursor.at), eb('entry_index', '=', cursor.index), eb('origin', '<', cursor.origin)]),
      ]),
    )
  }
  return query.orderBy('at', 'desc').orderBy('entry_index', 'desc').orderBy('origin', 'desc').limit(limit).execute()
}

async function viewOf(keys: Keys, scope: Scope, row: LogEntryRow): Promise<EntryView | undefined> {
  const entry = decodedOrUndefined(row.entry)
  if (entry === undefined) return undefined
  const { log, id, at, act, actor, subject, about, outcome, prior } = entry
  const shown = { log, index: row.entry_index, id, at, act, actor, subject, about: about && [...about], outcome, prior }
  return { ...shown, blobs: entry.blobs?.length ?? 0, ...(await detailOf(keys, scope, entry, row.detail)) }
}

async function detailOf(
  keys: Keys,
  scope: Scope,
  { log, id, detail }: Entry,
  bytes: Uint8Array | null,
): Promise<Pick<EntryView, 'detail' | 'detailState'>> {
  if (detail === undefined) return { detailState: 'none' }
  if (bytes === null) return { detailState: 'gone' }
  const opened = await openDetail(keys, scope, { log, id }, detail, bytes)
  return opened === undefined ? { detailState: 'unreadable' } : { detailState: 'opened', detail: opened }
}

export function decodedOrUndefined(bytes: Uint8Array): Entry | undefined {
  try {
    return decodeEntry(bytes)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function writeCursor({ at, entry_index, origin }: LogEntryRow): string {
  return [at, entry_index, origin].join(' ')
}

function readCursor(text: string): Cursor {
  const [at = '', index = '', origin = '', ...more] = text.split(' ')
  if (origin === '' || more.length > 0 || !/^\d{1,15}$/.test(index)) throw new Refusal('malformed', { after: text })
  return { at, index: Number(index), origin }
}
