import { eachSupplier, works } from './each-supplier.ts'
import { demand, type Rule } from './rule.ts'

/** 6.6.C-2-1-d, 6.8.C-10 — it is known whether a supplier subcontracts, and where it does, the others are bound alike. */
export function checkSubcontracting(work: keyof typeof works): Rule {
  return (facility) =>
    eachSupplier(facility, works[work], ({ contract }, says) => {
      const { subcontracts, subcontractTerms } = contract ?? {}
      if (subcontracts === undefined) return says.missing('contract.subcontracts')
      if (!subcontracts) return says.met('contract.subcontracts', 'no-subcontracting')
      return demand(says, 'contract.subcontractTerms', subcontractTerms, 'clause-held', 'clause-missing')
    })
}
