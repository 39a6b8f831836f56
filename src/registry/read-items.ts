import { type Caller, demand, may } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change, Reader } from '#storage'
import { referrersOf } from './check-references.ts'
import { nameOf } from './compare.ts'
import type { Facility, ItemKindName } from './facility/facility.ts'
import { type Ground, noteItem, noteRegistry, scopeOf } from './ground.ts'
import { facilityOf, itemOf, type Kept, kindOf, kinds } from './kept.ts'
import { findFacility, findKept, listKept } from './store.ts'
import type { ItemList, ItemName, ItemView, KeptItemView, May } from './wire.ts'

/** Kinds that hold facts of persons: whoever looks at them is written down. */
export const personal: ReadonlySet<ItemKindName> = new Set(['person', 'supplier'])

/** The whole facility, for judging and reporting; what is shown of it is the caller's to decide. */
export async function loadFacility(ground: Ground, scope: { readonly facilityId: string }): Promise<Facility> {
  return ground.storage.read(scope, readFacilityRows)
}

export async function readFacilityRows(db: Reader): Promise<Facility> {
  const facility = await findFacility(db)
  const { name, sample, created_at } = facility
  return facilityOf(await listKept(db), { name, sample: sample === 1, on: dayOf(created_at) })
}

export async function listItems(ground: Ground, caller: Caller, kind: ItemKindName): Promise<ItemList> {
  demand(caller, 'registry.read')
  const items = await ground.storage.read(scopeOf(caller), (db) => listKept(db, kind))
  if (personal.has(kind) && items.length > 0) {
    const detail = { kind, itemIds: items.map(({ id }) => id) }
    await noteView(ground, caller, (change) => noteRegistry(ground, change, caller, 'registry.viewed', detail, kind))
  }
  return { kind, items: items.map(viewOf), may: mayOf(caller) }
}

/** Everything there is, for the page that shows the whole registry: one look, one entry. */
export async function listAll(ground: Ground, caller: Caller): Promise<Omit<ItemList, 'kind'>> {
  demand(caller, 'registry.read')
  const all = await ground.storage.read(scopeOf(caller), (db) => listKept(db))
  const items = kinds.flatMap(({ kind }) => all.filter((each) => each.kind === kind))
  const seen = items.filter(({ kind }) => personal.has(kind as ItemKindName))
  if (seen.length > 0) {
    const itemIds = seen.map(({ id }) => id)
    await noteView(ground, caller, (change) => noteRegistry(ground, change, caller, 'registry.viewed', { itemIds }))
  }
  return { items: items.map(viewOf), may: mayOf(caller) }
}

/** One item with what refers to it. A kind of which there is one is there from the start, as version 0. */
export async function readItem(ground: Ground, caller: Caller, kind: ItemKindName, id: string): Promise<ItemView> {
  demand(caller, 'registry.read')
  const { item, all, name } = await ground.storage.read(scopeOf(caller), async (db) => ({
    item: await findKept(db, kind, id),
    all: await listKept(db),
    name: (await findFacility(db)).name,
  }))
  const extra = { referrers: [...referrersOf(all, kind, id)], may: mayOf(caller) }
  if (item && personal.has(kind)) {
    await noteView(ground, caller, (change) => noteItem(ground, change, caller, 'registry.viewed', item))
  }
  if (item) return { ...viewOf(item), ...extra }
  if (!kindOf(kind).single || id !== kind) throw new Refusal('not-found', { kind, id })
  return { kind, id, version: 0, item: kind === 'profile' ? { name } : {}, ...extra }
}

/** Ids and names, for choosing whom or what to refer to. Every page shows these names, so no view is noted. */
export async function listNames(ground: Ground, caller: Caller): Promise<readonly ItemName[]> {
  demand(caller, 'registry.read')
  const all = await ground.storage.read(scopeOf(caller), (db) => listKept(db))
  return all.flatMap((kept) => {
    if (kept.kind === 'practices' || kindOf(kept.kind).single) return []
    return [{ kind: kept.kind, id: kept.id, name: nameOf(kept) }]
  })
}

/** The facility as a file holds it, with an entry that it left. */
export async function exportFacility(ground: Ground, caller: Caller): Promise<Facility> {
  demand(caller, 'registry.export')
  return ground.storage.write(scopeOf(caller), async (change) => {
    const facility = await readFacilityRows(change.db)
    await noteRegistry(ground, change, caller, 'registry.exported', { asOf: facility.asOf })
    return facility
  })
}

export function viewOf(kept: Kept): KeptItemView {
  const { kind, id, version, confirmedOn, updatedAt, updatedBy } = kept
  return { kind: kind as ItemKindName, id, version, item: itemOf(kept), confirmedOn, updatedAt, updatedBy }
}

export function mayOf(caller: Caller): May {
  return {
    change: may(caller, 'registry.change'),
    import: may(caller, 'registry.import'),
    export: may(caller, 'registry.export'),
  }
}

/** Reading goes on where nothing can be written: then the view is not noted. */
export async function noteView(ground: Ground, caller: Caller, note: (change: Change) => Promise<void>): Promise<void> {
  try {
    await ground.storage.write(scopeOf(caller), note)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'read-only')) throw error
  }
}
