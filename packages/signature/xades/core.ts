import { algorithmUses } from '../policy/judge-algorithm.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { holds } from '../x509/signature-value.ts'
import type { SignedDocument } from './document.ts'
import { publicKeyIn } from './key-value.ts'
import { digestOfUri, schemeOfUri } from './names.ts'
import { signatureInDer } from './octets.ts'
import type { SignatureElement } from './structure.ts'

/** Whether a key made SignatureValue over the canonical form of SignedInfo (XML-DSig §3.2.2). Each further key that is tried is work. */
export function madeBy(signature: SignatureElement, document: SignedDocument): (publicKey: Uint8Array) => boolean {
  const { method, canonicalForm, signedInfo, value } = signature
  const scheme = schemeOfUri(method)
  if (scheme === undefined || canonicalForm === null) return () => false
  const isPair = scheme.algorithm === 'ECDSA' || scheme.algorithm === 'DSA'
  let octets: Uint8Array | null = null
  return (publicKey) => {
    if (octets !== null) document.spend(octets.length)
    octets ??= document.canonical(signedInfo, canonicalForm)
    return holds(scheme, publicKey, octets, isPair ? signatureInDer(value) : value)
  }
}

/** Whether the signature value is by the signer's key. */
export function judgeValue(
  signature: SignatureElement,
  isMadeBy: (publicKey: Uint8Array) => boolean,
  publicKey: Uint8Array | null,
): {
  readonly checks: readonly Check[]
  readonly conclusion: Conclusion | null
  readonly algorithms: readonly AlgorithmUse[]
} {
  const scheme = schemeOfUri(signature.method)
  const key = publicKey ?? (signature.keyInfo && publicKeyIn(signature.keyInfo))
  const algorithms: AlgorithmUse[] = signature.references.flatMap(({ digestAlgorithm }) => {
    const digest = digestOfUri(digestAlgorithm)
    return digest ? [{ algorithm: digest, place: 'signed-digest' }] : []
  })
  const stopped = (
    code: string,
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE' | 'SIG_CONSTRAINTS_FAILURE',
    facts = {},
  ) => ({
    checks: [{ code, outcome: 'unknown', facts } as const],
    conclusion: indeterminate(subIndication, code),
    algorithms,
  })
  if (signature.canonicalForm === null) return stopped('canonical-form-known', 'SIG_CONSTRAINTS_FAILURE')
  if (scheme === undefined)
    return stopped('signature-method-known', 'CRYPTO_CONSTRAINTS_FAILURE', { method: signature.method })
  if (key === null)
    return { checks: [{ code: 'signature-value', outcome: 'not-checked', facts: {} }], conclusion: null, algorithms }
  const good = isMadeBy(key)
  return {
    checks: [{ code: 'signature-value', outcome: good ? 'passed' : 'failed', facts: {} }],
    conclusion: good ? null : failed('SIG_CRYPTO_FAILURE', 'signature-value'),
    algorithms: [...algorithmUses(scheme, key, null, 'signature'), ...algorithms],
  }
}
