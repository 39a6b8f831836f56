import type { Journal, NewEntry } from '#journal'
import type { Keys } from '#keys'
import type { Clock } from '#shared'
import type { Change, Storage } from '#storage'
import type { Post } from './client.ts'
import type { Named } from './mail-words.ts'
import type { Act } from './words.ts'

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly keys: Keys
  readonly journal: Pick<Journal, 'append'>
  readonly clock: Clock
  readonly newId: () => string
  /** What the facility is called. */
  readonly named: (scope: FacilityScope) => Promise<Named>
  /** How a mail leaves this machine. */
  readonly post: Post
}

export interface FacilityScope {
  readonly facilityId: string
}

export const system = { kind: 'system' } as const

/** Writes down, in the change itself, what happened to mail and alarms. */
export async function note(
  { journal }: Pick<Ground, 'journal'>,
  change: Change,
  entry: Omit<NewEntry, 'act'> & { readonly act: Act },
): Promise<void> {
  await journal.append(change, entry)
}
