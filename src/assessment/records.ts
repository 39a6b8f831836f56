import { type AnyItem, type Facility, type ItemKindName, itemKinds } from '#registry/contract'
import { addDays, type Day } from '#shared'
import type { Evidence, FactReference } from './contract.ts'

/**
 * How long a fact of the registry holds when the facility has not said. A year: nobody looks at a clinic's systems
 * less often than that and still knows them, and the ministry's own surveys come yearly.
 */
const FACT_VALID_DAYS = 365

/** 記録 — when and how the facts of one thing were learned. */
export interface Provenance {
  readonly takenOn: Day
  readonly source: Evidence['source']
  /** The last day on which they count. */
  readonly validUntil: Day
}

/** The facts of a facility by the thing they belong to, so that each finding can be told its age. */
export interface Records {
  readonly validDays: number
  readonly of: (reference: FactReference) => Provenance | undefined
}

type Stored = Partial<Pick<AnyItem, 'id' | 'confirmedOn' | 'source'>>

export function recordsOf(facility: Facility): Records {
  const validDays = facility.limits?.factValidDays ?? FACT_VALID_DAYS
  const kinds = Object.keys(itemKinds) as ItemKindName[]
  const entries = kinds.flatMap((kind) =>
    storedOf(facility, kind).map((item): [string, Provenance] => [
      `${kind} ${item.id ?? kind}`,
      provenanceOf(item.confirmedOn ?? facility.asOf, item.source ?? 'person', validDays),
    ]),
  )
  const byThing = new Map(entries)
  return {
    validDays,
    of: ({ kind, id }) => byThing.get(`${kind} ${id}`),
  }
}

function provenanceOf(takenOn: Day, source: Provenance['source'], validDays: number): Provenance {
  return { takenOn, source, validUntil: addDays(takenOn, validDays) }
}

function storedOf(facility: Facility, kind: ItemKindName): readonly Stored[] {
  const value = facility[itemKinds[kind].member as keyof Facility] as Stored | readonly Stored[] | undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value as Stored]
}
