import type { Located } from './check-shape.ts'
import { type AnyKind, type Facility, type ItemKindName, itemKinds, type StoredValue } from './facility/facility.ts'
import { type Fields, NOBODY } from './facility/field.ts'
import { type Path, shown } from './issue.ts'
import type { Value } from './kept.ts'
import type { Referrer } from './wire.ts'

/** One place where an item names another. */
export interface Reference {
  readonly path: Path
  readonly to: readonly string[]
  readonly id: string
}

/** Every reference an item makes, with the path inside the item. */
export function referencesOf(kind: AnyKind, item: StoredValue): readonly Reference[] {
  return inFields(kind.fields, item as Readonly<Record<string, unknown>>, [])
}

function inFields(fields: Fields, values: Readonly<Record<string, unknown>>, at: Path): readonly Reference[] {
  return Object.entries(fields).flatMap(([name, { shape }]): readonly Reference[] => {
    const value = values[name]
    const path = [...at, name]
    if (value === undefined) return []
    if (shape.type === 'group') return inFields(shape.fields, value as Record<string, unknown>, path)
    if (shape.type === 'reference' && shape.orNobody && value === NOBODY) return []
    if (shape.type === 'reference') return [{ path, to: shape.to, id: String(value) }]
    if (shape.type !== 'references') return []
    return (value as readonly string[]).map((id, index) => ({ path: [...path, index], to: shape.to, id }))
  })
}

/** What the schema of one item cannot see: ids used twice, and references to items that are not there. */
export function checkReferences(facility: Facility): readonly Located[] {
  const lists = Object.values<AnyKind>(itemKinds).map((kind) => ({ kind, items: itemsOf(facility, kind) }))
  const ids = new Map(lists.map(({ kind, items }) => [kind.kind, new Set(items.map((item) => item.id))]))
  return lists.flatMap(({ kind, items }) =>
    items.flatMap((item, index) => {
      const at: Path = kind.single ? [kind.member] : [kind.member, index]
      const twice = !kind.single && items.findIndex((other) => other.id === item.id) < index
      return [...(twice ? [duplicate([...at, 'id'], item.id)] : []), ...unresolved(kind, item, at, ids)]
    }),
  )
}

/** References of one item that name nothing. `ids` holds the ids there are, by kind. */
export function unresolved(
  kind: AnyKind,
  item: StoredValue,
  at: Path,
  ids: ReadonlyMap<string, ReadonlySet<string | undefined>>,
): readonly Located[] {
  return referencesOf(kind, item)
    .filter(({ to, id }) => !to.some((target) => ids.get(target)?.has(id)))
    .map(({ path, to, id }) => ({
      path: [...at, ...path],
      code: 'no-such-item',
      expected: { type: 'reference', to },
      actual: shown(id),
    }))
}

/** Every place where another item names this one. */
export function referrersOf(all: readonly Value[], kind: ItemKindName, id: string): readonly Referrer[] {
  return all.flatMap((each) => {
    if (each.kind === 'practices') return []
    const own = itemKinds[each.kind] as AnyKind
    return referencesOf(own, each.body)
      .filter((reference) => reference.id === id && reference.to.includes(kind))
      .map(({ path }) => ({
        kind: each.kind as ItemKindName,
        id: each.id,
        name: String(each.body.name ?? own.words.ja),
        field: path.filter((step) => typeof step === 'string').join('.'),
      }))
  })
}

/** The items of one kind in a facility; a kind of which there is one counts as a list of one. */
export function itemsOf(facility: Facility, kind: AnyKind): readonly StoredValue[] {
  const value = facility[kind.member as keyof Facility]
  if (value === undefined) return []
  return (kind.single ? [value] : value) as readonly StoredValue[]
}

function duplicate(path: Path, id: string | undefined): Located {
  return { path, code: 'duplicate-id', actual: shown(id) }
}
