import type { Moment } from '../asn1/value.ts'
import type { AlgorithmPolicy } from '../policy/algorithm-policy.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { KnownSignatures } from '../x509/certificate-signature.ts'

/** 検証条件 — everything a verdict depends on besides the file. The verdict names policy and moment; nothing is fetched. */
export interface ValidationContext {
  /** Now, or the moment for which the question is asked. */
  readonly at: Moment
  /** Trust anchors: for signers, and for time-stamping authorities. Their own revocation is never asked for. */
  readonly anchors: readonly Certificate[]
  /** Those of `anchors` that are roots of HPKI: what any other authority says of licences counts for nothing. */
  readonly hpkiAnchors: readonly Certificate[]
  readonly stampAnchors: readonly Certificate[]
  /** Intermediates that may complete a chain; they are believed only under an anchor. */
  readonly certificates: readonly Certificate[]
  /** Revocation lists and OCSP answers from elsewhere, DER. */
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  readonly algorithms: AlgorithmPolicy
  /** Which certificates earlier files showed to be signed by whom; see `remembering`. */
  readonly known?: KnownSignatures
}

/**
 * The same conditions for many files: each signature of a certificate is checked once. Certificates and lists are read once already, for
 * as long as the caller hands in the same ones.
 */
export const remembering = (context: ValidationContext): ValidationContext => ({ ...context, known: new Map() })
