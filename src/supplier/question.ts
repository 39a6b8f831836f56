import {
  type AnyItem,
  askedOfSuppliers,
  type Facility,
  type ItemKindName,
  itemKinds,
  suppliersKnow,
} from '#registry/contract'

/** A fact of the registry by its place: `system emr passwordPolicy.storage`. */
export interface FactPlace {
  readonly kind: string
  readonly id: string
  readonly field: string
}

/** What an assessment does not know, and which requirement waits for it. */
export interface UnknownFact extends FactPlace {
  readonly requirementId: string
}

/** 質問 — one fact of one item that only its supplier can tell. */
export interface Question extends FactPlace {
  /** What the item is called. */
  readonly name: string
  readonly requirements: readonly string[]
}

export const placeText = ({ kind, id, field }: FactPlace) => `${kind} ${id} ${field}`

/** The item a fact belongs to; the single kinds (profile, limits …) are nobody's to ask. */
export function itemAt(facility: Facility, { kind, id }: Pick<FactPlace, 'kind' | 'id'>): AnyItem | undefined {
  if (!Object.hasOwn(itemKinds, kind)) return undefined
  const { member, single } = itemKinds[kind as ItemKindName]
  if (single) return undefined
  return (facility[member as keyof Facility] as readonly AnyItem[] | undefined)?.find((item) => item.id === id)
}

/** 事業者 — the one that delivers or maintains the thing; of a supplier itself, that supplier. */
export function supplierIdOf(facility: Facility, place: Pick<FactPlace, 'kind' | 'id'>): string | undefined {
  const item = itemAt(facility, place)
  const supplierId =
    place.kind === 'supplier'
      ? item?.id
      : item && 'supplierId' in item && place.kind !== 'person'
        ? item.supplierId
        : undefined
  return facility.suppliers?.some(({ id }) => id === supplierId) ? supplierId : undefined
}

/** What each supplier is to be asked: every unknown fact that it can tell, once, in the order of the registry. */
export function questionsOf(
  facility: Facility,
  unknowns: readonly UnknownFact[],
): ReadonlyMap<string, readonly Question[]> {
  const facts = Map.groupBy(unknowns, placeText)
  const asked = [...facts.values()].flatMap((same): readonly Asked[] => {
    const [place] = same
    if (!place || suppliersKnow(place.kind, place.field) === undefined) return []
    const supplierId = supplierIdOf(facility, place)
    const item = itemAt(facility, place)
    if (supplierId === undefined || !item) return []
    const { kind, id, field } = place
    const requirements = [...new Set(same.map(({ requirementId }) => requirementId))]
    return [{ supplierId, question: { kind, id, field, name: item.name, requirements } }]
  })
  const ordered = asked.toSorted((a, b) => orderOf(facility, a.question) - orderOf(facility, b.question))
  const bySupplier = Map.groupBy(ordered, ({ supplierId }) => supplierId)
  return new Map([...bySupplier].map(([id, some]) => [id, some.map(({ question }) => question)]))
}

interface Asked {
  readonly supplierId: string
  readonly question: Question
}

const kindsInOrder = Object.keys(askedOfSuppliers)

// Kind, then the item's place in its list, then the field's: no list is longer than 5,000, no kind has 1,000 fields.
function orderOf(facility: Facility, place: FactPlace): number {
  const { member } = itemKinds[place.kind as ItemKindName]
  const items = facility[member as keyof Facility] as readonly AnyItem[]
  const fields = Object.keys(askedOfSuppliers[place.kind as ItemKindName] ?? {})
  const item = items.findIndex(({ id }) => id === place.id)
  return (kindsInOrder.indexOf(place.kind) * 10_000 + item) * 1000 + fields.indexOf(place.field)
}
