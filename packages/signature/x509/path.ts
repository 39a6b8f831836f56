import { Malformed } from '../malformed.ts'
import type { Certificate } from './certificate.ts'
import {
  inheritsParameters,
  isSignedBy,
  type KnownSignatures,
  newMemory,
  type SignatureMemory,
} from './certificate-signature.ts'
import { authorityKeyOf, subjectKeyIdOf } from './extension/names.ts'
import { type PathInputs, type PathTrouble, plainInputs, validatePath } from './validate-path.ts'

/** The longest chain of NIST PKITS has 6 certificates below its anchor; HPKI has 2. */
const deepest = 12
/** Cross-certified authorities give a handful of ways; whoever brings more has made them. */
const mostTries = 64

/** 証明書パス — from the signer's certificate to an anchor; or why there is none. */
export type PathAnswer =
  | { readonly path: readonly Certificate[]; readonly trouble: null }
  /** `null`: nothing leads to an anchor. Otherwise the trouble of the path that came nearest. */
  | { readonly path: null; readonly trouble: PathTrouble | null }

interface Search {
  readonly anchors: ReadonlySet<string>
  readonly candidates: ReadonlyMap<string, readonly Certificate[]>
  readonly inputs: PathInputs
  readonly memory: SignatureMemory
  tries: number
  trouble: PathTrouble | null
}

/**
 * Looks for a path from the certificate to an anchor, and validates each that is found (RFC 4158). It climbs only by signatures that
 * hold, so that certificates made to look like an issuer lead nowhere; what is tried is bounded, and what was not tried is
 * not there. An anchor that is the certificate itself is a path of one.
 */
export function buildPath(
  target: Certificate,
  anchors: readonly Certificate[],
  others: readonly Certificate[],
  inputs: PathInputs = plainInputs,
  known?: KnownSignatures,
): PathAnswer {
  const search: Search = {
    anchors: new Set(anchors.map(({ fingerprint }) => fingerprint)),
    candidates: bySubject([...anchors, ...others]),
    inputs,
    memory: newMemory(known),
    tries: 0,
    trouble: null,
  }
  const path = climb([target], search)
  return path === null ? { path: null, trouble: search.trouble } : { path, trouble: null }
}

function climb(path: readonly Certificate[], search: Search): readonly Certificate[] | null {
  const top = path.at(-1)
  if (top === undefined || path.length > deepest || search.tries >= mostTries) return null
  if (search.anchors.has(top.fingerprint)) {
    search.tries++
    const trouble = validatePath(path, search.inputs, search.memory)
    if (trouble !== null) remember(search, trouble)
    return trouble === null ? path : null
  }
  for (const { issuer, named } of issuersOf(top, path, search)) {
    if (!inheritsParameters(issuer) && !isSignedBy(top, issuer.publicKey, search.memory)) {
      if (named !== 'another') remember(search, badSignature(top))
      continue
    }
    const found = climb([...path, issuer], search)
    if (found !== null) return found
  }
  return null
}

const badSignature = (certificate: Certificate): PathTrouble => ({
  code: 'certificate-signature',
  certificate,
  subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
})

/** Nearest is a path of which only the moment is wrong, farthest one that a wrong signature ended. */
function remember(search: Search, trouble: PathTrouble): void {
  const distance = ({ code }: PathTrouble): number =>
    code === 'certificate-validity' ? 1 : code === 'certificate-signature' ? 3 : 2
  if (search.trouble === null || distance(trouble) < distance(search.trouble)) search.trouble = trouble
}

/** Who may have issued it, the likeliest first: its key is named, it is an anchor, it ends later. Never twice the same name with the same key. */
function issuersOf(child: Certificate, path: readonly Certificate[], { candidates, anchors }: Search) {
  const chance = { same: 0, unknown: 2, another: 4 } as const
  return (candidates.get(child.issuer.key) ?? [])
    .filter((one) => one.fingerprint !== child.fingerprint && !path.slice(1).some((seen) => isSame(seen, one)))
    .map((issuer) => ({ issuer, named: keyNamed(child, issuer) }))
    .map((one) => ({ ...one, rank: chance[one.named] + (anchors.has(one.issuer.fingerprint) ? 0 : 1) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.issuer.notAfter - a.issuer.notAfter ||
        (a.issuer.fingerprint < b.issuer.fingerprint ? -1 : 1),
    )
}

function bySubject(certificates: readonly Certificate[]): ReadonlyMap<string, readonly Certificate[]> {
  const different = new Map(certificates.map((one) => [one.fingerprint, one]))
  return Map.groupBy(different.values(), ({ subject }) => subject.key)
}

const isSame = (one: Certificate, other: Certificate): boolean =>
  one.subject.key === other.subject.key && Buffer.compare(one.publicKey, other.publicKey) === 0

/** Whether the certificate names the issuer's key (RFC 5280 §4.2.1.1). A hint only: whoever wrote it wrong may still have a path. */
function keyNamed(child: Certificate, issuer: Certificate): 'same' | 'unknown' | 'another' {
  try {
    const wanted = authorityKeyOf(child.extensions)?.keyId ?? null
    const has = subjectKeyIdOf(issuer)
    if (wanted === null || has === null) return 'unknown'
    return Buffer.compare(wanted, has) === 0 ? 'same' : 'another'
  } catch (error) {
    if (error instanceof Malformed) return 'unknown'
    throw error
  }
}
