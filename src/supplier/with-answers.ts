import { type AnyItem, type Facility, factValidDays, type ItemKindName, itemKinds } from '#registry/contract'
import { addDays, canonicalJson, type Day, type Json } from '#shared'
import { type FactPlace, itemAt, placeText, supplierIdOf } from './question.ts'

/** 事業者の回答 — a fact that a supplier told, by whom and on which day. */
export interface SupplierAnswer extends FactPlace {
  /** What the item was called when it was asked. */
  readonly name: string
  readonly value: unknown
  readonly supplierId: string
  readonly supplierName: string
  /** The person of the supplier; absent when it was said for all customers. */
  readonly by?: string
  readonly answeredOn: Day
}

/** 回答の食い違い — an answer that the registry contradicts. A fresh registry counts; a stale one counts no more than the answer. */
export interface Dispute {
  readonly answer: SupplierAnswer
  readonly registered: unknown
  /** The day of the registry's fact where it is too old to count: then neither does, until a person has settled it. */
  readonly staleSince?: Day
}

/** The facility as its registry and its suppliers tell it. */
export interface Overlaid {
  readonly facility: Facility
  /** The answers that fill what the registry does not know. */
  readonly filled: readonly SupplierAnswer[]
  /** The answers that say the same as the registry, which knows it only from too long ago: fresh by the supplier's word. */
  readonly confirmed: readonly SupplierAnswer[]
  readonly disputes: readonly Dispute[]
}

/**
 * Lays answers over the registry. An answer fills only what the registry does not know or knows only from too long ago,
 * only of things that are still that supplier's, and only as long as the facility lets a fact hold. Where it
 * contradicts a stale fact neither of the two counts. What the registry says is never touched.
 */
export function withAnswers(facility: Facility, answers: readonly SupplierAnswer[], on: Day): Overlaid {
  const held = answers
    .filter((answer) => holds(answer, facility, on) && isStillAsked(answer, facility))
    .map((answer) => ({ answer, ...registeredAt(facility, answer, on) }))
  const filled = held.filter(({ registered }) => registered === undefined).map(({ answer }) => answer)
  const known = held.filter(({ registered }) => registered !== undefined)
  return {
    facility: filled.length === 0 ? facility : fill(facility, filled),
    filled,
    confirmed: known
      .filter(({ answer, registered, staleSince }) => staleSince !== undefined && isSame(answer.value, registered))
      .map(({ answer }) => answer),
    disputes: known.filter(({ answer, registered }) => !isSame(answer.value, registered)),
  }
}

/** What the registry holds of a fact, and since when, if that is too long ago to be known still. */
export function registeredAt(
  facility: Facility,
  place: FactPlace,
  on: Day,
): { readonly registered: unknown; readonly staleSince?: Day } {
  const item = itemAt(facility, place)
  const registered = valueAt(item, place.field)
  const since = item?.confirmedOn ?? facility.asOf
  const isStale = registered !== undefined && addDays(since, factValidDays(facility)) < on
  return { registered, ...(isStale && { staleSince: since }) }
}

function holds({ answeredOn }: SupplierAnswer, facility: Facility, on: Day): boolean {
  return answeredOn <= on && addDays(answeredOn, factValidDays(facility)) >= on
}

const isStillAsked = (answer: SupplierAnswer, facility: Facility) =>
  supplierIdOf(facility, answer) === answer.supplierId

/** Whether two values say the same; the order of a list is no fact. */
function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (Array.isArray(value) ? value.map(String).toSorted() : value) as Json
  return canonicalJson(plain(a)) === canonicalJson(plain(b))
}

/** What the registry knows at a field; an empty list says no more than an absent one. */
function valueAt(item: AnyItem | undefined, field: string): unknown {
  const found = field
    .split('.')
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], item)
  return Array.isArray(found) && found.length === 0 ? undefined : found
}

function fill(facility: Facility, filled: readonly SupplierAnswer[]): Facility {
  const ofItem = Map.groupBy(filled, ({ kind, id }) => `${kind} ${id}`)
  const kinds = new Set(filled.map(({ kind }) => kind as ItemKindName))
  const members = [...kinds].map((kind): [string, unknown] => {
    const { member } = itemKinds[kind]
    const items = facility[member as keyof Facility] as readonly AnyItem[]
    return [member, items.map((item) => (ofItem.get(`${kind} ${item.id}`) ?? []).reduce<object>(put, item))]
  })
  return { ...facility, ...Object.fromEntries(members) }
}

function put(item: object, { field, value }: SupplierAnswer): object {
  const [first = '', ...rest] = field.split('.')
  if (rest.length === 0) return { ...item, [first]: value }
  const inner = ((item as Readonly<Record<string, unknown>>)[first] ?? {}) as object
  return { ...item, [first]: put(inner, { field: rest.join('.'), value } as SupplierAnswer) }
}

/** The last answer to each fact: the later day counts, and of one day the one that was kept last. */
export function lastAnswers<A extends FactPlace & { readonly answeredOn: Day; readonly keptAt: string }>(
  answers: readonly A[],
): readonly A[] {
  const inOrder = answers.toSorted((a, b) =>
    a.answeredOn === b.answeredOn ? compare(a.keptAt, b.keptAt) : compare(a.answeredOn, b.answeredOn),
  )
  return [...new Map(inOrder.map((answer) => [placeText(answer), answer])).values()]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
