import type { SigningKey } from '../keys/signing-key.ts'
import { swap } from '../testing/edit.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate, passed } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import { addSignatureTimeStamp } from '../xades/extend.ts'
import { signDetached, signEnveloped, signEnveloping } from '../xades/sign.ts'
import { testKey as madeKey, plainSignature } from '../xades/testing.ts'
import type { NegativeCase } from './negative-case.ts'

const key = testKey('doctor')
const at = Date.parse('2026-06-01T09:00:00Z')
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const inBase64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')

const letter = '<letter><amount>14</amount></letter>'
const enveloped = text(await signEnveloped(Buffer.from(letter), { key, at }))
const contents = { name: 'a.txt', mimeType: 'text/plain', bytes: Buffer.from('14') }
const enveloping = text(await signEnveloping(contents, { key, at }))
const detached = text(await signDetached([contents], { key, at }))

const row =
  (source: string) =>
  (done: string, forge: (source: string) => string, expected: Conclusion, remark?: string): NegativeCase => ({
    done,
    format: 'XAdES',
    forged: { file: () => Buffer.from(forge(source)) },
    honest: { file: () => Buffer.from(source === detached ? enveloped : source) },
    expected,
    ...(remark === undefined ? {} : { remark }),
  })

const inDocument = row(enveloped)
const around = row(enveloping)
const beside = row(detached)

const format = failed('FORMAT_FAILURE', 'format')
const hashed = failed('HASH_FAILURE', 'reference-digest')
const value = failed('SIG_CRYPTO_FAILURE', 'signature-value')
const certificate = inBase64(key.certificate.raw)
const another = testCertificate('dentist')
const certificateDigest = inBase64(digest('SHA-256', key.certificate.raw))
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
const xslt = 'http://www.w3.org/TR/1999/REC-xslt-19991116'

const withTransform = (algorithm: string, inside: string) => (source: string) =>
  swap(source, '<ds:Transforms>', `<ds:Transforms><ds:Transform Algorithm="${algorithm}">${inside}</ds:Transform>`)

/** The signed properties keep their id elsewhere, and a reader finds forged ones where they belong. */
function otherProperties(source: string): string {
  const signed = /<xades:SignedProperties [\s\S]*<\/xades:SignedProperties>/.exec(source)?.[0] ?? ''
  const forged = swap(swap(signed, 'Id="Signature-SignedProperties"', 'Id="forged"'), '2026-06-01T', '2026-01-01T')
  const held = swap(
    signed,
    '<xades:SignedProperties ',
    '<xades:SignedProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" ',
  )
  return swap(swap(source, signed, forged), '<ds:Object>', `<ds:Object>${held}</ds:Object><ds:Object>`)
}

const inner = (source: string): string => source.replace(/<\?.*\?>\n/, '')

export const xmlContentCases: readonly NegativeCase[] = [
  inDocument('the content changed', (source) => swap(source, '14<', '90<'), hashed),
  around(
    'content and its digest changed together',
    (source) =>
      swap(
        swap(source, inBase64(Buffer.from('14')), inBase64(Buffer.from('90'))),
        inBase64(digest('SHA-256', Buffer.from('14'))),
        inBase64(digest('SHA-256', Buffer.from('90'))),
      ),
    value,
  ),
  around(
    'wrapping: the signature put into a letter of another content',
    (source) => `<letter><amount>90</amount>${inner(source)}</letter>`,
    passed,
    'unsigned-siblings',
  ),
  inDocument(
    'wrapping: a second content in an Object that is not signed',
    (source) => swap(source, '<ds:Object>', '<ds:Object><amount>90</amount></ds:Object><ds:Object>'),
    passed,
    'unsigned-siblings',
  ),
  inDocument(
    'wrapping: the signed properties moved aside, others in their place',
    otherProperties,
    failed('FORMAT_FAILURE', 'signed-properties-covered'),
  ),
  around(
    'two elements under the id that is signed',
    (source) => swap(source, '<ds:Object>', '<ds:Object Id="Signature-Content"/><ds:Object>'),
    failed('FORMAT_FAILURE', 'reference-unique'),
  ),
  around(
    'the id that is signed once more, in small letters',
    (source) => swap(source, '<ds:Object>', '<ds:Object><x id="Signature-Content"/></ds:Object><ds:Object>'),
    failed('FORMAT_FAILURE', 'reference-unique'),
  ),
  around(
    'a reference to an id that nothing has',
    (source) => swap(source, 'URI="#Signature-Content"', 'URI="#nothing"'),
    value,
  ),
  beside('a reference to the web', (source) => swap(source, 'URI="a.txt"', 'URI="http://sample.example/a.txt"'), value),
  beside(
    'a reference to a file of the machine',
    (source) => swap(source, 'URI="a.txt"', 'URI="file:///etc/passwd"'),
    value,
  ),
  beside(
    'a content that is not handed in',
    (source) => source,
    indeterminate('SIGNED_DATA_NOT_FOUND', 'reference-found'),
  ),
  inDocument('an XPath transform that selects nothing', withTransform(xpath, '<ds:XPath>false()</ds:XPath>'), value),
  inDocument('an XSLT transform', withTransform(xslt, ''), value),
  inDocument('a transform taken out', (source) => swap(source, `<ds:Transform Algorithm="${exclusive}"/>`, ''), value),
  inDocument('all references taken out', (source) => swap(source, /<ds:Reference [\s\S]*<\/ds:Reference>/, ''), format),
  inDocument('a doctype', (source) => swap(source, '<letter>', '<!DOCTYPE letter><letter>'), format),
  inDocument(
    'an entity from outside',
    (source) => swap(source, '<letter>', '<!DOCTYPE letter [<!ENTITY e SYSTEM "file:///etc/passwd">]><letter>'),
    format,
  ),
  inDocument('cut off', (source) => source.slice(0, -10), format),
]

export const xmlSignatureCases: readonly NegativeCase[] = [
  inDocument(
    'the signature value changed',
    (source) => swap(source, /(?<=Id="Signature-SignatureValue">)[^<]{4}/, 'AAAA'),
    value,
  ),
  inDocument('the signing time changed', (source) => swap(source, '2026-06-01T', '2026-05-01T'), hashed),
  inDocument(
    "KeyInfo with another doctor's certificate",
    (source) => swap(source, certificate, inBase64(another.raw)),
    indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-binding'),
  ),
  inDocument(
    "the digest of another's certificate in SigningCertificateV2",
    (source) => swap(source, certificateDigest, inBase64(digest('SHA-256', another.raw))),
    hashed,
  ),
  inDocument(
    'KeyInfo taken out',
    (source) => swap(source, /<ds:KeyInfo[\s\S]*<\/ds:KeyInfo>/, ''),
    indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-binding'),
  ),
  inDocument(
    'the properties of another signature',
    (source) => swap(source, 'Target="#Signature"', 'Target="#Another"'),
    format,
  ),
  inDocument(
    'a second property of the certificate',
    (source) =>
      swap(
        source,
        '</xades:SignedSignatureProperties>',
        '<xades:SigningCertificate/></xades:SignedSignatureProperties>',
      ),
    format,
  ),
  inDocument(
    'properties that no reference covers',
    (source) => swap(source, 'Type="http://uri.etsi.org/01903#SignedProperties"', 'Type="urn:none"'),
    failed('FORMAT_FAILURE', 'signed-properties-covered'),
  ),
  inDocument(
    'SignedInfo twice',
    (source) => swap(source, '<ds:SignatureValue', '<ds:SignedInfo/><ds:SignatureValue'),
    format,
  ),
  inDocument(
    'HMAC as the method',
    (source) => swap(source, 'rsa-sha256', 'hmac-sha256'),
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'signature-method-known'),
  ),
  inDocument('another digest named for the same value', (source) => swap(source, 'rsa-sha256', 'rsa-sha384'), value),
  inDocument(
    'a canonical form that nobody knows',
    (source) => swap(source, exclusive, 'urn:none'),
    indeterminate('SIG_CONSTRAINTS_FAILURE', 'canonical-form-known'),
  ),
]

const early = Date.parse('2026-02-15T00:00:00Z')
/** Revoked on 1 March: only its own stamp can save it. */
const revoked = await signEnveloped(Buffer.from(letter), { key: testKey('doctor-revoked'), at: early })
const stamped = await addSignatureTimeStamp({ bytes: revoked }, stampAuthority(early))
const stampIn = (source: string): string =>
  /<xades:UnsignedProperties[\s\S]*<\/xades:UnsignedProperties>/.exec(source)?.[0] ?? ''

/** The stamp of the doctor's signature over the same letter. */
async function withStampOfAnother(): Promise<Uint8Array> {
  const honest = text(await addSignatureTimeStamp({ bytes: Buffer.from(enveloped) }, stampAuthority(early)))
  return Buffer.from(swap(text(stamped), stampIn(text(stamped)), stampIn(honest)))
}

/** The note has one of the ids that signing uses, so that another is taken and the doctor's can stand in the same file. */
const withNote = swap(letter, '<amount>', '<note Id="Signature-KeyInfo"/><amount>')
const byNurse = text(await signEnveloped(Buffer.from(withNote), { key: testKey('nurse'), at }))
const byDoctor = await signEnveloped(Buffer.from(withNote), { key, at })

/** A true signature of the doctor's, over something else, as if it confirmed the nurse's. */
const countersigned = (): string =>
  swap(
    byNurse,
    '</xades:QualifyingProperties>',
    '<xades:UnsignedProperties><xades:UnsignedSignatureProperties>' +
      `<xades:CounterSignature>${inner(enveloping)}</xades:CounterSignature>` +
      '</xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>',
  )

export const xmlStampCases: readonly NegativeCase[] = [
  {
    done: 'the time stamp of another signature',
    format: 'XAdES',
    forged: { file: withStampOfAnother },
    honest: { file: () => stamped },
    expected: indeterminate('REVOKED_NO_POE', 'certificate-not-revoked'),
    stamp: 'HASH_FAILURE',
  },
  {
    done: 'the time stamp taken out',
    format: 'XAdES',
    forged: { file: () => Buffer.from(swap(text(stamped), stampIn(text(stamped)), '')) },
    honest: { file: () => stamped },
    expected: indeterminate('REVOKED_NO_POE', 'certificate-not-revoked'),
  },
  {
    done: "a doctor's countersignature injected into what a nurse signed",
    format: 'XAdES',
    forged: { file: () => Buffer.from(countersigned()) },
    honest: { file: () => byDoctor },
    expected: passed,
    qualification: 'insufficient-role',
    remark: 'counter-signature',
  },
]

const plainly = async (by: SigningKey, ...shown: SigningKey[]): Promise<Uint8Array> =>
  Buffer.from(await plainSignature(by, [...shown, { certificate: testCertificate('signing-ca') }]))
const forger = madeKey('rsa', '見本 太郎')

/** XML-DSig without XAdES: nobody signed whose certificate it is. */
const plain = (done: string, file: Promise<Uint8Array>, expected: Conclusion): NegativeCase => ({
  done,
  format: 'XMLDSig',
  forged: { file: () => file },
  honest: { file: () => plainly(key, forger, key) },
  expected,
})
const nobody = indeterminate('NO_CERTIFICATE_CHAIN_FOUND', 'path')

export const xmlPlainCases: readonly NegativeCase[] = [
  plain("signed by a forger, the doctor's certificate first", plainly(forger, key, forger), nobody),
  plain("signed by a forger, the doctor's certificate last", plainly(forger, forger, key), nobody),
  plain("signed by a forger, the doctor's certificate alone", plainly(forger, key), value),
]
