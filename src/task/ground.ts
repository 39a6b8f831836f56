import type { Caller } from '#access'
import type { Journal, NewEntry } from '#journal'
import { type Clock, Refusal } from '#shared'
import type { Change, Storage } from '#storage'
import type { Act } from './words/act.ts'

/** 名簿 — what the registry tells this room, which knows no registry: whom a caller stands for, and whether a thing is there. */
export interface Directory {
  /** The persons of the registry for whom the caller acts: the one linked to the account, and holders of the caller's posts. */
  standsFor(caller: Caller): Promise<readonly string[]>
  has(scope: { readonly facilityId: string }, kind: string, id: string): Promise<boolean>
}

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly directory: Directory
  readonly clock: Clock
  /** A random id that says nothing. */
  readonly newId: () => string
}

/** A refusal of one member of a request. */
export function malformed(path: string, code: string, facts: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal('malformed', { issues: [{ path, code, ...facts }] })
}

export function notFound(taskId: string): Refusal {
  return new Refusal('not-found', { what: 'task', taskId })
}

/** Writes down, in the change itself, what happened to a task. */
export async function note(
  { journal }: Pick<Ground, 'journal'>,
  change: Change,
  caller: Caller,
  act: Act,
  taskId: string,
  detail: NewEntry['detail'],
): Promise<void> {
  await journal.append(change, { act, actor: caller.actor, subject: { kind: 'task', id: taskId }, detail })
}

export function scopeOf({ facilityId }: Caller): { readonly facilityId: string } {
  return { facilityId }
}

/** Who wrote a row: the account, or what kind of actor it was. */
export function writerOf({ actor }: Caller): string {
  return actor.id ?? actor.kind
}
