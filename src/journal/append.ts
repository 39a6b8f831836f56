import { dayOf, fiscalYearOf } from '#shared'
import type { Change } from '#storage'
import { addEntryTo, type KeptEntry, type NewEntry, type Surroundings } from './add-entry.ts'
import { openLog } from './open-log.ts'
import { lockNewestLog } from './store.ts'

/** Writes an entry into the facility's log of this fiscal year, opening it when the year is new. */
export async function append(around: Surroundings, change: Change, entry: NewEntry): Promise<KeptEntry> {
  const facilityId = facilityOf(change)
  const at = around.clock.now()
  const newest = await lockNewestLog(change)
  // When the clock was set back we go on in the newest log: a log that has been continued takes no more entries.
  const isCurrent = newest !== undefined && newest.fiscal_year >= fiscalYearOf(dayOf(at))
  const log = isCurrent ? newest : await openLog(around, change, facilityId, newest, at)
  return addEntryTo(around, change, log, at, entry)
}

function facilityOf(change: Change): string {
  if (change.scope === 'installation') throw new TypeError('an entry belongs to a facility')
  return change.scope.facilityId
}
