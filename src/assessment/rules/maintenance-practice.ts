import type { Item } from '#registry/contract'
import { eachSupplier, works } from './each-supplier.ts'
import { demand, type Rule } from './rule.ts'

type Practice = keyof NonNullable<Item<'supplier'>['maintenance']>

/**
 * 6.6.C-2-1-b and the items of 6.8 that ask how maintenance is done: every supplier that does the work keeps each of
 * the practices. Remote sessions are another room's business: it looks at their logs itself.
 */
export function checkMaintenance(work: 'maintaining' | 'contracting', ...practices: readonly Practice[]): Rule {
  return (facility) =>
    eachSupplier(facility, works[work], ({ maintenance }, says) =>
      practices.map((practice) =>
        demand(says, `maintenance.${practice}`, maintenance?.[practice], 'maintenance-kept', 'maintenance-lacking'),
      ),
    )
}
