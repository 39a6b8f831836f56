import { describe, expect, it } from 'vitest'
import { digest } from '../x509/signature-value.ts'
import { signedText } from './build.ts'
import { enveloped, exclusiveNamespace } from './names.ts'
import { plainSignature, testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'

const key = testKey('p256', 'MIHON TARO')
const other = testKey('p256', 'REIDAI ICHIRO')
const inBase64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')
const digestOf = (name: 'SHA-1' | 'SHA-256', { certificate }: typeof key): string =>
  inBase64(digest(name, certificate.raw))

/** A signature whose properties were changed before anything was hashed: all that is wrong with it is what it says. */
async function openedWith(from: string | RegExp, to: string) {
  const parts = [{ uri: '', transforms: [enveloped, exclusiveNamespace], mimeType: null }]
  const signing = { key, at: Date.UTC(2026, 10, 23), id: 'S', parts, objects: '', keyInfoSigned: false }
  const text = await signedText(signing, (signature) => {
    const changed = signature.replace(from, to)
    if (changed === signature) throw new RangeError('nothing to replace')
    return `<a>${changed}</a>`
  })
  return openXmlSignatures(Buffer.from(text))[0]
}

const issuerSerial = (serial: string) =>
  `<xades:IssuerSerial><ds:X509IssuerName>CN=MIHON TARO,C=JP</ds:X509IssuerName><ds:X509SerialNumber>${serial}</ds:X509SerialNumber></xades:IssuerSerial>`
const byDigest = (name: 'SHA-1' | 'SHA-256', value: string) =>
  `<xades:CertDigest><ds:DigestMethod Algorithm="http://www.w3.org/${name === 'SHA-1' ? '2000/09/xmldsig#sha1' : '2001/04/xmlenc#sha256'}"/><ds:DigestValue>${value}</ds:DigestValue></xades:CertDigest>`
const first = (inside: string) =>
  `<xades:SigningCertificate><xades:Cert>${inside}</xades:Cert></xades:SigningCertificate>`
/** SEQUENCE { SEQUENCE { [4] { SEQUENCE {} } }, INTEGER 4711 } */
const emptyIssuer = Buffer.from('300a3004a402300002021267', 'hex')
const property = /<xades:SigningCertificateV2>.*<\/xades:SigningCertificateV2>/

describe('the signing certificate', () => {
  it('is bound by the property of the first version too, whose SHA-1 is reported', async () => {
    const opened = await openedWith(property, first(byDigest('SHA-1', digestOf('SHA-1', key)) + issuerSerial('4711')))
    expect(opened).toMatchObject({ conclusion: null, signingCertificate: { fingerprint: key.certificate.fingerprint } })
    expect(opened?.algorithms).toContainEqual({ algorithm: 'SHA-1', place: 'signing-certificate-digest' })
  })

  it('is the one of the first entry; further entries name its authorities', async () => {
    const authority = `<xades:Cert>${byDigest('SHA-256', digestOf('SHA-256', other))}</xades:Cert>`
    const opened = await openedWith('</xades:SigningCertificateV2>', `${authority}</xades:SigningCertificateV2>`)
    expect(opened?.conclusion).toBeNull()
  })

  it.each([
    ['the digest of another certificate', digestOf('SHA-256', key), digestOf('SHA-256', other)],
    [
      'the serial number of another certificate',
      property,
      first(byDigest('SHA-256', digestOf('SHA-256', key)) + issuerSerial('4712')),
    ],
    ['a digest under an algorithm that nobody knows', /(?<=CertDigest><ds:DigestMethod Algorithm=")[^"]+/, 'urn:none'],
    ['issuer and serial number of another certificate', /(?<=<xades:IssuerSerialV2>)[^<]+/, inBase64(emptyIssuer)],
  ])('is not found under %s, although all digests are right', async (_, from, to) => {
    const opened = await openedWith(from, to)
    expect(opened?.checks.filter(({ code }) => code === 'reference-digest').map(({ outcome }) => outcome)).toEqual([
      'passed',
      'passed',
    ])
    expect(opened?.conclusion).toEqual({
      indication: 'INDETERMINATE',
      subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
      decidedBy: 'signing-certificate-binding',
    })
  })

  it('is the leaf of KeyInfo where the signature names none, and that is no binding', async () => {
    const opened = await openedWith(property, '')
    expect(opened?.conclusion).toBeNull()
    expect(opened?.checks.map(({ code }) => code)).toContain('signing-certificate-found')
    expect(opened?.checks.map(({ code }) => code)).not.toContain('signing-certificate-binding')
  })

  it.each([
    ['first', [other, key]],
    ['last', [key, other]],
    ['first, as one that the signer issued', [testKey('p256', 'MIHON TARO'), key]],
  ])('is the one whose key signed, where another stands %s in KeyInfo that nobody signed', async (_, shown) => {
    const [opened] = openXmlSignatures(Buffer.from(await plainSignature(key, shown)))
    expect(opened).toMatchObject({
      format: 'XMLDSig',
      conclusion: null,
      signingCertificate: { fingerprint: key.certificate.fingerprint },
    })
  })

  it('is not one that is shown beside what another key signed', async () => {
    const [opened] = openXmlSignatures(Buffer.from(await plainSignature(other, [key])))
    expect(opened?.conclusion).toMatchObject({ indication: 'TOTAL-FAILED', decidedBy: 'signature-value' })
  })
})
