import { checkShape, unlocated } from './check-shape.ts'
import { expectedInItem } from './expected-at.ts'
import {
  type AnyItem,
  type AnyKind,
  type ItemKindName,
  itemKinds,
  type StoredValue,
  schemaOfItem,
} from './facility/facility.ts'
import { NAME_LENGTH } from './facility/field.ts'
import type { Issue } from './issue.ts'

/** The first letters of the ids that we give: an id names nobody and nothing, it only stays. */
const prefixes: Partial<Readonly<Record<ItemKindName, string>>> = { person: 'p', information: 'info', wireless: 'ssid' }

/** The next free id of a kind: `p-09` after `p-08`. Numbers of removed items are not used again while others exist. */
export function nextId(kind: ItemKindName, taken: readonly string[]): string {
  const prefix = prefixes[kind] ?? kind
  const numbers = taken.map((id) => new RegExp(`^${prefix}-(\\d{1,6})$`).exec(id)?.[1] ?? '0').map(Number)
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** A new item of which nothing is known but its name. */
export function emptyItem(kind: ItemKindName, name: string, taken: readonly string[]): Pick<AnyItem, 'id' | 'name'> {
  return { id: nextId(kind, taken), name: name.slice(0, NAME_LENGTH) }
}

/** Everything wrong with one item by itself; what it refers to is checked when it is kept. */
export function checkItem(kind: ItemKindName, value: unknown): readonly Issue[] {
  const any = itemKinds[kind] as AnyKind
  return checkShape(schemaOfItem(any), value, (path) => expectedInItem(any, path)).map(unlocated)
}

/** An item without the members that say nothing: empty groups, empty lists, empty texts left over from a form. */
export function withoutEmpty(value: StoredValue): StoredValue {
  const kept = Object.entries(value).map(([key, member]): [string, unknown] => {
    const inner = typeof member === 'object' && member !== null && !Array.isArray(member)
    return [key, inner ? withoutEmpty(member as StoredValue) : member]
  })
  return Object.fromEntries(kept.filter(([, member]) => !isEmpty(member)))
}

function isEmpty(member: unknown): boolean {
  if (member === undefined || member === null || member === '') return true
  return typeof member === 'object' && Object.keys(member).length === 0
}
