import { constructed } from '../asn1/tag.ts'
import type { Moment } from '../asn1/value.ts'
import { der, integer, sequence } from '../asn1/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digest } from '../x509/signature-value.ts'
import { attributeOf } from '../xml/tree.ts'
import { SignedDocument } from './document.ts'
import { ds, exclusiveNamespace, signedPropertiesType, uriOfDigest, uriOfScheme, xades } from './names.ts'
import { signatureAsPair } from './octets.ts'
import { type Detached, processReference } from './reference.ts'
import { readSignature } from './structure.ts'

/** One part to be signed: where it is, what is done to it before it is hashed, and what kind of data it is. */
export interface Part {
  readonly uri: string
  /** Algorithm identifiers in order; empty: none are written, which means inclusive C14N 1.0 for elements. */
  readonly transforms: readonly string[]
  readonly mimeType: string | null
}

/** What every XML signature of ours is made from. */
export interface Signing {
  readonly key: SigningKey
  /** SigningTime: what the signer claims. */
  readonly at: Moment
  /** Id of the ds:Signature; all other ids begin with it. */
  readonly id: string
  readonly parts: readonly Part[]
  /** ds:Object elements that carry contents. */
  readonly objects: string
  /** Whether KeyInfo is signed too, as e-prescriptions do. */
  readonly keyInfoSigned: boolean
}

/**
 * The file with its signature: `around` puts the ds:Signature where it belongs. Every digest is taken from the very text that is
 * returned: first written without digests, read, then with digests and without value, read again. Nothing is canonicalized that was
 * not read from there.
 */
export async function signedText(
  signing: Signing,
  around: (signature: string) => string,
  detached: Detached = new Map(),
): Promise<string> {
  const references = [...signing.parts.map(partReference), ...keyInfoReference(signing), propertiesReference(signing)]
  const written = (digests: readonly string[], value: string) =>
    around(
      signatureText(
        signing,
        references.map((text, i) => text(digests[i] ?? '', signing, i)),
        value,
      ),
    )
  const digests = digestsOf(written([], ''), signing, detached)
  const value = await signatureValueOf(written(digests, ''), signing)
  return written(digests, value)
}

function opened(text: string, id: string, detached?: Detached) {
  const document = new SignedDocument(Buffer.from(text, 'utf8'), detached)
  const element = document.signatures.find((one) => attributeOf(one, 'Id') === id)
  if (element === undefined) throw new RangeError('the signature was not put into the text')
  return { document, signature: readSignature(element) }
}

function digestsOf(text: string, { id, key }: Signing, detached: Detached): readonly string[] {
  const { document, signature } = opened(text, id, detached)
  return signature.references.map((reference) => {
    const { octets, checks } = processReference(signature, reference, document, detached)
    if (octets === null) throw new Malformed(checks[0]?.code ?? 'reference', { uri: reference.uri ?? '' })
    return inBase64(digest(key.digest, octets))
  })
}

async function signatureValueOf(text: string, { id, key }: Signing): Promise<string> {
  const { document, signature } = opened(text, id)
  const octets = document.canonical(signature.signedInfo, { method: 'exclusive', comments: false })
  const value = await key.sign(octets)
  return inBase64(key.algorithm === 'ECDSA' ? signatureAsPair(value, key.certificate.publicKey) : value)
}

type ReferenceText = (digest: string, signing: Signing, index: number) => string

const transformsText = (transforms: readonly string[]): string =>
  transforms.length === 0
    ? ''
    : `<ds:Transforms>${transforms.map((one) => `<ds:Transform Algorithm="${one}"/>`).join('')}</ds:Transforms>`

const referenceText = (attributes: string, transforms: readonly string[], value: string, { key }: Signing): string =>
  `<ds:Reference ${attributes}>${transformsText(transforms)}<ds:DigestMethod Algorithm="${uriOfDigest(key.digest)}"/>` +
  `<ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`

const partReference =
  ({ uri, transforms }: Part): ReferenceText =>
  (value, signing, index) =>
    referenceText(`Id="${signing.id}-Reference${index + 1}" URI="${escaped(uri)}"`, transforms, value, signing)

const keyInfoReference = ({ keyInfoSigned }: Signing): readonly ReferenceText[] =>
  keyInfoSigned
    ? [(value, signing) => referenceText(`URI="#${signing.id}-KeyInfo"`, [exclusiveNamespace], value, signing)]
    : []

const propertiesReference =
  (_: Signing): ReferenceText =>
  (value, signing) =>
    referenceText(
      `Type="${signedPropertiesType}" URI="#${signing.id}-SignedProperties"`,
      [exclusiveNamespace],
      value,
      signing,
    )

function signatureText(signing: Signing, references: readonly string[], value: string): string {
  const { id, key, objects } = signing
  const certificates = [key.certificate, ...key.chain]
    .map(({ raw }) => `<ds:X509Certificate>${inBase64(raw)}</ds:X509Certificate>`)
    .join('')
  return (
    `<ds:Signature xmlns:ds="${ds}" Id="${id}"><ds:SignedInfo>` +
    `<ds:CanonicalizationMethod Algorithm="${exclusiveNamespace}"/>` +
    `<ds:SignatureMethod Algorithm="${uriOfScheme(key.algorithm, key.digest)}"/>${references.join('')}</ds:SignedInfo>` +
    `<ds:SignatureValue Id="${id}-SignatureValue">${value}</ds:SignatureValue>` +
    `<ds:KeyInfo Id="${id}-KeyInfo"><ds:X509Data>${certificates}</ds:X509Data></ds:KeyInfo>${objects}` +
    `<ds:Object>${propertiesText(signing)}</ds:Object></ds:Signature>`
  )
}

/** EN 319 132-1 §5.2: what a baseline signature must carry under its value. */
function propertiesText({ id, key, at, parts }: Signing): string {
  const formats = parts
    .map(({ mimeType }, index) =>
      mimeType === null
        ? ''
        : `<xades:DataObjectFormat ObjectReference="#${id}-Reference${index + 1}"><xades:MimeType>${escaped(mimeType)}` +
          '</xades:MimeType></xades:DataObjectFormat>',
    )
    .join('')
  const objects = formats && `<xades:SignedDataObjectProperties>${formats}</xades:SignedDataObjectProperties>`
  return (
    `<xades:QualifyingProperties xmlns:xades="${xades}" Target="#${id}"><xades:SignedProperties Id="${id}-SignedProperties">` +
    `<xades:SignedSignatureProperties><xades:SigningTime>${new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${uriOfDigest('SHA-256')}"/>` +
    `<ds:DigestValue>${inBase64(digest('SHA-256', key.certificate.raw))}</ds:DigestValue></xades:CertDigest>` +
    `<xades:IssuerSerialV2>${inBase64(issuerSerial(key))}</xades:IssuerSerialV2></xades:Cert></xades:SigningCertificateV2>` +
    `</xades:SignedSignatureProperties>${objects}</xades:SignedProperties></xades:QualifyingProperties>`
  )
}

/** RFC 5035 §4. */
const issuerSerial = ({ certificate }: SigningKey): Uint8Array =>
  sequence(sequence(der(constructed(4), certificate.issuer.raw)), integer(certificate.serialNumber))

export const inBase64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#xD;')
