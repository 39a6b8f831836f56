import { readOr } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { holds, keyStrength } from '../x509/signature-value.ts'
import { ecdsaInDer } from './raw-signature.ts'
import type { SigningKey } from './signing-key.ts'
import { SigningKeyError } from './signing-key-error.ts'

/** By the kind of its key; RSA keys outside our own process sign with PKCS#1 v1.5, which every card and service offers. */
export function outsideAlgorithmOf({ publicKey }: Certificate): 'RSA-PKCS1' | 'ECDSA' {
  const kind = keyStrength(publicKey)?.kind ?? 'unknown'
  if (kind === 'rsa') return 'RSA-PKCS1'
  if (kind === 'ec') return 'ECDSA'
  throw new SigningKeyError('unsupported-mechanism', { key: kind })
}

/**
 * The value that somebody else's machine gave for these octets, checked with the certificate before anybody gets it. ECDSA is
 * taken as DER or as two numbers side by side, whichever holds: machines differ, and nothing else can be meant.
 */
export function provenSignature(
  certificate: Certificate,
  digest: SigningKey['digest'],
  octets: Uint8Array,
  value: Uint8Array,
): Uint8Array {
  const scheme = { algorithm: outsideAlgorithmOf(certificate), digest }
  const forms = scheme.algorithm === 'ECDSA' ? [value, ...ecdsaInDer(value)] : [value]
  const proven = forms.find((form) => readOr(false, () => holds(scheme, certificate.publicKey, octets, form)))
  if (proven === undefined)
    throw new SigningKeyError('signature-does-not-hold', { certificate: certificate.fingerprint })
  return proven
}
