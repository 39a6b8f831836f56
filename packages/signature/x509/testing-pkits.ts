import { readdirSync, readFileSync } from 'node:fs'
import type { Moment } from '../asn1/value.ts'
import { consultLists } from '../revocation/consult-lists.ts'
import { readRevocationList } from '../revocation/revocation-list.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { anyPolicy } from './extension/policies.ts'
import { buildPath, type PathAnswer } from './path.ts'

/** One run of one numbered test of NIST's suite. */
export interface PkitsCase {
  readonly section: string
  readonly target: string
  /** What decides about the path: `valid`, or a code. */
  readonly path: string
  /** What decides about revocation, where the path is valid. */
  readonly revocation?: string
  readonly initialPolicies?: readonly string[]
  readonly requireExplicitPolicy?: boolean
  readonly inhibitPolicyMapping?: boolean
  readonly inhibitAnyPolicy?: boolean
}

const folder = new URL('../testdata/pkits/', import.meta.url)
export const filesOf = (kind: 'certs' | 'crls'): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(new URL(`${kind}/`, folder)).map((name) => [
      name.replace(/\.\w+$/, ''),
      readFileSync(new URL(`${kind}/${name}`, folder)),
    ]),
  )

export const cases: readonly PkitsCase[] = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8'))

/** The suite's certificates are valid from April 2001 to April 2011. */
export const at = Date.UTC(2010, 0, 1)

export const certificates: ReadonlyMap<string, Certificate> = new Map(
  [...filesOf('certs')].map(([name, bytes]) => [name, readCertificate(bytes)]),
)

export function certificateOf(name: string): Certificate {
  const found = certificates.get(name)
  if (!found) throw new RangeError(name)
  return found
}

export const anchor = certificateOf('TrustAnchorRootCertificate')

/** Every certificate of the suite is a candidate, those of all other tests included. */
export function pathOf(one: PkitsCase, backwards = false, moment: Moment | null = at): PathAnswer {
  const candidates = [...certificates.values()]
  return buildPath(certificateOf(one.target), [anchor], backwards ? candidates.toReversed() : candidates, {
    policies: one.initialPolicies ?? [anyPolicy],
    explicitPolicy: one.requireExplicitPolicy ?? false,
    inhibitMapping: one.inhibitPolicyMapping ?? false,
    inhibitAnyPolicy: one.inhibitAnyPolicy ?? false,
    at: moment,
  })
}

const lists = [...filesOf('crls').values()].map(readRevocationList)

/** What all lists of the suite together say of a path: `good`, or what is wrong with the certificate nearest to the leaf. */
export function revocationIn(path: readonly Certificate[]): string {
  const states = path.slice(0, -1).map((certificate, i) => {
    const status = consultLists(certificate, path[i + 1] ?? anchor, anchor, lists, [...certificates.values()])
    if (status.state === 'unknown') return status.why
    return status.state === 'good' && status.speaksUntil < at ? 'stale' : status.state
  })
  return states.find((state) => state !== 'good') ?? 'good'
}
