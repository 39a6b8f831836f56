import { malformed } from '../ground.ts'

/** Half of SHA-256. Fewer digits than that can be met by a certificate that somebody made until they fitted. */
const LEAST_DIGITS = 32
const SHA256_DIGITS = 64
const SHA1_DIGITS = 40

/**
 * The digits of what a person typed or pasted: width, case, colons, hyphens and spaces say nothing, nor does the name of the digest before it
 * (`SHA256 Fingerprint=`). Anything else is refused, not dropped: a letter lost in silence would make another number of it.
 */
export function fingerprintDigits(text: string): string {
  const digits = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*sha-?\s?(256|1)\b[\s:=]*(fingerprint)?[\s:=]*/, '')
    .replaceAll(/[\s:.\-‐‑‒–—―−ー・]/g, '')
  if (!/^[0-9a-f]*$/.test(digits) || digits.length > SHA256_DIGITS)
    throw malformed('trust-fingerprint-unreadable', 'fingerprint')
  if (digits.length < LEAST_DIGITS) throw malformed('trust-fingerprint-short', 'fingerprint')
  return digits
}

/**
 * Whether the digits are this certificate's: the whole SHA-256, the whole SHA-1, or the end of SHA-256. SHA-1 still tells apart here: the
 * operator's certificate stands already, and nobody can make a second one to a given number.
 */
export function fits(digits: string, { sha256, sha1 }: { readonly sha256: string; readonly sha1: string }): boolean {
  return (digits.length === SHA1_DIGITS && digits === sha1) || sha256.endsWith(digits)
}
