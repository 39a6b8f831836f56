import type { Item } from '#registry/contract'
import { clauses, eachSupplier, works } from './each-supplier.ts'
import type { Rule } from './rule.ts'

type Clause = keyof NonNullable<Item<'supplier'>['contract']>

/** 6.3.C-4, 6.6.C-2-1-a, 6.6.C-2-2, 6.8.C-6, 8.3.C-2-1, 8.5.C-1 — the contract with every supplier of such work has the clauses. */
export function checkClauses(work: keyof typeof works, ...names: readonly Clause[]): Rule {
  return (facility) => eachSupplier(facility, works[work], clauses(names))
}
