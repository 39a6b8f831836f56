import { isOrigin } from '@omamori/ledger'

/** The origin of a facility's log of one fiscal year, which is also the name of the key that signs it. */
export function originOf(facilityId: string, fiscalYear: number): string {
  const origin = `omamori/${facilityId}/${fiscalYear}`
  if (!isOrigin(origin)) throw new TypeError(`not usable as the name of a log: ${origin}`)
  return origin
}
