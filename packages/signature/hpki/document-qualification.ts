import type { ValidatedSignature } from '../validation/validate.ts'
import type { Check } from '../validation/verdict.ts'
import type { DocumentKind } from './profile.ts'
import {
  byHpkiAlone,
  type Qualification,
  type QualificationAnswer,
  type Qualifying,
  qualificationOf,
} from './qualification.ts'

/** A signature and, where the document itself says for what it stands, the roles that may sign there; null: it may stand for anything. */
export interface PlacedSignature {
  readonly signature: ValidatedSignature
  readonly oneOf: readonly string[] | null
}

/**
 * A whole document: each of the signatures that its kind needs must be confirmed, by a signature of its own that stands where it
 * belongs. The answer of the place that is worst off is told. null: nobody signed.
 */
export function documentQualification(
  signatures: readonly PlacedSignature[],
  kind: DocumentKind,
  by: Qualifying = byHpkiAlone,
): Qualification | null {
  const [first] = signatures
  if (first === undefined) return null
  const places = kind.signatures.map(({ oneOf }) =>
    signatures.map((one) => (mayStandFor(one, oneOf) ? qualificationOf(one.signature, oneOf, by) : null)),
  )
  const worst = places
    .map((found) => best(found) ?? missing(qualificationOf(first.signature, null, by)))
    .reduce((low, place) => (rank.indexOf(place.answer) < rank.indexOf(low.answer) ? place : low))
  if (worst.answer !== 'confirmed') return worst
  const fitting = places.map((found) => found.flatMap((one, at) => (one?.answer === 'confirmed' ? [at] : [])))
  return eachHasItsOwn(fitting) ? worst : refused(worst, { code: 'signature-of-its-own', outcome: 'failed', facts: {} })
}

const mayStandFor = (one: PlacedSignature, oneOf: readonly string[]): boolean =>
  one.oneOf === null || one.oneOf.some((role) => oneOf.includes(role))

/** Somebody with two licences still signs twice: prescribing and dispensing are two acts. */
const refused = (place: Qualification, check: Check): Qualification => ({
  ...place,
  answer: 'insufficient-role',
  decidedBy: check.code,
  checks: [...place.checks, check],
})

/** No signature stands in this place, whoever signed elsewhere. */
const missing = (elsewhere: Qualification): Qualification =>
  refused({ ...elsewhere, route: 'none' }, { code: 'signature-there', outcome: 'failed', facts: {} })

/** Whether each place can have a signature that no other place needs: places move aside for one another until all sit. */
function eachHasItsOwn(fitting: readonly (readonly number[])[]): boolean {
  const holders = new Map<number, number>()
  const seat = (place: number, tried: Set<number>): boolean =>
    (fitting[place] ?? []).some((signature) => {
      if (tried.has(signature)) return false
      tried.add(signature)
      const holder = holders.get(signature)
      if (holder !== undefined && !seat(holder, tried)) return false
      holders.set(signature, place)
      return true
    })
  return fitting.every((_, place) => seat(place, new Set()))
}

const rank: readonly QualificationAnswer[] = ['unverified', 'not-hpki', 'no-role', 'insufficient-role', 'confirmed']

/**
 * What a place has: a confirmed signature, or else one that would do if it could be verified. Only where there is neither is it said
 * that the licence of those who signed is not enough.
 */
function best(found: readonly (Qualification | null)[]): Qualification | null {
  const there = found.filter((one) => one !== null)
  const confirmed = there.find(({ answer }) => answer === 'confirmed')
  const hoped = there.find(({ decidedBy, checks }) => decidedBy === 'signature-holds' && !checks.some(isWrongRole))
  return confirmed ?? hoped ?? there.toSorted((a, b) => rank.indexOf(b.answer) - rank.indexOf(a.answer))[0] ?? null
}

/** What the certificate itself says against it; what stands above it may only be missing. */
const isWrongRole = ({ code, outcome }: Check): boolean =>
  outcome === 'failed' && (code.startsWith('role-') || ownProfile.includes(code))
const ownProfile = ['hpki-policy', 'hpki-authentication-certificate', 'hpki-signing-key']
