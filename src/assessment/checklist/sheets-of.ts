import type { ChecklistSheetKind } from '@omamori/guideline'
import type { Facility } from '#registry/contract'

/** A sheet of the form as this facility needs it. */
export interface WantedSheet {
  readonly sheet: ChecklistSheetKind
  readonly supplierId?: string
  readonly supplierName?: string
  readonly things: readonly string[]
}

/** The facility's own sheet, then one for each supplier that delivers or maintains something here. */
export function sheetsOf(facility: Facility): readonly WantedSheet[] {
  const own = { sheet: ownSheetOf(facility), things: [] }
  const suppliers = (facility.suppliers ?? []).map(({ id, name }): WantedSheet => {
    const things = thingsOf(facility, id)
    return { sheet: 'supplier', supplierId: id, supplierName: name, things }
  })
  return [own, ...suppliers.filter(({ things }) => things.length > 0)]
}

function ownSheetOf({ profile }: Facility): ChecklistSheetKind {
  return profile.kind === 'pharmacy' ? 'pharmacy' : 'facility'
}

function thingsOf(facility: Facility, supplierId: string): readonly string[] {
  const { systems, servers, terminals, devices, networks, connections, wireless } = facility
  return [systems, servers, terminals, devices, networks, connections, wireless]
    .flatMap((list): readonly { readonly name: string; readonly supplierId?: string }[] => list ?? [])
    .filter((thing) => thing.supplierId === supplierId)
    .map(({ name }) => name)
}
