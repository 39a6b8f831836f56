import { type Caller, demand } from '#access'
import { type CheckState, type NamedBucket, type NamedSecondCopy, nameBucket, nameSecondCopy } from '#storage'
import { scopeOf } from '../ground.ts'
import { type ContentCheckOptions, checkContents, type PreservationGround } from './check-contents.ts'
import { renewLocksOf } from './renew-locks.ts'
import { watchFormats } from './watch-formats.ts'

/** The use cases of preservation on the given ground. */
export function openContents(ground: PreservationGround) {
  return {
    check: (caller: Caller, options: ContentCheckOptions) => checkContents(ground, caller, options),
    async isAnyLost(caller: Caller): Promise<boolean> {
      demand(caller, 'contents.check')
      return ground.blobs.isAnyLost(scopeOf(caller))
    },
    async read(caller: Caller): Promise<CheckState> {
      demand(caller, 'contents.check')
      return ground.blobs.readChecks(scopeOf(caller))
    },
    /** 形式の見張り — in which forms documents are kept. */
    formats: (caller: Caller) => watchFormats(ground.storage, caller),
    /** 保護期間の延長 — undefined where nothing is locked. */
    locks: ground.locks && { renew: (caller: Caller) => renewLocksOf(ground, caller) },
    /** 保管場所を決める — a bucket, from the next start on; what lies in the folder is copied there first. */
    async nameBucket(caller: Caller, file: string): Promise<NamedBucket> {
      demand(caller, 'contents.place')
      const named = await nameBucket(ground.data, file, Date.parse(ground.clock.now()))
      const { copied, lock } = named
      const detail = { copied, lockDays: lock?.horizonDays ?? 0 }
      const subject = { kind: 'facility', id: caller.facilityId }
      await ground.storage.write(scopeOf(caller), (change) =>
        ground.journal.append(change, { act: 'contents.bucket-named', actor: caller.actor, subject, detail }),
      )
      return named
    },
    /** 控えの場所を決める — from the next start on; the first check copies what is there. */
    async nameSecondCopy(caller: Caller, folder: string): Promise<NamedSecondCopy> {
      demand(caller, 'contents.place')
      const named = nameSecondCopy(ground.data, folder)
      const { onSameDisk } = named
      const subject = { kind: 'facility', id: caller.facilityId }
      await ground.storage.write(scopeOf(caller), (change) =>
        ground.journal.append(change, {
          ...{ act: 'contents.second-copy-named', actor: caller.actor, subject, detail: { onSameDisk } },
        }),
      )
      return named
    },
  }
}

/** 保全 — whether what is kept is still what was put there. */
export type Contents = ReturnType<typeof openContents>
