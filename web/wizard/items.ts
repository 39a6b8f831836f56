import type { AnyItem, Item, ItemKindName } from '#registry/contract'
import type { Answer } from './answers.ts'
import type { Entry, Registry } from './queries.ts'

/** An item to be made; without an id the server gives it the next free one of its kind. */
export type NewItem = { readonly [K in ItemKindName]: Omit<Item<K>, 'id'> & { readonly id?: string } }[ItemKindName]

/** What an answer does to the registry: an item made or rewritten, or one of ours taken back. */
export type Change =
  | { readonly act: 'create'; readonly kind: ItemKindName; readonly item: NewItem }
  | { readonly act: 'replace'; readonly entry: Entry; readonly item: AnyItem }
  | { readonly act: 'remove'; readonly entry: Entry }

export const ofKind = (registry: Registry, kind: ItemKindName): readonly Entry[] =>
  registry.items.filter((entry) => entry.kind === kind)

// What the questions themselves write. An item that holds more was worked on, and is never taken back.
const OWN_FIELDS = ['id', 'name', 'kind', 'confirmedOn', 'source']

/**
 * Items that stand for taken choices, one each: made when it is missing, taken back when the choice was taken back and
 * nothing but our own words stands in it.
 */
export function changesFor(
  registry: Registry,
  kind: ItemKindName,
  answer: Answer,
  items: Readonly<Record<string, AnyItem>>,
): readonly Change[] {
  const there = ofKind(registry, kind)
  return Object.entries(items).flatMap(([key, item]): readonly Change[] => {
    const entry = there.find(({ id, item: own }) => id === item.id || (hasKind(item) && kindOf(own) === kindOf(item)))
    if (answer[key] === 'yes') return entry ? [] : [{ act: 'create', kind, item }]
    return entry && isUntouched(entry) && entry.id === item.id ? [{ act: 'remove', entry }] : []
  })
}

const kindOf = (item: AnyItem): unknown => ('kind' in item ? item.kind : undefined)
const hasKind = (item: AnyItem) => kindOf(item) !== undefined
const isUntouched = ({ item }: Entry) => Object.keys(item).every((key) => OWN_FIELDS.includes(key))

/** The facility's own sheet with the two facts the first question asks for. */
export function profileChange(registry: Registry, facilityName: string, facts: ProfileFacts): Change {
  const [entry = unwritten(facilityName)] = ofKind(registry, 'profile')
  return { act: 'replace', entry, item: { ...(entry.item as Item<'profile'>), ...facts } }
}

/** A kind of which there is one is there from the beginning: version 0 until it is first written. */
const unwritten = (name: string): Entry => ({
  kind: 'profile',
  id: 'profile',
  version: 0,
  item: { id: 'profile', name },
})

export type ProfileFacts = Pick<Item<'profile'>, 'kind' | 'beds'>

type Post = NonNullable<Item<'person'>['posts']>[number]

export function holderOf(registry: Registry, post: Post): Entry | undefined {
  return ofKind(registry, 'person').find(({ item }) => (item as Item<'person'>).posts?.includes(post))
}

/** Whoever holds the posts named; one person may hold both. */
export function peopleChanges(registry: Registry, names: Readonly<Partial<Record<Post, string>>>): readonly Change[] {
  const named = Object.entries(names).flatMap(([post, name]) => (name?.trim() ? [[post as Post, name.trim()]] : []))
  const holders = [...new Set(named.map(([, name]) => name))]
  return holders.flatMap((name): readonly Change[] => {
    if (name === undefined) return []
    const posts = named.filter(([, other]) => other === name).map(([post]) => post as Post)
    const entry = ofKind(registry, 'person').find(({ item }) => item.name === name)
    if (!entry) return [{ act: 'create', kind: 'person', item: { name, posts } }]
    const item = entry.item as Item<'person'>
    const all = [...new Set([...(item.posts ?? []), ...posts])]
    return all.length === item.posts?.length ? [] : [{ act: 'replace', entry, item: { ...item, posts: all } }]
  })
}

export function supplierChanges(registry: Registry, names: readonly string[]): readonly Change[] {
  const there = new Set(ofKind(registry, 'supplier').map(({ item }) => item.name))
  const missing = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && !there.has(name))
  return missing.map((name) => ({ act: 'create', kind: 'supplier', item: { name } }))
}
