import { isOrigin } from '@omamori/ledger'
import type { LogRow } from '#storage'

/**
 * The origin of a facility's log of one fiscal year, which is also the name of the key that signs it. A log that goes on
 * after a loss in the same year bears a number: `…/2026.2`.
 */
export function originOf(facilityId: string, fiscalYear: number, number = 1): string {
  const origin = `omamori/${facilityId}/${fiscalYear}${number === 1 ? '' : `.${number}`}`
  if (!isOrigin(origin)) throw new TypeError(`not usable as the name of a log: ${origin}`)
  return origin
}

/** The number that the origin bears in its year; undefined when it is none of that facility and year. */
export function numberIn(facilityId: string, fiscalYear: number, origin: string): number | undefined {
  const plain = originOf(facilityId, fiscalYear)
  if (origin === plain) return 1
  const number = origin.startsWith(`${plain}.`) ? origin.slice(plain.length + 1) : ''
  return /^([2-9]|[1-9]\d{1,5})$/.test(number) ? Number(number) : undefined
}

/** Whether the row bears the name that its facility and year give it. */
export function isNamedRightly({ facility_id, fiscal_year, origin }: LogRow): boolean {
  return numberIn(facility_id, fiscal_year, origin) !== undefined
}
