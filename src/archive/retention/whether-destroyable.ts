import type { Day } from '#shared'
import type { RetentionHoldRow, RetentionStartRow } from '#storage'
import { archiveKind } from '../kind/read-kinds.ts'
import type { KeptDocument } from './documents.ts'
import { type Counted, copyDuties, dutiesOf, type LocalRule } from './duty.ts'
import { type Period, periodOf } from './period.ts'

/** What is known when a document is judged. */
export interface Known {
  readonly rules: readonly LocalRule[]
  readonly facilityType: string | undefined
  /** Of this document, oldest first. */
  readonly starts: readonly RetentionStartRow[]
  /** Of this document, not lifted. */
  readonly holds: readonly RetentionHoldRow[]
  readonly today: Day
}

/** 廃棄の可否 — whether a document may be destroyed, and why not. */
export type Obstacle = 'destroyed' | 'held' | 'open' | 'running'

export interface Judged {
  readonly document: KeptDocument
  readonly period: Period
  readonly holds: readonly RetentionHoldRow[]
  /** The first reason against it; undefined: it may be put on a list. */
  readonly obstacle: Obstacle | undefined
}

export function judge(document: KeptDocument, { rules, facilityType, starts, holds, today }: Known): Judged {
  const { standing, storedOn } = document
  const kind = archiveKind(document.kind)
  const known = { ...startsOf(starts), stored: storedOn }
  // A kind that this version does not know has laws that it does not know: open.
  const duties = kind ? dutiesOf({ kind, standing, facilityType, rules }) : copyOnly(document, rules)
  const period = periodOf(duties, known, today)
  return { document, period, holds, obstacle: obstacleOf(document, period, holds) }
}

const copyOnly = ({ standing }: KeptDocument, rules: readonly LocalRule[]) =>
  standing === 'original' ? [] : copyDuties(standing, rules)

function obstacleOf(
  { destroyedAt }: KeptDocument,
  period: Period,
  holds: readonly RetentionHoldRow[],
): Obstacle | undefined {
  if (destroyedAt !== null) return 'destroyed'
  if (holds.length > 0) return 'held'
  return period.state === 'ended' ? undefined : period.state
}

/** The newest about each event; one that was taken back is unknown again. */
function startsOf(rows: readonly RetentionStartRow[]): Partial<Record<Counted, Day>> {
  const newest = new Map(rows.map(({ event, on_day }) => [event, on_day]))
  return Object.fromEntries([...newest].filter(([, day]) => day !== null))
}
