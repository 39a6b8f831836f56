import { itemKinds } from '#registry/contract'
import { differingPaths, isMap, valueAt } from '../parts/differing.ts'
import type { Entry } from './queries.ts'

/** The item of the registry an entry is about, as the entry's own detail tells it. */
export interface ItemInEntry {
  readonly kind: string
  readonly id: string
  readonly name: string | undefined
  /** Whether it is still there to be opened. */
  readonly gone: boolean
}

/** Something that was one thing before and is another after, or was added, or taken away. */
export interface ChangedFact {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const textIn = (detail: Readonly<Record<string, unknown>>, path: string): string | undefined => {
  const value = valueAt(detail, path)
  return typeof value === 'string' ? value : undefined
}

export function itemIn({ act, subject, detail }: Entry): ItemInEntry | undefined {
  if (subject.kind !== 'registry-item' || !isMap(detail)) return undefined
  const [kind, id] = [textIn(detail, 'kind'), textIn(detail, 'itemId')]
  if (!kind || !id) return undefined
  const name = textIn(detail, 'after.name') ?? textIn(detail, 'before.name')
  return { kind, id, name, gone: act === 'registry.removed' }
}

/** What an entry says was changed, fact by fact; nothing where it tells of no change. */
export function changesIn({ detail }: Entry): readonly ChangedFact[] {
  if (!isMap(detail) || (!isMap(detail.before) && !isMap(detail.after))) return []
  const { before, after } = detail
  return differingPaths(before, after)
    .filter((path) => path !== 'id')
    .map((path) => ({ path, before: at(before, path), after: at(after, path) }))
}

const at = (values: unknown, path: string) => (isMap(values) ? valueAt(values, path) : undefined)

/** The remaining particulars of an entry, that are no item and no change. */
export function othersIn(entry: Entry): readonly (readonly [name: string, value: unknown])[] {
  const { detail } = entry
  if (!isMap(detail)) return []
  const told: readonly string[] = itemIn(entry)
    ? ['before', 'after', 'kind', 'itemId', 'position']
    : ['before', 'after']
  // A list of nothing tells nothing.
  const isTold = (value: unknown) => !(Array.isArray(value) && value.length === 0)
  return Object.entries(detail).filter(([name, value]) => !told.includes(name) && isTold(value))
}

export const isItemKind = (kind: string): kind is keyof typeof itemKinds => Object.hasOwn(itemKinds, kind)
