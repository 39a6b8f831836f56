import { dayOf, type Instant } from '#shared'
import type { AuditCoverage, AuditResult } from '../contract.ts'

/** 検証のしかた — as somebody asked for it; `auto` leaves it to how long the last full one is ago. */
export type AuditMode = 'full' | 'incremental' | 'auto'

/** The results that were written down: the newest full one, and the newest of all. */
export interface Earlier {
  readonly full: AuditResult | undefined
  readonly newest: AuditResult | undefined
}

export interface Choice extends Pick<AuditCoverage, 'mode' | 'because'> {
  /** The result it goes on from. */
  readonly since?: AuditResult
}

// All of them take a second.
const FEW_ENTRIES = 65_536

/** How to look. What an earlier audit did not find whole is nothing to go on from: then everything is looked at. */
export function chooseMode(
  asked: AuditMode,
  { full, newest }: Earlier,
  { entries, now, fullEveryDays }: { readonly entries: number; readonly now: Instant; readonly fullEveryDays: number },
): Choice {
  if (asked === 'full') return { mode: 'full', because: 'asked' }
  if (full === undefined || newest?.heads === undefined) return { mode: 'full', because: 'first' }
  if (full.findings > 0 || newest.findings > 0) return { mode: 'full', because: 'last-found' }
  if (asked === 'incremental') return { mode: 'incremental', because: 'asked', since: newest }
  if (entries <= FEW_ENTRIES) return { mode: 'full', because: 'few' }
  if (daysBetween(full.verifiedAt, now) >= fullEveryDays) return { mode: 'full', because: 'overdue' }
  return { mode: 'incremental', because: 'due', since: newest }
}

/** A clock that was set back makes it due, rather than never again. */
function daysBetween(before: Instant, now: Instant): number {
  return Math.abs(Date.parse(dayOf(now)) - Date.parse(dayOf(before))) / 86_400_000
}
