import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { each, type Voice } from './rule.ts'
import { within } from './within.ts'

const recorded = ['recordsUser', 'recordsLoginTime', 'recordsDuration', 'recordsPatient'] as const

/**
 * 6.5.C-7 — the log of every system says who signed in, when, for how long and whose information was handled, or a
 * work diary does; and somebody looked at it within the facility's interval.
 */
export function checkAccessLog(facility: Facility, on: Day): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ log }, says) => [
    checkContent(log, says),
    within({ says, field: 'log.reviewedOn', day: log?.reviewedOn, limit: 'logReviewDays', facility, on }),
  ])
}

function checkContent(log: Item<'system'>['log'], says: Voice): Finding {
  const lacking = recorded.filter((name) => log?.[name] === false)
  const silent = recorded.find((name) => log?.[name] === undefined)
  if (log?.diary) return says.met('log.diary', 'log-in-diary')
  if (lacking[0] === undefined) {
    return silent === undefined ? says.met('log.recordsUser', 'log-complete') : says.missing(`log.${silent}`)
  }
  if (log?.diary === undefined) return says.missing('log.diary')
  return says.notMet(`log.${lacking[0]}`, 'log-incomplete', { lacking: lacking.map((name) => `log.${name}`).join(',') })
}
