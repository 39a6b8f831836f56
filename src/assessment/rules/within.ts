import type { Facility } from '#registry/contract'
import { type Day, daysBetween } from '#shared'
import type { Finding } from '../contract.ts'
import type { MetCode, NotMetCode } from '../words/codes.ts'
import type { Voice } from './rule.ts'

export type DaysLimit = {
  readonly [K in keyof NonNullable<Facility['limits']>]-?: K extends `${string}Days` ? K : never
}[keyof NonNullable<Facility['limits']>]

interface Interval {
  readonly says: Voice
  readonly field: string
  readonly day: Day | undefined
  readonly limit: DaysLimit
  readonly facility: Facility
  readonly on: Day
  readonly met?: MetCode
  readonly notMet?: NotMetCode
}

/**
 * Whether something was done within the facility's own limit. The guideline gives no number of days, so without a
 * limit of the facility there is nothing to judge by, and we do not make one up.
 */
export function within({ says, field, day, limit, facility, on, met, notMet }: Interval): Finding {
  if (day === undefined) return says.missing(field)
  if (day > on) return says.unknown(field, 'day-in-future', { day })
  const limitDays = facility.limits?.[limit]
  if (limitDays === undefined) return says.unknown(field, 'limit-missing', { limit })
  const ageDays = daysBetween(day, on)
  const facts = { day, ageDays, limitDays }
  return ageDays > limitDays
    ? says.notMet(field, notMet ?? 'review-overdue', facts)
    : says.met(field, met ?? 'reviewed', facts)
}
