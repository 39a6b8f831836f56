import type { SaidReview } from '#log-review'
import { type AnyItem, type Facility, factValidDays, type ItemKindName, itemKinds } from '#registry/contract'
import { addDays, type Day } from '#shared'
import { type FactPlace, placeText, type SupplierAnswer } from '#supplier/contract'
import type { Evidence, FactReference } from './contract.ts'

/** 記録 — when and how the facts of one thing were learned. */
export interface Provenance {
  readonly takenOn: Day
  readonly source: Evidence['source']
  /** The last day on which they count. */
  readonly validUntil: Day
  /** Of an answer: the supplier that gave it, and its person. */
  readonly supplier?: string
  readonly by?: string
}

/** The facts of a facility by the thing they belong to, so that each finding can be told its age. */
export interface Records {
  readonly validDays: number
  readonly of: (reference: FactReference) => Provenance | undefined
  /** Whether a supplier's answer stands for the fact, be it in the registry or not. */
  readonly isTold: (place: FactPlace) => boolean
  readonly nameOf: (thing: Pick<FactReference, 'kind' | 'id'>) => string
}

type Stored = Partial<Pick<AnyItem, 'id' | 'name' | 'confirmedOn' | 'source'>>

/**
 * A field that a supplier told, and the day of a review of a log that is kept, have a day and a source of their own; every
 * other one has those of its item.
 */
export function recordsOf(
  facility: Facility,
  answers: readonly SupplierAnswer[] = [],
  reviews: readonly SaidReview[] = [],
): Records {
  const validDays = factValidDays(facility)
  const kinds = Object.keys(itemKinds) as ItemKindName[]
  const entries = kinds.flatMap((kind) =>
    storedOf(facility, kind).map((item): [string, Provenance] => [
      `${kind} ${item.id ?? kind}`,
      provenanceOf(item.confirmedOn ?? facility.asOf, item.source ?? 'person', validDays),
    ]),
  )
  const byThing = new Map(entries)
  const told = new Map(
    answers.map((answer): [string, Provenance] => {
      const { supplierName: supplier, by, answeredOn: takenOn } = answer
      return [placeText(answer), { ...provenanceOf(takenOn, 'vendor', validDays), supplier, ...(by && { by }) }]
    }),
  )
  const reviewed = new Map(
    reviews
      .filter(({ systemId, reviewedOn }) => reviewedOn === reviewedOnOf(facility, systemId))
      .map(({ systemId: id, reviewedOn, by }): [string, Provenance] => [
        placeText({ kind: 'system', id, field: 'log.reviewedOn' }),
        { ...provenanceOf(reviewedOn, 'person', validDays), by },
      ]),
  )
  const names = new Map(
    kinds.flatMap((kind) => storedOf(facility, kind).map(({ id, name = '' }) => [`${kind} ${id ?? kind}`, name])),
  )
  return {
    validDays,
    isTold: (place) => told.has(placeText(place)),
    of: ({ kind, id, field = '' }) => {
      const place = placeText({ kind, id, field })
      return told.get(place) ?? reviewed.get(place) ?? byThing.get(`${kind} ${id}`)
    },
    nameOf: ({ kind, id }) => names.get(`${kind} ${id}`) ?? '',
  }
}

/** Whose word it is counts only while the registry has the very day of the review. */
function reviewedOnOf({ systems }: Facility, systemId: string): Day | undefined {
  return systems?.find(({ id }) => id === systemId)?.log?.reviewedOn
}

function provenanceOf(takenOn: Day, source: Provenance['source'], validDays: number): Provenance {
  return { takenOn, source, validUntil: addDays(takenOn, validDays) }
}

function storedOf(facility: Facility, kind: ItemKindName): readonly Stored[] {
  const value = facility[itemKinds[kind].member as keyof Facility] as Stored | readonly Stored[] | undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value as Stored]
}
