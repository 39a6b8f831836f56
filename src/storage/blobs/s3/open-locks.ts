import type { Clock } from '#shared'
import type { Reader, Storage } from '../../storage.ts'
import { filesAfter } from '../check/store.ts'
import type { FacilityScope } from '../content-name.ts'
import { type FreedLocks, freeRemoved } from './free-removed.ts'
import { foldersOn, type RenewedLocks, renewLocks } from './renew-locks.ts'
import type { Bucket } from './s3-client.ts'
import type { LockHorizon } from './s3-place.ts'

/** 保護 — the locks of the files that rows name. */
export interface Locks extends LockHorizon {
  /** Renews what is due today of this facility. */
  renew(scope: FacilityScope): Promise<RenewedLocks>
  /** Removes what was destroyed while it was locked, when its day has come. Only while no rows are missing. */
  freeRemoved(): Promise<FreedLocks>
}

interface Ground {
  readonly storage: Storage
  readonly clock: Clock
}

const PAGE = 500

/** Undefined where nothing is locked. */
export function openLocks({ storage, clock }: Ground, bucket: Bucket | undefined): Locks | undefined {
  const lock = bucket?.place.lock
  if (!bucket || !lock) return undefined

  /** Names of files with a living key, folder by folder. */
  async function* due(scope: FacilityScope, now: number): AsyncGenerator<string> {
    for (const folder of foldersOn(now, lock as LockHorizon))
      for (let after = folder; ; ) {
        const files = await storage.read(scope, (db) => filesAfter(db, { after, limit: PAGE, unseen: false }))
        const inFolder = files.filter(({ sha256 }) => sha256.startsWith(folder))
        for (const { sha256 } of inFolder) yield sha256
        if (inFolder.length < PAGE) break
        after = inFolder.at(-1)?.sha256 ?? after
      }
  }

  async function isNeeded(sha256: string): Promise<boolean> {
    const facilities = await storage.read('installation', (db) =>
      db.selectFrom('facility').select('facility_id').execute(),
    )
    const living = (db: Reader) =>
      db.selectFrom('blob').select('blob_id').where('sha256', '=', sha256).where('wrapped_key', 'is not', null)
    for (const { facility_id: facilityId } of facilities)
      if (await storage.read({ facilityId }, (db) => living(db).executeTakeFirst())) return true
    return false
  }

  return {
    horizonDays: lock.horizonDays,
    renew(scope) {
      const now = Date.parse(clock.now())
      return renewLocks(bucket, due(scope, now), now)
    },
    freeRemoved: () => freeRemoved(bucket, isNeeded),
  }
}
