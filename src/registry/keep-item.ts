import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change } from '#storage'
import { unresolved } from './check-references.ts'
import { unlocated } from './check-shape.ts'
import { checkItem, nextId } from './empty-item.ts'
import type { ItemKindName, StoredValue } from './facility/facility.ts'
import { ITEMS_PER_KIND } from './facility/field.ts'
import { type Ground, noteItem, scopeOf, writerOf } from './ground.ts'
import { itemOf, itemValue, type Kept, kindOf } from './kept.ts'
import { viewOf } from './read-items.ts'
import { findKept, holdRegistry, insertValue, listKept, type Stamp, updateValue } from './store.ts'
import type { ChangeItemRequest, CreateItemRequest, KeptItemView } from './wire.ts'

/** Adds an item at the end of its list. Without an id it gets the next free one of its kind. */
export async function createItem(ground: Ground, caller: Caller, request: CreateItemRequest): Promise<KeptItemView> {
  demand(caller, 'registry.change')
  const { kind } = request
  if (kindOf(kind).single) throw new Refusal('already-exists', { kind, id: kind })
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const all = await listKept(change.db)
    const list = all.filter((each) => each.kind === kind)
    if (list.length >= ITEMS_PER_KIND) throw new Refusal('too-large', { limit: ITEMS_PER_KIND, kind })
    const id = nextId(
      kind,
      list.map((each) => each.id),
    )
    const item = checked(kind, { id, ...(request.item as StoredValue) }, all)
    const taken = list.find((each) => each.id === item.id)
    if (taken) throw new Refusal('already-exists', { kind, id: item.id })
    const position = 1 + Math.max(-1, ...list.map((each) => each.position))
    return insertItem(ground, change, caller, kind, item, position)
  })
}

/** Puts an item in the place of the version that was seen. Somebody else's version is a conflict, never overwritten. */
export async function changeItem(ground: Ground, caller: Caller, request: ChangeItemRequest): Promise<KeptItemView> {
  demand(caller, 'registry.change')
  const { kind, id, version } = request
  const { single } = kindOf(kind)
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const before = await findKept(change.db, kind, id)
    const all = await listKept(change.db)
    const { id: _, ...rest } = request.item as StoredValue
    const item = checked(kind, single ? rest : { ...rest, id }, all)
    if (!before && single && id === kind && version === 0) return insertItem(ground, change, caller, kind, item, 0)
    if (!before) throw new Refusal('not-found', { kind, id })
    if (before.version !== version) throw conflict(before)
    return replaceItem(ground, change, caller, before, item)
  })
}

/** Puts an item that is right in the place of the one that was seen, with its entry. */
export async function replaceItem(
  ground: Ground,
  change: Change,
  caller: Caller,
  before: Kept,
  item: StoredValue,
): Promise<KeptItemView> {
  const { kind, id, position } = before
  const stamp = stampOf(ground, caller)
  const value = itemValue(kind as ItemKindName, id, position, item, dayOf(stamp.at))
  const after = await updateValue(change, before, value, stamp)
  if (!after) throw conflict(before)
  await noteItem(ground, change, caller, 'registry.changed', after, { before: itemOf(before), after: itemOf(after) })
  return viewOf(after)
}

/** Somebody else wrote it meanwhile: what is there now, by whom, since when. */
export function conflict(current: Kept): Refusal {
  const { updatedAt, updatedBy } = current
  return new Refusal('conflict', { reason: 'changed', current: viewOf(current), by: updatedBy, at: updatedAt })
}

export function stampOf(ground: Ground, caller: Caller): Stamp {
  return { facilityId: caller.facilityId, at: ground.clock.now(), by: writerOf(caller) }
}

/** Adds an item that is right, with its entry. */
export async function insertItem(
  ground: Ground,
  change: Change,
  caller: Caller,
  kind: ItemKindName,
  item: StoredValue,
  position: number,
): Promise<KeptItemView> {
  const stamp = stampOf(ground, caller)
  const value = itemValue(kind, item.id ?? kind, position, item, dayOf(stamp.at))
  const kept = await insertValue(change, value, ground.newId(), stamp)
  await noteItem(ground, change, caller, 'registry.created', kept, { after: itemOf(kept) })
  return viewOf(kept)
}

/** The item when it is right in itself and everything it refers to is there; otherwise a refusal with all issues. */
export function checked(kind: ItemKindName, item: StoredValue, all: readonly Kept[]): StoredValue {
  const wrong = checkItem(kind, item)
  if (wrong.length > 0) throw new Refusal('malformed', { issues: wrong })
  const ids = new Map<string, Set<string | undefined>>()
  for (const each of all) ids.set(each.kind, (ids.get(each.kind) ?? new Set()).add(each.id))
  const missing = unresolved(kindOf(kind), item, [], ids)
  if (missing.length > 0) throw new Refusal('malformed', { issues: missing.map(unlocated) })
  return item
}
