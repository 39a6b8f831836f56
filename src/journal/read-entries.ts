import type { Entry } from '@omamori/ledger'
import type { Keys } from '#keys'
import { Refusal } from '#shared'
import type { Reader, Scope } from '#storage'
import { type EntryView, type JournalFilter, type JournalPage, type JournalPaging, journalPaging } from './contract.ts'
import { openDetail } from './detail.ts'
import { type Found, findEntries } from './find-entries.ts'

/** A page of the journal, newest first, with the details opened. What is shown comes from the entries themselves. */
export async function readEntries(
  keys: Keys,
  scope: Scope,
  db: Reader,
  filter: JournalFilter,
  paging: JournalPaging,
): Promise<JournalPage> {
  const { limit, after } = journalPaging.parse(paging)
  const found: Found[] = []
  for await (const one of findEntries(db, filter, after === undefined ? undefined : readPlace(after))) {
    found.push(one)
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  const views = await Promise.all(shown.map((one) => viewOf(keys, scope, one)))
  const entries = views.filter((view) => view !== undefined)
  const last = found.length > limit ? shown.at(-1) : undefined
  return { entries, unreadable: shown.length - entries.length, next: last && writePlace(last) }
}

async function viewOf(keys: Keys, scope: Scope, { index, entry, detail }: Found): Promise<EntryView | undefined> {
  if (entry === undefined) return undefined
  const { log, id, at, act, actor, subject, about, outcome, prior } = entry
  const shown = { log, index, id, at, act, actor, subject, about: about && [...about], outcome, prior }
  return { ...shown, blobs: entry.blobs?.length ?? 0, ...(await detailOf(keys, scope, entry, detail)) }
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

function writePlace({ origin, index }: Found): string {
  return `${index} ${origin}`
}

function readPlace(text: string): { readonly origin: string; readonly index: number } {
  const [index = '', origin = '', ...more] = text.split(' ')
  if (origin === '' || more.length > 0 || !/^\d{1,10}$/.test(index)) throw new Refusal('malformed', { after: text })
  return { origin, index: Number(index) }
}
