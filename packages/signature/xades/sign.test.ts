import { describe, expect, it } from 'vitest'
import { signDetached, signEnveloped, signEnveloping } from './sign.ts'
import { testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'
import { pemOf, testWithXmlsec, xmlsec } from './xmlsec.ts'

const kinds = ['rsa', 'rsa-pss', 'p256', 'p384', 'p521', 'ed25519'] as const
const at = Date.UTC(2026, 10, 23, 4)
const document = Buffer.from(
  '<?xml version="1.0"?>\n<紹介状 xmlns:x="urn:x">\r\n <本文 x:a="1">頭痛</本文><!-- 覚え -->\n</紹介状>\n',
)
const content = { name: '紹介状 1.txt', mimeType: 'text/plain', bytes: Buffer.from('頭痛\r\n') }

/** What every signature of ours must come out as. */
function expectSound(bytes: Uint8Array, detached?: ReadonlyMap<string, Uint8Array>) {
  const [opened, ...others] = openXmlSignatures(bytes, detached)
  expect(others).toEqual([])
  expect(opened?.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(opened).toMatchObject({ format: 'XAdES', level: 'B-B', conclusion: null, claimedAt: at })
  return opened
}

describe('signing XML', () => {
  it.each(kinds)(
    'a document with a key of kind %s leaves the document as it was and covers all of it',
    async (kind) => {
      const key = testKey(kind)
      const signed = await signEnveloped(document, { key, at })
      const text = Buffer.from(signed).toString('utf8')
      expect(text.replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, '')).toBe(document.toString('utf8'))
      const opened = expectSound(signed)
      expect(opened?.signingCertificate?.fingerprint).toBe(key.certificate.fingerprint)
      expect(opened?.coverage).toEqual({ whole: true, remarks: [{ code: 'comments-not-signed', facts: {} }] })
    },
  )

  it('inside a signature keeps the contents as octets', async () => {
    const opened = expectSound(await signEnveloping(content, { key: testKey('p256'), at }))
    expect(opened?.coverage).toEqual({ whole: true, remarks: [] })
    expect(opened?.signedPieces[0]).toEqual({ name: '#Signature-Content', bytes: content.bytes })
  })

  it('beside the files needs the files, and finds them by the name it wrote', async () => {
    const signed = await signDetached([content], { key: testKey('rsa'), at })
    const name = encodeURI(content.name)
    expectSound(signed, new Map([[content.name, content.bytes]]))
    const opened = expectSound(signed, new Map([[name, content.bytes]]))
    expect(opened?.coverage.remarks).toEqual([{ code: 'detached', facts: { names: name } }])
    expect(openXmlSignatures(signed)[0]?.conclusion).toEqual({
      indication: 'INDETERMINATE',
      subIndication: 'SIGNED_DATA_NOT_FOUND',
      decidedBy: 'reference-found',
    })
    expect(openXmlSignatures(signed, new Map([[name, Buffer.from('腹痛')]]))[0]?.conclusion).toMatchObject({
      subIndication: 'HASH_FAILURE',
    })
  })

  it('is refused for a document that is signed already: the first signature covers the place of the second', async () => {
    const first = await signEnveloped(Buffer.from('<a/>'), { key: testKey('p256'), at })
    await expect(signEnveloped(first, { key: testKey('p256', '例題 一郎'), at })).rejects.toThrow('xml-already-signed')
  })

  it.each([
    '<a>',
    Buffer.from('\uFEFF<a/>'),
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'),
  ])('refuses what it could not give back as it was: %j', async (bytes) => {
    await expect(signEnveloped(Buffer.from(bytes), { key: testKey('p256'), at })).rejects.toThrow('xml-')
  })

  // xmlsec1 1.2 does not know RSA-PSS; published vectors stand for it.
  for (const kind of ['rsa', 'p256', 'p384', 'p521'] as const)
    testWithXmlsec(`with a key of kind ${kind} is accepted by xmlsec1`, async () => {
      const key = testKey(kind)
      const check = (file: Uint8Array) =>
        xmlsec({ 'signed.xml': file, 'anchor.pem': pemOf(key.certificate.raw) }, [
          ...['--verify', '--trusted-pem', 'anchor.pem', '--verification-gmt-time', '2026-11-23+04:00:00'],
          ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'],
          ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:Object', 'signed.xml'],
        ])
      expect(check(await signEnveloped(document, { key, at }))).toMatchObject({ good: true })
      expect(check(await signEnveloping(content, { key, at }))).toMatchObject({ good: true })
    })
})
