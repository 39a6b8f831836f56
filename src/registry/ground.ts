import type { Caller } from '#access'
import type { Journal } from '#journal'
import type { Clock, Json } from '#shared'
import type { Change, Storage } from '#storage'
import type { Kept, KeptKind } from './kept.ts'
import type { Act } from './words/act.ts'

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append' | 'entries'>
  readonly clock: Clock
  /** A random id that says nothing: journal entries call items by it. */
  readonly newId: () => string
  /** The names of the questions of applicability, when asked for; without them every name is taken. */
  readonly knownFacts?: () => readonly string[]
}

/** Writes down, in the change itself, what happened to one item. */
export async function noteItem(
  ground: Ground,
  change: Change,
  caller: Caller,
  act: Act,
  { uid, kind, id, position }: Pick<Kept, 'uid' | 'kind' | 'id' | 'position'>,
  values: { readonly before?: unknown; readonly after?: unknown } = {},
): Promise<void> {
  const subject = { kind: 'registry-item', id: uid }
  const detail = { kind, itemId: id, position, ...values } as Json
  await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
}

/** Writes down what happened to the registry as a whole, or to one kind of it. */
export async function noteRegistry(
  ground: Ground,
  change: Change,
  caller: Caller,
  act: Act,
  detail: Readonly<Record<string, Json>>,
  kind?: KeptKind,
): Promise<void> {
  const subject = kind ? { kind: 'registry-kind', id: kind } : { kind: 'facility', id: caller.facilityId }
  await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
}

export function scopeOf({ facilityId }: Caller): { readonly facilityId: string } {
  return { facilityId }
}

/** Who wrote a row: the account, or what kind of actor it was. */
export function writerOf({ actor }: Caller): string {
  return actor.id ?? actor.kind
}
