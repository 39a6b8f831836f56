import { describe, expect, it } from 'vitest'
import { signDispensing, signPrescription } from '../eprescription/sign.ts'
import { openEprescription } from '../eprescription/verify.ts'
import { swap } from '../testing/edit.ts'
import { digest } from '../x509/signature-value.ts'
import { signDetached, signEnveloped, signEnveloping } from './sign.ts'
import { testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'

const key = testKey('p256', 'MIHON TARO')
const other = testKey('p256', 'REIDAI ICHIRO')
const at = Date.UTC(2026, 10, 23, 4)
const content = { id: '00000000-0000-4000-8000-000000000001', contents: Buffer.from('SJ1\n錠 1\n'), additional: null }

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const enveloped = text(await signEnveloped(Buffer.from('<doc><amount>10<!-- x -->00</amount></doc>'), { key, at }))
const enveloping = text(
  await signEnveloping({ name: 'a', mimeType: 'text/plain', bytes: Buffer.from('10') }, { key, at }),
)
const detached = text(
  await signDetached([{ name: 'a.txt', mimeType: 'text/plain', bytes: Buffer.from('a') }], { key, at }),
)
const prescription = text(await signPrescription(content, { key, at }))
// Its digest does not change with the namespaces around the contents: the wrapping that inclusive forms would notice.
const exclusivePrescription = text(await signPrescription(content, { key, at }, 'exclusive'))
const dispensing = text(await signDispensing(Buffer.from(prescription), content, { key: other, at }))

const signatureIn = (source: string): string => /<ds:Signature [\s\S]*?<\/ds:Signature>/.exec(source)?.[0] ?? ''
const documentIn = (source: string): string =>
  /<PrescriptionDocument [\s\S]*?<\/PrescriptionDocument>/.exec(source)?.[0] ?? ''
const forgedContents = `<PrescriptionDocument id="PrescriptionDocument">${Buffer.from('SJ1\n錠 9\n').toString('base64')}</PrescriptionDocument>`

const inBase64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
const certificateDigest = inBase64(digest('SHA-256', key.certificate.raw))

type Case = readonly [name: string, source: string, subIndication: string, decidedBy: string]

const general: readonly Case[] = [
  ['a changed content', swap(enveloped, '10<', '20<'), 'HASH_FAILURE', 'reference-digest'],
  ['contents changed inside the signature', swap(enveloping, '>MTA=<', '>MjA=<'), 'HASH_FAILURE', 'reference-digest'],
  [
    'a changed digest',
    swap(enveloped, /<ds:DigestValue>[^<]{4}/, '<ds:DigestValue>AAAA'),
    'HASH_FAILURE',
    'reference-digest',
  ],
  [
    'content and digest changed together',
    swap(
      swap(enveloping, '>MTA=<', '>MjA=<'),
      inBase64(digest('SHA-256', Buffer.from('10'))),
      inBase64(digest('SHA-256', Buffer.from('20'))),
    ),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'a changed signature value',
    swap(enveloped, /(?<=Id="Signature-SignatureValue">)[^<]{4}/, 'AAAA'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  ['a signature value that is no base64', swap(enveloped, /(?<=SignatureValue">)./, '!'), 'FORMAT_FAILURE', 'format'],
  ['an empty signature value', swap(enveloped, /(?<=SignatureValue">)[^<]+/, ''), 'FORMAT_FAILURE', 'format'],
  ['a changed signing time', swap(enveloped, '2026-11-23T04', '2026-11-22T04'), 'HASH_FAILURE', 'reference-digest'],
  ['a signing time that is none', swap(enveloped, '2026-11-23T04:00:00Z', 'yesterday'), 'FORMAT_FAILURE', 'format'],
  [
    'the certificate of somebody else in KeyInfo',
    swap(enveloped, inBase64(key.certificate.raw), inBase64(other.certificate.raw)),
    'NO_SIGNING_CERTIFICATE_FOUND',
    'signing-certificate-binding',
  ],
  [
    'the digest of another certificate',
    swap(enveloped, certificateDigest, inBase64(digest('SHA-256', other.certificate.raw))),
    'HASH_FAILURE',
    'reference-digest',
  ],
  [
    'no certificate',
    swap(enveloped, /<ds:KeyInfo[\s\S]*<\/ds:KeyInfo>/, ''),
    'NO_SIGNING_CERTIFICATE_FOUND',
    'signing-certificate-binding',
  ],
  ['a certificate that is none', swap(enveloped, inBase64(key.certificate.raw), 'AAAA'), 'FORMAT_FAILURE', 'format'],
  ['a doctype', swap(enveloped, '<doc>', '<!DOCTYPE doc><doc>'), 'FORMAT_FAILURE', 'format'],
  [
    'an entity from a file',
    swap(enveloped, '<doc>', '<!DOCTYPE doc [<!ENTITY e SYSTEM "file:///etc/passwd">]><doc>'),
    'FORMAT_FAILURE',
    'format',
  ],
  ['an entity nobody declared', swap(enveloped, '10<', '&e;<'), 'FORMAT_FAILURE', 'format'],
  ['contents that are not handed in', detached, 'SIGNED_DATA_NOT_FOUND', 'reference-found'],
  [
    'a reference to the web',
    swap(detached, 'URI="a.txt"', 'URI="http://sample.example/a.txt"'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'a reference to a file',
    swap(detached, 'URI="a.txt"', 'URI="file:///etc/passwd"'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  ['a reference without an address', swap(enveloped, ' URI=""', ''), 'SIG_CRYPTO_FAILURE', 'signature-value'],
  [
    'a reference to an id that nothing has',
    swap(enveloping, 'URI="#Signature-Content"', 'URI="#nothing"'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'an XPath transform',
    swap(
      enveloped,
      '<ds:Transforms>',
      `<ds:Transforms><ds:Transform Algorithm="${xpath}"><ds:XPath>true()</ds:XPath></ds:Transform>`,
    ),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'one transform less',
    swap(enveloped, `<ds:Transform Algorithm="${exclusive}"/>`, ''),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'another canonical form for SignedInfo',
    swap(enveloped, exclusive, `${exclusive}WithComments`),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'a canonical form nobody knows',
    swap(enveloped, exclusive, 'urn:none'),
    'SIG_CONSTRAINTS_FAILURE',
    'canonical-form-known',
  ],
  [
    'HMAC as the method',
    swap(enveloped, 'ecdsa-sha256', 'hmac-sha256'),
    'CRYPTO_CONSTRAINTS_FAILURE',
    'signature-method-known',
  ],
  [
    'another digest for the same value',
    swap(enveloped, 'ecdsa-sha256', 'ecdsa-sha384'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'RSA named over a key of a curve',
    swap(enveloped, 'ecdsa-sha256', 'rsa-sha256'),
    'SIG_CRYPTO_FAILURE',
    'signature-value',
  ],
  [
    'two equal ids',
    swap(enveloping, '<ds:Object>', '<ds:Object Id="Signature-Content"/><ds:Object>'),
    'FORMAT_FAILURE',
    'reference-unique',
  ],
  [
    'an equal id in small letters',
    swap(enveloping, '<ds:Object>', '<ds:Object><x id="Signature-Content"/></ds:Object><ds:Object>'),
    'FORMAT_FAILURE',
    'reference-unique',
  ],
  [
    'SignedInfo twice',
    swap(enveloped, '<ds:SignatureValue', '<ds:SignedInfo/><ds:SignatureValue'),
    'FORMAT_FAILURE',
    'format',
  ],
  ['no references', swap(enveloped, /<ds:Reference [\s\S]*<\/ds:Reference>/, ''), 'FORMAT_FAILURE', 'format'],
  [
    'the properties of another signature',
    swap(enveloped, 'Target="#Signature"', 'Target="#Another"'),
    'FORMAT_FAILURE',
    'format',
  ],
  [
    'properties twice',
    swap(
      enveloped,
      '</ds:Object>',
      '<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#Signature"/></ds:Object>',
    ),
    'FORMAT_FAILURE',
    'format',
  ],
  [
    'properties that no reference covers',
    swap(enveloped, 'Type="http://uri.etsi.org/01903#SignedProperties"', 'Type="urn:none"'),
    'FORMAT_FAILURE',
    'signed-properties-covered',
  ],
  [
    'the signed properties moved aside, others in their place',
    wrappedProperties(),
    'FORMAT_FAILURE',
    'signed-properties-covered',
  ],
  [
    'two certificate properties',
    swap(
      enveloped,
      '</xades:SignedSignatureProperties>',
      '<xades:SigningCertificate/></xades:SignedSignatureProperties>',
    ),
    'FORMAT_FAILURE',
    'format',
  ],
  ['a document that ends too early', enveloped.slice(0, -10), 'FORMAT_FAILURE', 'format'],
  [
    'sixty-five references',
    swap(enveloped, '</ds:SignedInfo>', `${'<ds:Reference/>'.repeat(65)}</ds:SignedInfo>`),
    'FORMAT_FAILURE',
    'format',
  ],
]

/** The wrapping of XAdES: the signed properties keep their id elsewhere, a reader finds forged ones where they belong. */
function wrappedProperties(): string {
  const signed = /<xades:SignedProperties [\s\S]*<\/xades:SignedProperties>/.exec(enveloped)?.[0] ?? ''
  const forged = signed.replace('Id="Signature-SignedProperties"', 'Id="forged"').replace('2026-11-23T', '2026-01-01T')
  const moved = swap(enveloped, signed, forged)
  const holder = signed.replace(
    '<xades:SignedProperties ',
    '<xades:SignedProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" ',
  )
  return swap(moved, '<ds:Object>', `<ds:Object>${holder}</ds:Object><ds:Object>`)
}

describe('a forged XML signature', () => {
  it.each(general)('with %s fails as it should', (_, source, subIndication, decidedBy) => {
    const [opened] = openXmlSignatures(Buffer.from(source))
    expect(opened?.conclusion).toMatchObject({ subIndication, decidedBy })
  })

  it('is told from one whose comments changed, which nobody signed', () => {
    const [opened] = openXmlSignatures(Buffer.from(swap(enveloped, '<!-- x -->', '<!-- y -->')))
    expect(opened?.conclusion).toBeNull()
    expect(opened?.coverage.remarks).toEqual([{ code: 'comments-not-signed', facts: {} }])
    expect(text(opened?.signedPieces[0]?.bytes ?? Buffer.of())).toContain('<amount>1000</amount>')
  })

  it('is told from one that was put into another document: what is around it is named', () => {
    const [opened] = openXmlSignatures(
      Buffer.from(`<letter><body>forged</body>${enveloping.replace(/<\?.*\?>\n/, '')}</letter>`),
    )
    expect(opened?.conclusion).toBeNull()
    expect(opened?.coverage).toEqual({
      whole: false,
      remarks: [{ code: 'unsigned-siblings', facts: { count: 1, names: 'body' } }],
    })
  })
})

describe('the coverage of an XML signature', () => {
  const inLetter = (before: string, after = '') =>
    openXmlSignatures(Buffer.from(`<letter${before}${enveloping.replace(/<\?.*\?>\n/, '')}${after}</letter>`))[0]
      ?.coverage.remarks

  it.each([
    ['an element', '><body/>', '', 'body'],
    ['a text', '>forged', '', 'letter/text()'],
    ['an attribute', ' to="forged">', '', 'letter/@to'],
    ['all of these', ' to="forged"><body/>', 'forged', 'letter/@to, letter/text(), body'],
  ])('does not reach %s around it', (_, before, after, names) => {
    expect(inLetter(before, after)).toMatchObject([{ code: 'unsigned-siblings', facts: { names } }])
  })

  it.each(['forged', '<forged/>'])(
    'does not reach %s in an Object that an enveloped signature leaves out',
    (inside) => {
      const [opened] = openXmlSignatures(
        Buffer.from(swap(enveloped, '<ds:Object>', `<ds:Object>${inside}</ds:Object><ds:Object>`)),
      )
      expect(opened?.conclusion).toBeNull()
      expect(opened?.coverage).toMatchObject({ whole: false, remarks: [{ facts: { names: 'ds:Object' } }, {}] })
    },
  )
})

const ofPrescriptions: readonly Case[] = [
  [
    'changed contents',
    swap(prescription, documentIn(prescription), forgedContents),
    'HASH_FAILURE',
    'reference-digest',
  ],
  [
    'the signed contents moved aside and others in their place',
    swap(
      prescription,
      documentIn(prescription),
      `${forgedContents.replace('id="PrescriptionDocument"', 'id="x"')}<Aside>${documentIn(prescription)}</Aside>`,
    ),
    'FORMAT_FAILURE',
    'expected-references',
  ],
  [
    'both contents under one id',
    swap(prescription, documentIn(prescription), `${forgedContents}<Aside>${documentIn(prescription)}</Aside>`),
    'FORMAT_FAILURE',
    'reference-unique',
  ],
  [
    'the signed contents inside an Object of the signature',
    swap(
      swap(
        exclusivePrescription,
        documentIn(prescription),
        forgedContents.replace('id="PrescriptionDocument"', 'id="x"'),
      ),
      '<ds:Object>',
      `<ds:Object>${documentIn(prescription)}</ds:Object><ds:Object>`,
    ),
    'FORMAT_FAILURE',
    'expected-references',
  ],
  [
    'two contents in the place of one',
    swap(
      prescription,
      documentIn(prescription),
      documentIn(prescription) + forgedContents.replace('id="PrescriptionDocument"', 'id="x"'),
    ),
    'FORMAT_FAILURE',
    'signature-place',
  ],
  [
    'its signature somewhere else',
    swap(
      swap(prescription, signatureIn(prescription), ''),
      '</Prescription>',
      `<Elsewhere>${signatureIn(prescription)}</Elsewhere></Prescription>`,
    ),
    'FORMAT_FAILURE',
    'signature-place',
  ],
  [
    'spaces taken from between the elements of a dispensing result',
    swap(dispensing, '\n    <DispensingDocument>', '<DispensingDocument>'),
    'HASH_FAILURE',
    'reference-digest',
  ],
  [
    'the prescription of somebody else in a dispensing result',
    swap(dispensing, documentIn(dispensing), forgedContents),
    'HASH_FAILURE',
    'reference-digest',
  ],
  [
    'the namespace that the contents inherited',
    swap(prescription, ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', ' xmlns:xsi="urn:other"'),
    'HASH_FAILURE',
    'reference-digest',
  ],
]

describe('a forged e-prescription', () => {
  it.each(ofPrescriptions)('with %s fails as it should', (_, source, subIndication, decidedBy) => {
    const opened = openEprescription(Buffer.from(source))
    const failing = opened?.signatures.find((one) => one.opened.conclusion !== null)
    expect(failing?.opened.conclusion).toMatchObject({ subIndication, decidedBy })
    expect(failing?.contents).toBeNull()
  })

  it('with contents that are signed apart, by another profile, is none of ours', async () => {
    const whole = await signEnveloped(Buffer.from(swap(prescription, signatureIn(prescription), '')), {
      key: other,
      at,
    })
    const inside = swap(
      swap(text(whole), signatureIn(text(whole)), ''),
      '<PrescriptionSign>',
      `<PrescriptionSign>${signatureIn(text(whole))}`,
    )
    expect(openEprescription(Buffer.from(inside))?.signatures[0]?.opened.conclusion).toMatchObject({
      indication: 'TOTAL-FAILED',
      decidedBy: 'expected-references',
    })
  })
})
