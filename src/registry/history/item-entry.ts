import type { EntryPlace, EntryView } from '#journal'
import { Refusal } from '#shared'
import type { StoredValue } from '../facility/facility.ts'
import type { KeptKind } from '../kept.ts'

/** 台帳の記録 — what one journal entry says of one item: what it was, what it became, and who did it. */
export interface ItemEntry {
  readonly at: string
  readonly act: 'registry.created' | 'registry.changed' | 'registry.removed'
  readonly actor: EntryView['actor']
  readonly place: EntryPlace
  readonly uid: string
  readonly kind: KeptKind
  readonly id: string
  /** Where it stood in its list; entries of the first release do not say so. */
  readonly position?: number
  readonly before?: StoredValue
  readonly after?: StoredValue
}

interface Detail extends Pick<ItemEntry, 'kind' | 'position' | 'before' | 'after'> {
  readonly itemId: string
}

/**
 * The entry as a change of one item, or undefined when it is none (a view, an export). Refuses an entry whose
 * particulars cannot be opened: without them the past would be told wrongly.
 */
export function itemEntryOf({ at, act, actor, subject, log, index, detail, detailState }: EntryView) {
  if (act !== 'registry.created' && act !== 'registry.changed' && act !== 'registry.removed') return undefined
  if (detailState !== 'opened') throw new Refusal('corrupt', { what: 'journal-detail', log, index, detailState })
  const { kind, itemId, position, before, after } = detail as Detail
  const entry: ItemEntry = {
    at,
    act,
    actor,
    place: { log, index },
    uid: subject.id,
    kind,
    id: itemId,
    position,
    before,
    after,
  }
  return entry
}
