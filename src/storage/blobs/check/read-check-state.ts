import type { Instant } from '#shared'
import type { Storage } from '../../storage.ts'
import type { FacilityScope } from '../content-name.ts'
import type { BlobPlaces } from '../open-blobs.ts'
import { readChecks } from './store.ts'

/** 保全の状態 — what the looks found so far; a file that nobody looked at yet is not counted as whole. */
export interface CheckState {
  readonly files: number
  readonly looked: number
  /** Whole in the first place, at the last look or since its repair. */
  readonly whole: number
  /** Not whole in any place. */
  readonly lost: number
  /** Where the second copies lie: nowhere, in a place that is there now, or in one that is not. */
  readonly second: 'none' | 'there' | 'absent'
  /** With a whole copy in the second place at the last look that met it. */
  readonly copied: number
  readonly oldest: Instant | undefined
  readonly newest: Instant | undefined
}

interface Ground {
  readonly storage: Storage
  readonly places: BlobPlaces
}

export async function readCheckState({ storage, places }: Ground, scope: FacilityScope): Promise<CheckState> {
  const { files, rows } = await storage.read(scope, readChecks)
  const sum = (some: readonly { readonly count: number }[]) =>
    some.reduce((total, { count }) => total + Number(count), 0)
  const good = (state: string | null) => state === 'whole' || state === 'repaired'
  const days = (pick: 'oldest' | 'newest') => rows.map((row) => row[pick]).toSorted()
  return {
    files,
    looked: sum(rows),
    whole: sum(rows.filter(({ first_state }) => good(first_state))),
    lost: sum(rows.filter(({ first_state, second_state }) => !good(first_state) && !good(second_state))),
    second: await presenceOf(places),
    copied: sum(rows.filter(({ second_state }) => good(second_state))),
    oldest: days('oldest')[0],
    newest: days('newest').at(-1),
  }
}

async function presenceOf({ second }: BlobPlaces): Promise<CheckState['second']> {
  if (!second) return 'none'
  return (await second.isThere()) ? 'there' : 'absent'
}
