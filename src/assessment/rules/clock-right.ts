import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { each, eachRecorded, type Voice } from './rule.ts'
import { within } from './within.ts'

type Clock = Item<'system'>['time']

/**
 * 6.5.C-9 — every clock that stamps a log or a record follows standard time, and its offset was measured within the
 * facility's interval and tolerance. The guideline gives no numbers for either.
 */
export function checkClockRight(facility: Facility, on: Day): readonly Finding[] {
  const check = ({ time }: { readonly time?: Clock }, says: Voice) => checkClock(time, says, facility, on)
  return [
    ...each('system', facility.systems, 'system', check),
    ...eachRecorded('server', facility.servers, check),
    ...each('terminal', facility.terminals, 'terminal', check),
  ]
}

function checkClock(time: Clock, says: Voice, facility: Facility, on: Day): readonly Finding[] {
  if (time?.synchronised === false) return [says.notMet('time.synchronised', 'clock-not-synchronised')]
  if (time?.synchronised === undefined) return [says.missing('time.synchronised')]
  return [
    says.met('time.synchronised', 'clock-synchronised'),
    checkOffset(time.offsetMs, says, facility.limits?.clockToleranceMs),
    within({ says, field: 'time.checkedOn', day: time.checkedOn, limit: 'clockCheckDays', facility, on }),
  ]
}

function checkOffset(offsetMs: number | undefined, says: Voice, limitMs: number | undefined): Finding {
  const field = 'time.offsetMs'
  if (offsetMs === undefined) return says.missing(field)
  if (limitMs === undefined) return says.unknown(field, 'limit-missing', { limit: 'clockToleranceMs' })
  return offsetMs > limitMs
    ? says.notMet(field, 'clock-off', { offsetMs, limitMs })
    : says.met(field, 'clock-right', { offsetMs })
}
