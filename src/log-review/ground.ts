import type { Caller } from '#access'
import type { Journal } from '#journal'
import type { Registry } from '#registry'
import { type Clock, Refusal } from '#shared'
import type { Storage } from '#storage'
import type { Tasks } from '#task'

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append' | 'entries' | 'count'>
  readonly registry: Pick<Registry, 'loadFacility' | 'reviewedLog'>
  readonly tasks: Pick<Tasks, 'open'>
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
}

/** 指摘 of a request: which member, and what is wrong with it. */
export interface Issue {
  readonly path: string
  readonly code: string
}

/** All of it, and the first as the reason that people are told. */
export function malformed(first: Issue, ...others: readonly Issue[]): Refusal {
  return new Refusal('malformed', { reason: `log-review-${first.code}`, issues: [first, ...others] })
}

export function scopeOf({ facilityId }: Caller): { readonly facilityId: string } {
  return { facilityId }
}

/** Who wrote a row: the account, or what kind of actor it was. */
export function writerOf({ actor }: Caller): string {
  return actor.id ?? actor.kind
}
