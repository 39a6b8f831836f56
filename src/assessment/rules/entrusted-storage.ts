import type { Item } from '#registry/contract'
import { eachSupplier, works } from './each-supplier.ts'
import { demand, type Rule } from './rule.ts'

type Term = keyof NonNullable<Item<'supplier'>['storage']>

/** 8.3.C-2 and 8.5.1.C-1 — every supplier that stores records of the facility has agreed to the term. */
export function checkEntrustedStorage(term: Term): Rule {
  return (facility) =>
    eachSupplier(facility, works.storing, ({ storage }, says) =>
      demand(says, `storage.${term}`, storage?.[term], 'clause-held', 'clause-missing'),
    )
}
