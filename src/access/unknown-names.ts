import type { Instant } from '#shared'
import { afterFailure, type Tries } from './lockout.ts'

// Names nobody has are remembered only so far that they wait and lock like real ones; the oldest go first.
const REMEMBERED_MAX = 10_000
/** Written down when so many have come within an hour: one typing error is no news, a hundred are an attack. */
const THRESHOLDS: readonly number[] = [10, 100, 1_000, 10_000, 100_000]

/** 存在しない利用者名 — tries with names that do not exist. They are counted in memory, not written one by one. */
export interface UnknownNames {
  triesOf(facilityId: string, loginName: string): Tries
  /** Counts one more. `report` is the count of this hour when it has just reached a threshold. */
  failed(facilityId: string, loginName: string, now: Instant): { readonly tries: Tries; readonly report?: number }
}

export function rememberUnknownNames(): UnknownNames {
  const tries = new Map<string, Tries>()
  const hours = new Map<string, { readonly hour: string; readonly count: number }>()
  const keyOf = (facilityId: string, loginName: string) => `${facilityId}\n${loginName}`
  const triesOf = (facilityId: string, loginName: string) =>
    tries.get(keyOf(facilityId, loginName)) ?? { failedCount: 0 }
  return {
    triesOf,
    failed(facilityId, loginName, now) {
      const next = afterFailure(triesOf(facilityId, loginName), now)
      remember(tries, keyOf(facilityId, loginName), next)
      const hour = now.slice(0, 13)
      const before = hours.get(facilityId)
      const count = (before?.hour === hour ? before.count : 0) + 1
      remember(hours, facilityId, { hour, count })
      return { tries: next, report: THRESHOLDS.includes(count) ? count : undefined }
    },
  }
}

/** Sets the value as the youngest and forgets the oldest beyond the limit. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= REMEMBERED_MAX) return
    map.delete(oldest)
  }
}
