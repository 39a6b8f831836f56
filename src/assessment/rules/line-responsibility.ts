import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { clauses } from './each-supplier.ts'
import { eachMedicalConnection } from './medical-connection.ts'
import { voiceOf } from './rule.ts'

/** 6.11.C-6 — for every line that carries medical information a contract says who answers for what. */
export function checkLineResponsibility(facility: Facility): readonly Finding[] {
  return eachMedicalConnection(facility, 'medical-connection', ({ supplierId }, says) => {
    if (supplierId === undefined) return says.missing('supplierId')
    const supplier = facility.suppliers?.find(({ id }) => id === supplierId)
    if (!supplier) return says.unknown('supplierId', 'reference-unknown', { target: supplierId })
    return clauses(['responsibilityBoundary'])(supplier, voiceOf('supplier', supplier))
  })
}
