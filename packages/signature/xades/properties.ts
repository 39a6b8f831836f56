import type { Moment } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { attributeOf, childrenOf, isElement, textUnder, type XmlElement } from '../xml/tree.ts'
import { digestOfUri, ds, xades, xades141 } from './names.ts'
import { octetsUnder } from './octets.ts'
import { algorithmOf, elementsIn, onlyChild, optionalChild, type SignatureElement } from './structure.ts'

/** One entry of SigningCertificate or SigningCertificateV2. */
export interface CertificateDigest {
  /** null: an algorithm that we do not know. */
  readonly algorithm: ReturnType<typeof digestOfUri> | null
  readonly digest: Uint8Array
  /** DER IssuerSerial of V2. */
  readonly issuerSerial: Uint8Array | null
  /** Decimal, of V1. */
  readonly serialNumber: string | null
}

/** 署名プロパティ — what XAdES adds to a signature, signed and unsigned. */
export interface Properties {
  readonly qualifying: XmlElement
  readonly signed: XmlElement
  readonly signingTime: Moment | null
  /** null: there is no such property; the first entry is the signer's. */
  readonly signingCertificate: readonly CertificateDigest[] | null
  readonly claimedRoles: readonly string[]
  /** Every unsigned property in document order; empty where there is none. */
  readonly unsigned: readonly XmlElement[]
  readonly certificateValues: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** null: a plain XML signature. More than one QualifyingProperties, or one of another signature, is a forgery in the making. */
export function readProperties(signature: SignatureElement): Properties | null {
  const found = signature.objects.flatMap((object) => childrenOf(object, xades, 'QualifyingProperties'))
  const [qualifying, second] = found
  if (qualifying === undefined) return null
  if (second) throw new Malformed('qualifying-properties-twice')
  if (attributeOf(qualifying, 'Target') !== `#${signature.id}`) throw new Malformed('qualifying-properties-target')
  const signed = onlyChild(qualifying, xades, 'SignedProperties')
  const unsigned = unsignedIn(qualifying)
  const ofSignature = optionalChild(signed, xades, 'SignedSignatureProperties')
  return {
    qualifying,
    signed,
    signingTime: ofSignature && timeIn(ofSignature),
    signingCertificate: ofSignature && certificateDigestsIn(ofSignature),
    claimedRoles: ofSignature ? claimedRolesIn(ofSignature) : [],
    unsigned,
    ...valuesIn(unsigned),
  }
}

function unsignedIn(qualifying: XmlElement): readonly XmlElement[] {
  const holder = optionalChild(qualifying, xades, 'UnsignedProperties')
  const ofSignature = holder && optionalChild(holder, xades, 'UnsignedSignatureProperties')
  return ofSignature ? elementsIn(ofSignature) : []
}

function timeIn(properties: XmlElement): Moment | null {
  const element = optionalChild(properties, xades, 'SigningTime')
  if (element === null) return null
  const text = textUnder(element).trim()
  const moment = Date.parse(text)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(moment))
    throw new Malformed('signing-time')
  return moment
}

function certificateDigestsIn(properties: XmlElement): readonly CertificateDigest[] | null {
  const [first, second] = [
    optionalChild(properties, xades, 'SigningCertificateV2'),
    optionalChild(properties, xades, 'SigningCertificate'),
  ]
  if (first && second) throw new Malformed('signing-certificate-twice')
  const holder = first ?? second
  if (holder === null) return null
  const entries = childrenOf(holder, xades, 'Cert')
  if (entries.length === 0) throw new Malformed('signing-certificate-empty')
  return entries.map((entry) => {
    const value = onlyChild(entry, xades, 'CertDigest')
    const named = optionalChild(entry, xades, 'IssuerSerial')
    const encoded = optionalChild(entry, xades, 'IssuerSerialV2')
    return {
      algorithm: digestOfUri(algorithmOf(onlyChild(value, ds, 'DigestMethod'))) ?? null,
      digest: octetsUnder(onlyChild(value, ds, 'DigestValue')),
      issuerSerial: encoded && octetsUnder(encoded),
      serialNumber: named && textUnder(onlyChild(named, ds, 'X509SerialNumber')).trim(),
    }
  })
}

function claimedRolesIn(properties: XmlElement): readonly string[] {
  return ['SignerRole', 'SignerRoleV2']
    .flatMap((name) => childrenOf(properties, xades, name))
    .flatMap((role) => childrenOf(role, xades, 'ClaimedRoles'))
    .flatMap((claimed) => childrenOf(claimed, xades, 'ClaimedRole'))
    .map((role) => textUnder(role).trim())
}

/** Certificates, lists and OCSP answers of CertificateValues, RevocationValues and TimeStampValidationData, wherever they stand. */
export function valuesIn(unsigned: readonly XmlElement[]) {
  const holders = unsigned.flatMap((one) => [
    one,
    ...(one.localName === 'TimeStampValidationData' && one.namespace === xades141
      ? one.children.filter(isElement)
      : []),
  ])
  const under = (holder: string, list: string | null, value: string): readonly Uint8Array[] =>
    holders
      .filter(({ localName, namespace }) => localName === holder && namespace === xades)
      .flatMap((found) => (list === null ? [found] : childrenOf(found, xades, list)))
      .flatMap((found) => childrenOf(found, xades, value))
      .map(octetsUnder)
  return {
    certificateValues: under('CertificateValues', null, 'EncapsulatedX509Certificate'),
    crls: under('RevocationValues', 'CRLValues', 'EncapsulatedCRLValue'),
    ocsps: under('RevocationValues', 'OCSPValues', 'EncapsulatedOCSPValue'),
  }
}
