import type { SigningKey, StampTime, ValidationMaterial } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digest } from '../x509/signature-value.ts'
import type { CanonicalForm } from '../xml/canonical.ts'
import { attributeOf, childrenOf } from '../xml/tree.ts'
import { inBase64 } from './build.ts'
import { SignedDocument } from './document.ts'
import { archiveImprint, type Stampable, signatureImprint } from './imprint.ts'
import { ds, exclusiveNamespace, xades, xades141 } from './names.ts'
import { type Properties, readProperties } from './properties.ts'
import { type Detached, processReference } from './reference.ts'
import { utf8TextOf } from './sign.ts'
import { optionalChild, readSignature } from './structure.ts'
import { openXmlSignatures } from './verify.ts'

/** Which signature is extended, and what it names outside its file. */
export interface SignatureToExtend {
  readonly bytes: Uint8Array
  /** Id of the ds:Signature; not needed where there is only one. */
  readonly id?: string
  readonly detached?: Detached
}

/** 署名タイムスタンプ — B-T: a stamp over the signature value. No key is needed, here or below. */
export async function addSignatureTimeStamp(extension: SignatureToExtend, stamp: StampTime): Promise<Uint8Array> {
  const found = open(extension)
  const token = await stampOver(signatureImprint(found, form), stamp)
  return withProperty(extension, found, stampText('xades:SignatureTimeStamp', `xmlns:xades="${xades}"`, token))
}

/** 検証情報 — B-LT: everything with which signature and stamps can be validated when nobody answers any more. */
export function addValidationMaterial(extension: SignatureToExtend, material: ValidationMaterial): Uint8Array {
  const found = open(extension)
  const names = new Set(found.unsigned.map(({ localName }) => localName))
  // The properties exist once; what comes later has one of its own (EN 319 132-1 §5.5.1).
  const first = !names.has('CertificateValues') && !names.has('RevocationValues')
  return withProperty(extension, found, first ? valuesText(material) : validationDataText(material))
}

/** 長期保管 — B-LTA, and every renewal of it: an archive stamp over all that stands there, after what the earlier stamps need. */
export async function addArchiveTimeStamp(
  extension: SignatureToExtend,
  stamp: StampTime,
  material: ValidationMaterial = { certificates: [], crls: [], ocsps: [] },
): Promise<Uint8Array> {
  const nothing = material.certificates.length + material.crls.length + material.ocsps.length === 0
  const bytes = nothing ? extension.bytes : addValidationMaterial(extension, material)
  const complete = { ...extension, bytes }
  const found = open(complete)
  const token = await stampOver(archiveImprint(found, form, null), stamp)
  return withProperty(complete, found, stampText('xades141:ArchiveTimeStamp', `xmlns:xades141="${xades141}"`, token))
}

const form: CanonicalForm = { method: 'exclusive', comments: false }
const imprintDigest: SigningKey['digest'] = 'SHA-256'

function stampOver(octets: Uint8Array, stamp: StampTime): Promise<Uint8Array> {
  return stamp({ digest: imprintDigest, value: digest(imprintDigest, octets) })
}

type Found = Stampable & { readonly properties: Properties }

function open({ bytes, id, detached = new Map() }: SignatureToExtend): Found {
  const document = new SignedDocument(bytes, detached)
  const fitting = document.signatures.filter((one) => id === undefined || attributeOf(one, 'Id') === id)
  const [element, second] = fitting
  if (!element || second) throw new Malformed('signature-not-named', { found: fitting.length })
  const signature = readSignature(element)
  const properties = readProperties(signature)
  if (properties === null) throw new Malformed('signature-without-properties')
  const references = signature.references.map((one) => processReference(signature, one, document, detached))
  const { qualifying, unsigned } = properties
  return { document, signature, references, unsigned, qualifying, properties }
}

const stampText = (name: string, declaration: string, token: Uint8Array): string =>
  `<${name} ${declaration}><ds:CanonicalizationMethod xmlns:ds="${ds}" Algorithm="${exclusiveNamespace}"/>` +
  `<xades:EncapsulatedTimeStamp xmlns:xades="${xades}">${inBase64(token)}</xades:EncapsulatedTimeStamp></${name}>`

function valuesText({ certificates, crls, ocsps }: ValidationMaterial): string {
  const each = (name: string, values: readonly Uint8Array[]) =>
    values.map((value) => `<xades:${name}>${inBase64(value)}</xades:${name}>`).join('')
  const around = (name: string, inside: string) => inside && `<xades:${name}>${inside}</xades:${name}>`
  const root = (name: string, inside: string) =>
    inside && `<xades:${name} xmlns:xades="${xades}">${inside}</xades:${name}>`
  const lists = around('CRLValues', each('EncapsulatedCRLValue', crls))
  const answers = around('OCSPValues', each('EncapsulatedOCSPValue', ocsps))
  return (
    root('CertificateValues', each('EncapsulatedX509Certificate', certificates)) +
    root('RevocationValues', lists + answers)
  )
}

const validationDataText = (material: ValidationMaterial): string =>
  `<xades141:TimeStampValidationData xmlns:xades141="${xades141}">${valuesText(material)}</xades141:TimeStampValidationData>`

/** The same text with one more unsigned property at the end. A signature that the addition would break is a refusal, not a result. */
function withProperty(extension: SignatureToExtend, found: Found, property: string): Uint8Array {
  const source = utf8TextOf(extension.bytes)
  const { at, text } = place(found, property)
  const extended = Buffer.from(source.slice(0, at) + text + source.slice(at), 'utf8')
  const before = openXmlSignatures(extension.bytes, extension.detached)
  const after = openXmlSignatures(extended, extension.detached)
  const broken = after.find(({ conclusion }, i) => conclusion !== null && before[i]?.conclusion === null)
  if (broken || after.length !== before.length)
    throw new Malformed('extension-breaks-signature', { id: broken?.id ?? '' })
  return extended
}

function place({ qualifying }: Found, property: string): { readonly at: number; readonly text: string } {
  const unsigned = optionalChild(qualifying, xades, 'UnsignedProperties')
  const [inner] = unsigned ? childrenOf(unsigned, xades, 'UnsignedSignatureProperties') : []
  const end = inner ? inner.endTagAt : qualifying.endTagAt
  if (end === null || (unsigned && !inner)) throw new Malformed('unsigned-properties-structure')
  if (inner) return { at: end, text: property }
  return {
    at: end,
    text:
      `<xades:UnsignedProperties xmlns:xades="${xades}"><xades:UnsignedSignatureProperties>${property}` +
      '</xades:UnsignedSignatureProperties></xades:UnsignedProperties>',
  }
}
