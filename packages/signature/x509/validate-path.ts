import type { Moment } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import type { SubIndication } from '../validation/verdict.ts'
import type { Certificate } from './certificate.ts'
import { completeKey, isSignedBy, newMemory, type SignatureMemory } from './certificate-signature.ts'
import { type NameConstraints, nameConstraintsOf } from './extension/names.ts'
import { anyPolicy, inhibitAnyPolicyOf, policyConstraintsOf, policyMappingsOf } from './extension/policies.ts'
import { basicConstraintsOf, keyUsageOf } from './extension/usage.ts'
import { constrainedNames, namesAreAllowed } from './name-constraints.ts'
import { firstLevel, mappedLevel, nextLevel, type PolicyLevel, someAccepted } from './policy-levels.ts'
import { schemeOf } from './signature-value.ts'

/**
 * What RFC 5280 §6.1.1 calls inputs. The defaults ask for no policy: the certificates of HPKI name different policies at each depth and map
 * none, so that asking for one refuses every real doctor; the signer's own policy is looked at by `hpki/` instead.
 */
export interface PathInputs {
  readonly policies: readonly string[]
  readonly explicitPolicy: boolean
  readonly inhibitMapping: boolean
  readonly inhibitAnyPolicy: boolean
  /** null: validity is not looked at here, because the engine slides the moment. */
  readonly at: Moment | null
}

export const plainInputs: PathInputs = {
  policies: [anyPolicy],
  explicitPolicy: false,
  inhibitMapping: false,
  inhibitAnyPolicy: false,
  at: null,
}

/** Why a path does not hold: the check, the certificate it failed at, and what it means for the signature. */
export interface PathTrouble {
  readonly code:
    | 'certificate-extension'
    | 'certificate-signature'
    | 'certificate-algorithm-known'
    | 'certificate-validity'
    | 'certificate-names'
    | 'ca-basic-constraints'
    | 'ca-key-usage'
    | 'path-length'
    | 'name-constraints'
    | 'policy'
    | 'policy-mapping'
    | 'unknown-critical-extension'
  readonly certificate: Certificate
  readonly subIndication: SubIndication
}

/** Extensions that are looked at here or by those who ask; any other that is critical is a refusal (§4.2). */
const known: ReadonlySet<string> = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.35',
  '2.5.29.36',
  '2.5.29.37',
  '2.5.29.54',
  '2.5.29.9',
])

/**
 * Validates a path (RFC 5280 §6.1), the signer's certificate first and the anchor last; the anchor lends its name and key and is not
 * itself judged. Null: it holds.
 */
export function validatePath(
  path: readonly Certificate[],
  inputs: PathInputs = plainInputs,
  memory: SignatureMemory = newMemory(),
): PathTrouble | null {
  const state = new PathState(path, inputs, memory)
  for (let depth = 1; depth < path.length; depth++) {
    const trouble = taken(state, depth, path.at(-1 - depth))
    if (trouble !== null) return trouble
  }
  return null
}

/** An extension that cannot be read refuses the path and nothing else: there may be another path. */
function taken(state: PathState, depth: number, certificate: Certificate | undefined): PathTrouble | null {
  try {
    return state.take(depth)
  } catch (error) {
    if (!(error instanceof Malformed) || certificate === undefined) throw error
    return trouble('certificate-extension', certificate, 'CERTIFICATE_CHAIN_GENERAL_FAILURE')
  }
}

class PathState {
  readonly #path: readonly Certificate[]
  readonly #inputs: PathInputs
  readonly #memory: SignatureMemory
  readonly #accepts: (oid: string) => boolean
  readonly #constraints: NameConstraints[] = []
  #level: PolicyLevel = firstLevel
  #explicitPolicy: number
  #mapping: number
  #anyPolicy: number
  #pathLength = Number.POSITIVE_INFINITY

  constructor(path: readonly Certificate[], inputs: PathInputs, memory: SignatureMemory) {
    const forEver = path.length + 1
    this.#path = path
    this.#inputs = inputs
    this.#memory = memory
    this.#accepts = (oid) => inputs.policies.includes(anyPolicy) || inputs.policies.includes(oid)
    this.#explicitPolicy = inputs.explicitPolicy ? 0 : forEver
    this.#mapping = inputs.inhibitMapping ? 0 : forEver
    this.#anyPolicy = inputs.inhibitAnyPolicy ? 0 : forEver
  }

  /** `depth` 1 stands right below the anchor; the last one is the signer's. */
  take(depth: number): PathTrouble | null {
    const certificate = this.#path.at(-1 - depth)
    const issuer = this.#path.at(-depth)
    if (certificate === undefined || issuer === undefined) return null
    const last = depth === this.#path.length - 1
    const selfIssued = certificate.subject.key === certificate.issuer.key
    return (
      this.#basic(certificate, issuer, selfIssued, last) ??
      this.#critical(certificate) ??
      (last ? this.#wrapUp(certificate) : this.#prepare(certificate, selfIssued))
    )
  }

  /** §6.1.3. */
  #basic(certificate: Certificate, issuer: Certificate, selfIssued: boolean, last: boolean): PathTrouble | null {
    const { at } = this.#inputs
    const key = completeKey(issuer, this.#path.slice(this.#path.indexOf(issuer) + 1))
    if (schemeOf(certificate.signatureAlgorithm) === null)
      return trouble('certificate-algorithm-known', certificate, 'CRYPTO_CONSTRAINTS_FAILURE')
    if (!isSignedBy(certificate, key, this.#memory))
      return trouble('certificate-signature', certificate, 'CERTIFICATE_CHAIN_GENERAL_FAILURE')
    if (at !== null && (at < certificate.notBefore || at > certificate.notAfter))
      return trouble('certificate-validity', certificate, 'OUT_OF_BOUNDS_NO_POE')
    if (certificate.issuer.key !== issuer.subject.key)
      return trouble('certificate-names', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
    if ((!selfIssued || last) && !namesAreAllowed(constrainedNames(certificate), this.#constraints))
      return trouble('name-constraints', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
    this.#level = nextLevel(this.#level, certificate, this.#accepts, this.#anyPolicy > 0 || (selfIssued && !last))
    return this.#explicitPolicy > 0 || this.#level !== null
      ? null
      : trouble('policy', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
  }

  #critical(certificate: Certificate): PathTrouble | null {
    const strange = [...certificate.extensions.values()].find(({ critical, oid }) => critical && !known.has(oid))
    return strange === undefined
      ? null
      : trouble('unknown-critical-extension', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
  }

  /** §6.1.4. */
  #prepare(certificate: Certificate, selfIssued: boolean): PathTrouble | null {
    if (policyMappingsOf(certificate).some(({ issuer, subject }) => issuer === anyPolicy || subject === anyPolicy))
      return trouble('policy-mapping', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
    this.#level = mappedLevel(this.#level, certificate, this.#accepts, this.#mapping > 0)
    const constraints = nameConstraintsOf(certificate)
    if (constraints !== null) this.#constraints.push(constraints)
    if (!selfIssued) this.#countDown()
    this.#limit(certificate)
    const basic = basicConstraintsOf(certificate)
    if (certificate.version !== 3 || basic === null || !basic.isCa)
      return trouble('ca-basic-constraints', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
    if (!selfIssued) {
      if (this.#pathLength <= 0) return trouble('path-length', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
      this.#pathLength--
    }
    if (basic.pathLength !== null) this.#pathLength = Math.min(this.#pathLength, basic.pathLength)
    const usage = keyUsageOf(certificate)
    return usage === null || usage.includes('keyCertSign')
      ? null
      : trouble('ca-key-usage', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
  }

  #countDown(): void {
    this.#explicitPolicy = Math.max(0, this.#explicitPolicy - 1)
    this.#mapping = Math.max(0, this.#mapping - 1)
    this.#anyPolicy = Math.max(0, this.#anyPolicy - 1)
  }

  #limit(certificate: Certificate): void {
    const { requireExplicit, inhibitMapping } = policyConstraintsOf(certificate)
    if (requireExplicit !== null) this.#explicitPolicy = Math.min(this.#explicitPolicy, requireExplicit)
    if (inhibitMapping !== null) this.#mapping = Math.min(this.#mapping, inhibitMapping)
    this.#anyPolicy = Math.min(this.#anyPolicy, inhibitAnyPolicyOf(certificate) ?? this.#anyPolicy)
  }

  /** §6.1.5. */
  #wrapUp(certificate: Certificate): PathTrouble | null {
    this.#explicitPolicy = Math.max(0, this.#explicitPolicy - 1)
    if (policyConstraintsOf(certificate).requireExplicit === 0) this.#explicitPolicy = 0
    return this.#explicitPolicy > 0 || someAccepted(this.#level)
      ? null
      : trouble('policy', certificate, 'CHAIN_CONSTRAINTS_FAILURE')
  }
}

const trouble = (code: PathTrouble['code'], certificate: Certificate, subIndication: SubIndication): PathTrouble => ({
  code,
  certificate,
  subIndication,
})
