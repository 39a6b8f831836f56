import { dayOf } from '#shared'
import type { Value } from '../kept.ts'
import type { ItemEntry } from './item-entry.ts'

/** An item with the name the journal knows it by. */
export interface NamedValue extends Value {
  readonly uid: string
}

/**
 * What was kept before the given entries, newest first, were written: each is undone in turn. An entry that the
 * present does not show yet changes nothing, so the present may be read before the entries. The order of a list is no
 * fact and is not told: what was removed comes back at its place, the rest stands where it stands now.
 */
export function valuesBefore(present: readonly NamedValue[], entries: readonly ItemEntry[]): readonly NamedValue[] {
  const values = new Map(present.map((value) => [value.uid, value]))
  for (const { uid, kind, id, before, at, position = Number.MAX_SAFE_INTEGER } of entries) {
    const place = values.get(uid)?.position ?? position
    values.delete(uid)
    if (before === undefined) continue
    // Answers have their own days; as a whole they have none.
    const { confirmedOn = dayOf(at), ...body } = before
    values.set(uid, { uid, kind, id, position: place, body, confirmedOn })
  }
  return [...values.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}
