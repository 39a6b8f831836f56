import { canonicalJson, type Day, type Json, Refusal } from '#shared'
import type { RegistryItemRow } from '#storage'
import { itemsOf } from './check-references.ts'
import type { StoredValue } from './facility/facility.ts'
import { type AnyKind, FACILITY_FORMAT, type Facility, type ItemKindName, itemKinds } from './facility/facility.ts'

export type KeptKind = ItemKindName | 'practices'

/** What a file says of one item, before it has a row: the value without its day, and the day. */
export interface Value {
  readonly kind: KeptKind
  readonly id: string
  readonly position: number
  readonly body: StoredValue
  readonly confirmedOn: Day
}

/** 台帳の1件 — an item as it is kept: a value with its version and who wrote it last. */
export interface Kept extends Value {
  readonly uid: string
  readonly version: number
  readonly updatedAt: string
  readonly updatedBy: string
}

export const kinds: readonly AnyKind[] = Object.values(itemKinds)

export function kindOf(name: ItemKindName): AnyKind {
  return itemKinds[name] as AnyKind
}

export function keptOf(row: RegistryItemRow): Kept {
  return {
    kind: row.kind as KeptKind,
    id: row.item_id,
    position: row.position,
    body: bodyOf(row),
    confirmedOn: row.confirmed_on,
    uid: row.uid,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  }
}

function bodyOf(row: RegistryItemRow): StoredValue {
  try {
    return JSON.parse(row.body)
  } catch (error) {
    throw new Refusal('corrupt', { what: 'registry-item', uid: row.uid }, { cause: error })
  }
}

/** One text for one value, so that two can be compared. */
export function bodyText(body: StoredValue): string {
  return canonicalJson(body as Json)
}

/** The item with the day on which its facts were confirmed. */
export function itemOf({ body, confirmedOn }: Pick<Value, 'body' | 'confirmedOn'>): StoredValue {
  return { ...body, confirmedOn }
}

/** The value of an item as it goes into a row. A day of its own wins over the given one. */
export function itemValue(kind: ItemKindName, id: string, position: number, item: StoredValue, on: Day): Value {
  const { confirmedOn = on, ...body } = item
  return { kind, id, position, body, confirmedOn }
}

/** An answer to a question of applicability, and the day on which it was last confirmed. */
export interface Answer {
  readonly answer: boolean
  readonly confirmedOn: Day
}

export type Answers = Readonly<Record<string, Answer>>

export function practicesValue(answers: Answers, on: Day): Value {
  return { kind: 'practices', id: 'practices', position: 0, body: answers, confirmedOn: on }
}

/** Everything a facility file says, one value for one row. A kind of which there is one has its own name for its id. */
export function valuesOf(facility: Facility): readonly Value[] {
  const items = kinds.flatMap((kind) =>
    itemsOf(facility, kind).map((item, position) =>
      itemValue(kind.kind as ItemKindName, item.id ?? kind.kind, position, item, facility.asOf),
    ),
  )
  if (!facility.practices) return items
  const days = facility.practicesConfirmedOn ?? {}
  const answers = Object.entries(facility.practices).map(([fact, answer]) => [
    fact,
    { answer, confirmedOn: days[fact] ?? facility.asOf },
  ])
  return [...items, practicesValue(Object.fromEntries(answers), facility.asOf)]
}

/**
 * The facility as a file would say it. Its `asOf` is the day of the profile; whatever was confirmed on another day
 * says so itself. Nothing is known yet but the name: `unnamed`.
 */
export function facilityOf(kept: readonly Value[], unnamed: { name: string; on: Day; sample: boolean }): Facility {
  const asOf = kept.find(({ kind }) => kind === 'profile')?.confirmedOn ?? unnamed.on
  const members = kinds.map((kind): [string, unknown] => {
    const items = kept.filter((each) => each.kind === kind.kind).map((each) => withDay(each, asOf))
    return [kind.member, kind.single ? items[0] : items.length > 0 ? items : undefined]
  })
  const known = Object.fromEntries(members.filter(([, member]) => member !== undefined))
  const sample = unnamed.sample ? { sample: true } : {}
  const profile = { name: unnamed.name }
  return { format: FACILITY_FORMAT, asOf, ...sample, profile, ...known, ...practicesOf(kept, asOf) } as Facility
}

function withDay({ body, confirmedOn }: Value, asOf: Day): StoredValue {
  return confirmedOn === asOf ? body : { ...body, confirmedOn }
}

function practicesOf(kept: readonly Value[], asOf: Day): Partial<Facility> {
  const answers = kept.find(({ kind }) => kind === 'practices')?.body as Answers | undefined
  if (!answers) return {}
  const entries = Object.entries(answers)
  const days = entries.filter(([, { confirmedOn }]) => confirmedOn !== asOf)
  return {
    practices: Object.fromEntries(entries.map(([fact, { answer }]) => [fact, answer])),
    ...(days.length > 0 && {
      practicesConfirmedOn: Object.fromEntries(days.map(([fact, { confirmedOn }]) => [fact, confirmedOn])),
    }),
  }
}
