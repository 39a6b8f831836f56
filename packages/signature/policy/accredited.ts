import { readFileSync } from 'node:fs'
import type { Mark } from '../hpki/profile.ts'
import type { ValidatedTimeStamp } from '../validation/validate-time-stamps.ts'

/** 認定タイムスタンプ事業者の一覧 — whose time stamps are accredited, drawn up on a day. An operator may hand in their own. */
export interface AccreditedList {
  readonly name: string
  /** The day on which it was drawn up. */
  readonly date: string
  /** The accreditation that it speaks of, and where it was read. */
  readonly source: string
  readonly authorities: readonly AccreditedAuthority[]
}

export interface AccreditedAuthority {
  readonly name: string
  /** SHA-256 of certificates, hexadecimal: of the authority itself, or of one above it that issues for nobody else. */
  readonly certificates: readonly string[]
  /** Days; the accreditation counts from the first and ends before the second. null: no end known. */
  readonly from: string
  readonly until: string | null
  readonly mark: Mark
}

/** What comes with the package. It names nobody: no source that we have read gives certificates of accredited authorities. */
export const accreditedList: AccreditedList = JSON.parse(
  readFileSync(new URL('./data/accredited-stamp-authorities.json', import.meta.url), 'utf8'),
)

/** Whether the list names whoever stamped, as of that moment; null: the list is empty, or the stamp does not hold. */
export function isAccredited({ stamp, path, conclusion }: ValidatedTimeStamp, list: AccreditedList): boolean | null {
  if (list.authorities.length === 0 || conclusion.indication !== 'TOTAL-PASSED') return null
  const above = new Set(path.map(({ fingerprint }) => fingerprint))
  return list.authorities.some(
    ({ certificates, from, until }) =>
      certificates.some((one) => above.has(one)) &&
      dayStart(from) <= stamp.at &&
      (until === null || stamp.at < dayStart(until)),
  )
}

/** Accreditations begin and end in Japan. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+09:00`)
