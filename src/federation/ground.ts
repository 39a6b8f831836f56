import type { Caller } from '#access'
import type { Journal, NewEntry } from '#journal'
import type { Keys } from '#keys'
import { type Clock, Refusal } from '#shared'
import type { Change, Storage } from '#storage'
import type { Send } from './client.ts'
import type { Act } from './words.ts'

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly keys: Keys
  readonly journal: Pick<
    Journal,
    'append' | 'sign' | 'offer' | 'consistency' | 'succession' | 'compareWith' | 'quarantineOf'
  >
  readonly clock: Clock
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array
  /** How a submission leaves this machine. */
  readonly send: Send
}

export interface FacilityScope {
  readonly facilityId: string
}

export function scopeOf({ facilityId }: Caller): FacilityScope {
  return { facilityId }
}

/** A refusal of one member of a request. */
export function malformed(path: string, code: string, facts: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal('malformed', { reason: `witness-${code}`, issues: [{ path, code, ...facts }] })
}

/** Writes down, in the change itself, what happened to a witness or to a log that is witnessed. */
export async function note(
  { journal }: Pick<Ground, 'journal'>,
  change: Change,
  entry: Omit<NewEntry, 'act'> & { readonly act: Act },
): Promise<void> {
  await journal.append(change, entry)
}

export const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000)
export const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
