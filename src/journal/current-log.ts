import { type CompactRange, rootOf } from '@omamori/ledger'
import { dayOf, fiscalYearOf, type Instant, Refusal } from '#shared'
import type { Change, LogState } from '#storage'
import type { Surroundings } from './add-entry.ts'
import { type Gathered, newestIn, turnTo } from './gathered.ts'
import { claimOf, rangeOf } from './log-state.ts'
import { continueLog } from './open-log.ts'
import { isSealed, type LogKey } from './signing-key.ts'
import { lastCheckpointOf } from './store.ts'

/**
 * The log that entries of this moment go to. Goes over to the new fiscal year's when that has begun. `remember`: a log that
 * this process left itself is taken as it was left, and its row is compared when the log is moved on; should it not stand
 * like that, the group is run again with the row read and locked.
 */
export async function currentLog(
  around: Surroundings,
  change: Change,
  at: Instant,
  remember: boolean,
): Promise<Gathered> {
  const year = fiscalYearAt(at)
  const remembered = remember ? rememberedLog(around, change, year) : undefined
  if (remembered) return remembered
  const newest = await newestLog(around, change)
  // When the clock was set back we go on in the newest log: a log that has been continued takes no more entries.
  return newest.log.fiscal_year >= year ? newest : continueLog(around, change, newest, at)
}

function rememberedLog(around: Surroundings, change: Change, year: number): Gathered | undefined {
  if (change.scope === 'installation' || newestIn(change) !== undefined) return undefined
  const known = around.known.of(change.scope.facilityId)
  if (known === undefined || known.log.fiscal_year < year) return undefined
  const { log, range } = known
  const gathered: Gathered = { log, before: range, isRead: false, waiting: [], count: 0, signNow: false }
  turnTo(change, gathered)
  return gathered
}

/** The fiscal year of that moment. In Tokyo a day begins with an hour of UTC, so it is the same for a whole hour. */
function fiscalYearAt(at: Instant): number {
  const hour = at.slice(0, 'yyyy-mm-ddThh'.length)
  if (hour !== lastHour.hour) lastHour = { hour, year: fiscalYearOf(dayOf(at)) }
  return lastHour.year
}

let lastHour = { hour: '', year: 0 }

/** The newest log of the facility. A facility whose log is gone does not get a new one by the way: that is refused. */
export async function newestLog(around: Surroundings, change: Change): Promise<Gathered> {
  const known = newestIn(change)
  if (known !== undefined) return known
  const log = await change.logs.newest()
  if (log === undefined) throw new Refusal('not-found', { what: 'log' })
  const before = await trustedRange(around, change, log)
  const gathered: Gathered = { log, before, isRead: true, waiting: [], count: 0, signNow: false }
  turnTo(change, gathered)
  return gathered
}

/**
 * The state as it stands in the row, if it is one that we left there. Somebody who changed it would have us seal and sign
 * what he wrote; so nothing is added to such a log until somebody has looked.
 */
async function trustedRange(around: Surroundings, change: Change, log: LogState): Promise<CompactRange> {
  const range = rangeOf(log)
  const key = await around.findKey(change.scope, log)
  const isOurs =
    range !== undefined && (log.seal === null ? await isSigned(change, key, log, range) : isSealed(key, range, log))
  if (!isOurs || range === undefined) throw new Refusal('corrupt', { what: 'log-state', log: log.origin })
  return range
}

/** Before there were seals, every commit was signed. */
async function isSigned(change: Change, key: LogKey, log: LogState, range: CompactRange): Promise<boolean> {
  const last = await lastCheckpointOf(change.db, log.origin)
  const claim = last && claimOf(last.note, key)
  return claim?.size === log.size && Buffer.compare(claim.root, rootOf(range)) === 0
}
