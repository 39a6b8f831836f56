import type { Caller } from '#access'
import { type Day, isDay, Refusal } from '#shared'
import type { Change } from '#storage'
import { withoutEmpty } from './empty-item.ts'
import type { StoredValue } from './facility/facility.ts'
import type { Ground } from './ground.ts'
import { checked, replaceItem } from './keep-item.ts'
import { itemOf } from './kept.ts'
import { findKept, holdRegistry, listKept } from './store.ts'

/** Given the day on which a log was looked at last, as the registry has it: the day it has from now on. */
export type DayAfter = (before: Day | undefined) => Day | undefined

/**
 * ログを確かめた日 — moves the day on which a system's log was looked at, with the history of any other change, and gives
 * the day that stood there before. A day that stays is no change. The registry is held first, so two reviews kept at the
 * same time see each other.
 */
export async function reviewedLog(
  ground: Ground,
  change: Change,
  caller: Caller,
  systemId: string,
  dayAfter: DayAfter,
): Promise<Day | undefined> {
  await holdRegistry(change)
  const kept = await findKept(change.db, 'system', systemId)
  if (!kept) throw new Refusal('not-found', { kind: 'system', id: systemId })
  const item = itemOf(kept)
  const log = (item.log ?? {}) as StoredValue
  const { reviewedOn } = log as { readonly reviewedOn?: unknown }
  const before = typeof reviewedOn === 'string' && isDay(reviewedOn) ? reviewedOn : undefined
  const after = dayAfter(before)
  if (after === before) return before
  // The other facts of the system were not looked at: the day on which they were confirmed stays.
  const next = withoutEmpty({ ...item, log: { ...log, reviewedOn: after } }) as StoredValue
  await replaceItem(ground, change, caller, kept, checked('system', next, await listKept(change.db)))
  return before
}
