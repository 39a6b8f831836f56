import { Malformed } from '../malformed.ts'
import type { CanonicalForm } from '../xml/canonical.ts'
import type { XmlElement } from '../xml/tree.ts'
import type { SignedDocument } from './document.ts'
import { ds } from './names.ts'
import { inForm, type ProcessedReference } from './reference.ts'
import { optionalChild, readCanonicalForm, type SignatureElement } from './structure.ts'

/** All that a signature's time stamps may cover. */
export interface Stampable {
  readonly document: SignedDocument
  readonly signature: SignatureElement
  readonly references: readonly ProcessedReference[]
  /** Every unsigned property in document order. */
  readonly unsigned: readonly XmlElement[]
  readonly qualifying: XmlElement
}

/** The form that a time-stamp element asks for; without one it is inclusive C14N 1.0. */
export function formOfStamp(stamp: XmlElement): CanonicalForm {
  const method = optionalChild(stamp, ds, 'CanonicalizationMethod')
  if (method === null) return { method: 'inclusive-1.0', comments: false }
  const form = readCanonicalForm(method)
  if (form === null) throw new Malformed('time-stamp-canonical-form')
  return form
}

/** SignatureTimeStamp (EN 319 132-1 §5.3): the SignatureValue element. */
export const signatureImprint = ({ document, signature }: Stampable, form: CanonicalForm): Uint8Array =>
  document.canonical(signature.valueElement, form)

/** What the stamps of XAdES-X cover besides the value, wherever it stands before them. */
const referred: ReadonlySet<string> = new Set([
  'SignatureTimeStamp',
  'CompleteCertificateRefs',
  'CompleteCertificateRefsV2',
  'CompleteRevocationRefs',
  'AttributeCertificateRefs',
  'AttributeCertificateRefsV2',
  'AttributeRevocationRefs',
])

/** SigAndRefsTimeStamp (ETSI TS 101 903 §7.5.1.1, EN 319 132-2): the SignatureValue element, its stamps and the references before it. */
export function referencesImprint(stampable: Stampable, form: CanonicalForm, before: XmlElement): Uint8Array {
  const { document, signature, unsigned } = stampable
  const under = unsigned.slice(0, unsigned.indexOf(before)).filter(({ localName }) => referred.has(localName))
  return Buffer.concat([signature.valueElement, ...under].map((element) => document.canonical(element, form)))
}

/**
 * ArchiveTimeStamp (EN 319 132-1 §5.5.2.2): what the references came to, SignedInfo, SignatureValue, KeyInfo, the unsigned properties
 * before the stamp in document order, and every ds:Object but the one of the properties. `before` is the stamp; null for one that is
 * still to be made and will stand last.
 */
export function archiveImprint(stampable: Stampable, form: CanonicalForm, before: XmlElement | null): Uint8Array {
  const { document, signature, references, unsigned, qualifying } = stampable
  const contents = references.map(({ nodes, octets }) => {
    if (octets === null) throw new Malformed('time-stamp-reference')
    return nodes === null ? octets : inForm(nodes, form, document)
  })
  const end = before === null ? unsigned.length : unsigned.indexOf(before)
  const elements = [
    signature.signedInfo,
    signature.valueElement,
    ...(signature.keyInfo ? [signature.keyInfo] : []),
    ...unsigned.slice(0, end),
    ...signature.objects.filter((object) => qualifying.parent !== object),
  ]
  return Buffer.concat([...contents, ...elements.map((element) => document.canonical(element, form))])
}
