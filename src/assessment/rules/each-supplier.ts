import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import type { Truth } from '../truth.ts'
import type { Subject } from '../words/codes.ts'
import { demand, each, type Voice } from './rule.ts'

type Supplier = Item<'supplier'>

/** 仕事 — what a supplier does for the facility, as the registry tells it. */
interface Work {
  readonly field: string
  readonly subject: Subject
  readonly does: (supplier: Supplier) => Truth
}

export const works = {
  handling: {
    field: 'handlesPersonalInformation',
    subject: 'handling-supplier',
    does: ({ handlesPersonalInformation }) => handlesPersonalInformation,
  },
  contracting: {
    field: 'maintenance.accessesSystems',
    subject: 'contracting-supplier',
    does: ({ maintenance }) => maintenance?.accessesSystems,
  },
  maintaining: {
    field: 'maintenance.maintains',
    subject: 'maintaining-supplier',
    does: ({ maintenance }) => maintenance?.maintains,
  },
  storing: { field: 'storage.stores', subject: 'storing-supplier', does: ({ storage }) => storage?.stores },
  any: { field: '', subject: 'supplier', does: () => true },
} as const satisfies Readonly<Record<string, Work>>

/** Asks every supplier that does such work; one of which nobody said whether it does may be one. */
export function eachSupplier(
  facility: Facility,
  { field, subject, does }: Work,
  check: (supplier: Supplier, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('supplier', facility.suppliers, subject, (supplier, says) => {
    const concerned = does(supplier)
    if (concerned === undefined) return says.missing(field)
    return concerned ? check(supplier, says) : []
  })
}

/** Clauses of the contract that every one of these suppliers has to have signed. */
export function clauses(names: readonly (keyof NonNullable<Supplier['contract']>)[]) {
  return ({ contract }: Supplier, says: Voice): readonly Finding[] =>
    names.map((name) => demand(says, `contract.${name}`, contract?.[name], 'clause-held', 'clause-missing'))
}
