import { Refusal } from '#shared'
import type { Change } from '#storage'
import { addEntryTo, type NewEntry, type Surroundings } from '../add-entry.ts'
import { newestLog } from '../current-log.ts'
import { openContinuation } from '../open-log.ts'
import type { Quarantine } from './fence.ts'

/** Who decides, and why; the reason stands in the journal for ever. */
export interface Decision {
  readonly actor: NewEntry['actor']
  readonly reason: string
}

/** 失われた範囲 — entries that the anchor speaks of and that are not here. */
export interface LostRange {
  readonly log: string
  readonly from: number
  readonly to: number
}

/**
 * 継続の証跡 — goes on after a rightful restore of an older copy: a new log whose first entry names the checkpoint that was
 * anchored, and with it what is lost. Whatever differs from the anchor is not gone on from.
 */
export async function goOnAfterLoss(
  around: Surroundings,
  change: Change,
  doubt: Quarantine | undefined,
  { actor, reason }: Decision,
): Promise<LostRange> {
  if (doubt?.reason !== 'older-copy') throw new Refusal('conflict', { reason: 'nothing-lost', found: doubt?.reason })
  const at = around.clock.now()
  const newest = await newestLog(around, change)
  const from = newest.log.origin === doubt.log ? newest.log.size : 0
  if (from >= doubt.to) throw new Refusal('conflict', { reason: 'nothing-lost', from, to: doubt.to })
  const lost = { log: doubt.log, from, to: doubt.to }
  const previous = { origin: doubt.log, size: doubt.to, root: doubt.root }
  await openContinuation(around, change, newest, at, doubt.log, (subject) => ({
    ...{ act: 'journal.continued', actor, subject, detail: { reason, lost }, previous },
  }))
  return lost
}

/** Writes down that the anchor is made anew, and has the log signed: what it will say from now on. */
export async function noteNewAnchor(
  around: Surroundings,
  change: Change,
  doubt: Quarantine | undefined,
  { actor, reason }: Decision,
): Promise<void> {
  const newest = await newestLog(around, change)
  const subject = { kind: 'log', id: newest.log.origin }
  const detail = { reason, because: doubt?.reason ?? 'none' }
  await addEntryTo(around, change, { ...newest, signNow: true }, around.clock.now(), {
    ...{ act: 'journal.anchored', actor, subject, detail },
  })
}
