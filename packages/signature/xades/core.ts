import { algorithmUses } from '../policy/judge-algorithm.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { holds } from '../x509/signature-value.ts'
import type { SignedDocument } from './document.ts'
import { publicKeyIn } from './key-value.ts'
import { digestOfUri, schemeOfUri } from './names.ts'
import { signatureInDer } from './octets.ts'
import type { SignatureElement } from './structure.ts'

/** Whether SignatureValue is a signature over the canonical form of SignedInfo (XML-DSig §3.2.2). */
export function judgeValue(
  signature: SignatureElement,
  document: SignedDocument,
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
  const octets = document.canonical(signature.signedInfo, signature.canonicalForm)
  const value =
    scheme.algorithm === 'ECDSA' || scheme.algorithm === 'DSA' ? signatureInDer(signature.value) : signature.value
  const good = holds(scheme, key, octets, value)
  return {
    checks: [{ code: 'signature-value', outcome: good ? 'passed' : 'failed', facts: {} }],
    conclusion: good ? null : failed('SIG_CRYPTO_FAILURE', 'signature-value'),
    algorithms: [...algorithmUses(scheme, key, null, 'signature'), ...algorithms],
  }
}
