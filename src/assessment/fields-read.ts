import { type Facility, type ItemKindName, itemKinds } from '#registry/contract'
import type { Day } from '#shared'
import type { Rule } from './rules/rule.ts'

type Fields = ReadonlySet<string>

/** 読んだ項目 — the fields that a rule looked at, by the thing they belong to (`system emr`). */
export type FieldsRead = (thing: string) => Fields

const nothing: Fields = new Set()
// What a thing is called is no fact that grows old, nor is the day on which its facts were confirmed.
const noFacts: readonly string[] = ['id', 'name', 'confirmedOn', 'source']

/**
 * Watches a rule at work: no rule has to declare what it reads, so no declaration can be wrong. What is absent is no
 * fact. A group whose fields were counted or taken as a whole is named itself: nobody can answer for that, and what
 * rests on it grows old with its thing.
 */
export function fieldsRead(rule: Rule | undefined, facility: Facility, on: Day): FieldsRead {
  const read = new Map<string, Set<string>>()
  // A copy: what is frozen cannot be watched.
  rule?.(watchFacility(structuredClone(facility), read), on)
  return (thing) => withoutGroups(read.get(thing) ?? nothing)
}

/** Where a field of a group was read, that the group was there says nothing more. */
function withoutGroups(fields: Fields): Fields {
  const isGroup = (field: string) => [...fields].some((other) => other.startsWith(`${field}.`))
  return new Set([...fields].filter((field) => !isGroup(field)).map((field) => field.replace(/\.\*$/, '')))
}

function watchFacility(facility: Facility, read: Map<string, Set<string>>): Facility {
  const kinds = Object.keys(itemKinds) as ItemKindName[]
  const members = kinds.map((kind): [string, unknown] => {
    const { member, single } = itemKinds[kind]
    const value = facility[member as keyof Facility] as unknown
    const watched = (item: unknown) => watchItem(item, noteOf(kind, item, read))
    return [member, !single && Array.isArray(value) ? value.map(watched) : watched(value)]
  })
  return { ...facility, ...Object.fromEntries(members.filter(([, value]) => value !== undefined)) }
}

type Note = (field: string) => void

function noteOf(kind: ItemKindName, item: unknown, read: Map<string, Set<string>>): Note {
  const thing = `${kind} ${(item as { readonly id?: string } | undefined)?.id ?? kind}`
  return (field) => read.set(thing, (read.get(thing) ?? new Set()).add(field))
}

function watchItem(item: unknown, note: Note, at = ''): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  const children = new Map<string, unknown>()
  return new Proxy(item, {
    get(target, key, receiver) {
      const child: unknown = Reflect.get(target, key, receiver)
      if (typeof key !== 'string' || child === undefined || !Object.hasOwn(target, key)) return child
      if (at === '' && noFacts.includes(key)) return child
      const field = `${at}${key}`
      note(field)
      if (!children.has(key)) children.set(key, watchItem(child, note, `${field}.`))
      return children.get(key)
    },
    has(target, key) {
      note(`${at}*`)
      return Reflect.has(target, key)
    },
    ownKeys(target) {
      note(`${at}*`)
      return Reflect.ownKeys(target)
    },
  })
}
