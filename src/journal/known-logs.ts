import type { CompactRange } from '@omamori/ledger'
import type { LogState } from '#storage'

/** A log as one of our commits left it, and the tree that its row speaks of. */
export interface KnownLog {
  readonly log: LogState
  readonly range: CompactRange
}

/**
 * 記憶 — how this process left the newest logs. That commit may have failed, and others may write too: so what is
 * remembered is held against the row before it is used, and saves reading and judging the row, not looking at it.
 */
export interface KnownLogs {
  of(facilityId: string): KnownLog | undefined
  left(log: LogState, range: CompactRange): void
  forget(log: LogState): void
}

export function createKnownLogs(): KnownLogs {
  const known = new Map<string, KnownLog>()
  return {
    of: (facilityId) => known.get(facilityId),
    left: (log, range) => void known.set(log.facility_id, { log, range }),
    forget: (log) => void known.delete(log.facility_id),
  }
}
