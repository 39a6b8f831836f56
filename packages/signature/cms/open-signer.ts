import { readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { octetsOf, oidOf } from '../asn1/value.ts'
import { readOr } from '../malformed.ts'
import { algorithmUses } from '../policy/judge-algorithm.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readableCertificates } from '../x509/readable-certificates.ts'
import { type DigestName, digest, digestOf, holds, schemeOf } from '../x509/signature-value.ts'
import { cmsOid } from './oids.ts'
import { readAttributes, type SignedData, type SignerInfo } from './read.ts'
import { type CertificateReference, certificateReferences, refersTo } from './signing-certificate.ts'

/** What one signer of a SignedData says, judged as far as the signature alone can tell. */
export interface OpenedSigner {
  readonly checks: readonly Check[]
  /** Set by the first check that failed. */
  readonly conclusion: Conclusion | null
  readonly signingCertificate: Certificate | null
  readonly certificates: readonly Certificate[]
  readonly algorithms: readonly AlgorithmUse[]
}

/** The content that was signed. A large file computes its digest without being copied, and is put together only when it must be. */
export interface SignedContent {
  digest(name: DigestName): Uint8Array
  octets(): Uint8Array
}

/** Each digest is computed once, however many signers and stamps ask for it. */
export function wholeContent(content: Uint8Array): SignedContent {
  const known = new Map<DigestName, Uint8Array>()
  return {
    digest(name) {
      const found = known.get(name) ?? digest(name, content)
      known.set(name, found)
      return found
    },
    octets: () => content,
  }
}

/** `binding`: time stamps and AdES must hold their certificate's digest; plain CMS (adbe.pkcs7.detached) need not. */
export interface SignerRules {
  readonly binding: 'required' | 'if-present'
  /** Certificates that did not travel with it, among which the signer's may be. */
  readonly others?: readonly Certificate[]
}

/**
 * Judges format, digest, binding and signature value of one signer (RFC 5652 §5.4, §5.6; EN 319 102-1 §5.2.2, §5.2.3, §5.2.7),
 * in the order in which they decide. Nothing here is about trust.
 */
export function openSigner(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  rules: SignerRules,
): OpenedSigner {
  const certificates = readableCertificates(data.certificates)
  const digestName = digestOf(signer.digestAlgorithm.oid)
  const references = certificateReferences(signer.signedAttributes ?? [])
  const octets = signer.signedOctets ?? content.octets()
  const found = findSigner(
    certificatesNamed(signer, [...certificates, ...(rules.others ?? [])]),
    references,
    (certificate) => valueIsRight(signer, certificate, digestName ?? null, octets),
  )
  const checks: Check[] = []
  let conclusion: Conclusion | null = null
  const look = (code: string, good: boolean | null, because: Conclusion, facts: Check['facts'] = {}): void => {
    checks.push({ code, outcome: good === null ? 'not-checked' : good ? 'passed' : 'failed', facts })
    if (good === false) conclusion ??= because
  }
  const trouble = troubleOf(signer, data, octets)
  look('signed-attributes', !('trouble' in trouble), failed('FORMAT_FAILURE', 'signed-attributes'), trouble)
  const known = digestName !== undefined && schemeOf(signer.signatureAlgorithm) !== null
  look('known-algorithms', known, indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'known-algorithms'), {
    digest: signer.digestAlgorithm.oid,
    signature: signer.signatureAlgorithm.oid,
  })
  look(
    'message-digest',
    digestName === undefined ? null : messageDigestIsRight(signer, content.digest(digestName)),
    failed('HASH_FAILURE', 'message-digest'),
  )
  look(
    'signing-certificate-found',
    found !== null,
    indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-found'),
  )
  if (found !== null) {
    const bound =
      references.length > 0
        ? references.every((reference) => refersTo(reference, found))
        : rules.binding === 'if-present'
          ? null
          : false
    look('signing-certificate-digest', bound, indeterminate('SIG_CONSTRAINTS_FAILURE', 'signing-certificate-digest'), {
      references: references.length,
    })
    look(
      'signature-value',
      known ? valueIsRight(signer, found, digestName ?? null, octets) : null,
      failed('SIG_CRYPTO_FAILURE', 'signature-value'),
    )
  }
  const scheme = schemeOf(signer.signatureAlgorithm)
  return {
    checks,
    conclusion,
    signingCertificate: found,
    certificates,
    algorithms: [
      ...(scheme === null || found === null
        ? []
        : algorithmUses(scheme, found.publicKey, digestName ?? null, 'signature')),
      ...references.flatMap(({ digest: name }) =>
        name === null ? [] : [{ algorithm: name, place: 'signing-certificate-digest' }],
      ),
      ...(digestName === undefined || signer.signedAttributes === null
        ? []
        : [{ algorithm: digestName, place: 'signed-digest' }]),
    ],
  }
}

/** Keys that are tried where no signed digest says which certificate is meant: one, and those of its renewals. */
const mostTried = 8

/**
 * Anybody can put a certificate of the same name and number before the true one: the digest that the signature holds says which is
 * meant, and without it the key under which the value holds.
 */
function findSigner(
  named: readonly Certificate[],
  references: readonly CertificateReference[],
  holdsUnder: (certificate: Certificate) => boolean,
): Certificate | null {
  const [first, ...others] = named
  if (first === undefined || others.length === 0) return first ?? null
  const meant =
    references.length > 0
      ? named.find((certificate) => references.every((reference) => refersTo(reference, certificate)))
      : named.slice(0, mostTried).find(holdsUnder)
  return meant ?? first
}

function certificatesNamed({ identifier }: SignerInfo, certificates: readonly Certificate[]): readonly Certificate[] {
  const named = certificates.filter((certificate) => matches(identifier, certificate))
  return [...new Map(named.map((certificate) => [certificate.fingerprint, certificate])).values()]
}

function matches(identifier: SignerInfo['identifier'], certificate: Certificate): boolean {
  if (identifier.kind === 'issuer-and-serial')
    return certificate.issuer.key === identifier.issuerKey && certificate.serialNumber === identifier.serialNumber
  const extension = certificate.extensions.get('2.5.29.14')
  return extension !== undefined && Buffer.compare(octetsOf(readAsn1(extension.value)), identifier.keyIdentifier) === 0
}

/** RFC 5652 §5.3, §11: each attribute once, one value each; content type and digest are there and agree. */
function troubleOf(signer: SignerInfo, data: SignedData, octets: Uint8Array): Readonly<Record<string, string>> {
  const attributes = signer.signedAttributes
  if (attributes === null) {
    if (data.contentType !== cmsOid.data) return { trouble: 'no-attributes' }
    return areAttributes(octets) ? { trouble: 'attributes-as-content' } : {}
  }
  const oids = attributes.map(({ oid }) => oid)
  const twice = oids.find((oid, i) => oids.indexOf(oid) !== i)
  if (twice !== undefined) return { trouble: 'attribute-twice', oid: twice }
  const several = attributes.find(({ oid, values }) => single.has(oid) && values.length !== 1)
  if (several) return { trouble: 'attribute-values', oid: several.oid }
  const value = (oid: string) => attributes.find((attribute) => attribute.oid === oid)?.values[0]
  const contentType = value(cmsOid.contentType)
  if (contentType === undefined) return { trouble: 'no-content-type' }
  if (oidOf(contentType) !== data.contentType) return { trouble: 'other-content-type' }
  if (value(cmsOid.messageDigest) === undefined) return { trouble: 'no-message-digest' }
  return {}
}

/**
 * Whether the content is what §5.4 signs. With attributes and without them a value is over the same octets, so anybody can drop the
 * attributes of a true signature and call them its content, which the signer never saw. Read as BER: old signers sign that too.
 */
function areAttributes(content: Uint8Array): boolean {
  if (content[0] !== tag.set) return false
  return readOr(false, () => readAttributes(readAsn1(content, 'BER')).some(({ oid }) => oid === cmsOid.messageDigest))
}

const single: ReadonlySet<string> = new Set([
  cmsOid.contentType,
  cmsOid.messageDigest,
  cmsOid.signingTime,
  cmsOid.signingCertificate,
  cmsOid.signingCertificateV2,
])

function messageDigestIsRight(signer: SignerInfo, computed: Uint8Array): boolean | null {
  if (signer.signedAttributes === null) return null
  const told = signer.signedAttributes.find(({ oid }) => oid === cmsOid.messageDigest)?.values[0]
  return told !== undefined && Buffer.compare(octetsOf(told, 'message digest'), computed) === 0
}

/** The value is over the attributes, or over the content itself where there are none. */
function valueIsRight(
  signer: SignerInfo,
  { publicKey }: Certificate,
  named: DigestName | null,
  octets: Uint8Array,
): boolean {
  const scheme = schemeOf(signer.signatureAlgorithm)
  if (scheme === null) return false
  return holds(scheme, publicKey, octets, signer.signature, named)
}
