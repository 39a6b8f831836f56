import { describe, expect, it } from 'vitest'
import { signDispensing, signPrescription } from '../eprescription/sign.ts'
import type { StampTime } from '../keys/signing-key.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { signedText } from './build.ts'
import { addArchiveTimeStamp, addSignatureTimeStamp, addValidationMaterial } from './extend.ts'
import { exclusiveNamespace } from './names.ts'
import { signDetached, signEnveloped } from './sign.ts'
import { testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'
import { pemOf, testWithXmlsec, xmlsec } from './xmlsec.ts'

/** Each stamp a minute after the one before. */
let minute = 0
const stamp: StampTime = (imprint) => stampAuthority(Date.UTC(2026, 10, 23, 5, minute++))(imprint)
const authority = testCertificate('stamp-authority')

const key = testKey('p256')
const at = Date.UTC(2026, 10, 23, 4)
const document = Buffer.from('<a xmlns:x="urn:x"><b/></a>')
const material = { certificates: [authority.raw], crls: [Buffer.from('30030101ff', 'hex')], ocsps: [] }

const only = (bytes: Uint8Array, detached?: ReadonlyMap<string, Uint8Array>) => {
  const [opened, second] = openXmlSignatures(bytes, detached)
  if (!opened || second) throw new RangeError('expected one signature')
  return opened
}

const kinds = (bytes: Uint8Array) => only(bytes).timeStamps.map(({ kind, conclusion }) => [kind, conclusion])

describe('extending an XML signature', () => {
  it('climbs from B-B to B-LTA and is renewed, without the key and without changing a signed octet', async () => {
    const signed = await signEnveloped(document, { key, at })
    const stamped = await addSignatureTimeStamp({ bytes: signed }, stamp)
    const complete = addValidationMaterial({ bytes: stamped }, material)
    const archived = await addArchiveTimeStamp({ bytes: complete }, stamp)
    const renewed = await addArchiveTimeStamp({ bytes: archived }, stamp, { ...material, certificates: [] })
    const steps = [signed, stamped, complete, archived, renewed]
    expect(steps.map((bytes) => only(bytes).level)).toEqual(['B-B', 'B-T', 'B-LT', 'B-LTA', 'B-LTA'])
    expect(steps.map((bytes) => only(bytes).conclusion)).toEqual([null, null, null, null, null])
    expect(steps.map((bytes) => only(bytes).signedPieces)).toEqual(steps.map(() => only(signed).signedPieces))
    expect(kinds(renewed)).toEqual([
      ['signature', null],
      ['archive', null],
      ['archive', null],
    ])
    expect(only(renewed).crls).toHaveLength(2)
    expect(only(renewed).certificates.map(({ fingerprint }) => fingerprint)).toContain(authority.fingerprint)
  })

  testWithXmlsec('leaves a signature that xmlsec1 accepts at every level', async () => {
    const signed = await signEnveloped(document, { key, at })
    const stamped = await addSignatureTimeStamp({ bytes: signed }, stamp)
    const complete = addValidationMaterial({ bytes: stamped }, material)
    const archived = await addArchiveTimeStamp({ bytes: complete }, stamp)
    for (const bytes of [signed, stamped, complete, archived])
      expect(
        xmlsec({ 'signed.xml': bytes, 'anchor.pem': pemOf(key.certificate.raw) }, [
          ...['--verify', '--trusted-pem', 'anchor.pem', '--verification-gmt-time', '2026-11-23+04:00:00'],
          ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', 'signed.xml'],
        ]),
      ).toMatchObject({ good: true })
  })

  it('proves with each archive stamp what stood before it, and nothing that came later', async () => {
    const stamped = await addSignatureTimeStamp({ bytes: await signEnveloped(document, { key, at }) }, stamp)
    const archived = await addArchiveTimeStamp({ bytes: stamped }, stamp, material)
    const renewed = await addArchiveTimeStamp({ bytes: archived }, stamp, material)
    const [first, second, third] = only(renewed).timeStamps
    const count = (covers: typeof first, kind: string) => covers?.covers.filter((one) => one.kind === kind).length
    expect(first?.covers.map(({ kind }) => kind)).toEqual(['signature'])
    expect([count(second, 'time-stamp'), count(second, 'revocation'), count(second, 'signed-data')]).toEqual([1, 1, 2])
    expect([count(third, 'time-stamp'), count(third, 'revocation')]).toEqual([2, 2])
    expect(third?.covers).toContainEqual({ kind: 'time-stamp', digest: second?.digest })
  })

  it('finds a stamp that was copied from another signature, and one over changed properties', async () => {
    const one = await addSignatureTimeStamp({ bytes: await signEnveloped(document, { key, at }) }, stamp)
    const other = Buffer.from(await signEnveloped(document, { key, at: at + 1000 })).toString()
    const copied = /<xades:UnsignedProperties.*<\/xades:UnsignedProperties>/.exec(Buffer.from(one).toString())?.[0]
    const forged = Buffer.from(other.replace('</xades:QualifyingProperties>', `${copied}$&`))
    expect(only(forged)).toMatchObject({ conclusion: null, level: 'B-T' })
    expect(only(forged).timeStamps[0]?.conclusion).toMatchObject({ subIndication: 'HASH_FAILURE' })
    const archived = await addArchiveTimeStamp({ bytes: one }, stamp, material)
    const changed = Buffer.from(archived)
      .toString()
      .replace('<xades:CertificateValues ', '<xades:CertificateValues Id="x" ')
    expect(only(Buffer.from(changed)).timeStamps.map(({ conclusion }) => conclusion?.indication)).toEqual([
      undefined,
      'TOTAL-FAILED',
    ])
  })

  it('keeps a stamp that cannot be read from doing harm or good', async () => {
    const stamped = await addSignatureTimeStamp({ bytes: await signEnveloped(document, { key, at }) }, stamp)
    const broken = Buffer.from(stamped)
      .toString()
      .replace(/(<xades:EncapsulatedTimeStamp[^>]*>)[^<]+/, '$1AAAA')
    expect(only(Buffer.from(broken))).toMatchObject({ conclusion: null, timeStamps: [] })
    expect(only(Buffer.from(broken)).checks.find(({ code }) => code === 'time-stamp-readable')).toMatchObject({
      outcome: 'failed',
    })
  })

  it('tells a counter-signature that somebody put into the unsigned properties, and that it signs nothing else', async () => {
    const parts = [{ uri: '#Signature-SignatureValue', transforms: [exclusiveNamespace], mimeType: null }]
    const signing = { key: testKey('p256'), at, id: 'Counter', parts, objects: '', keyInfoSigned: false }
    const stamped = await addSignatureTimeStamp({ bytes: await signEnveloped(document, { key, at }) }, stamp)
    const end = '</xades:UnsignedSignatureProperties>'
    const text = await signedText(signing, (inside) =>
      Buffer.from(stamped).toString().replace(end, `<xades:CounterSignature>${inside}</xades:CounterSignature>${end}`),
    )
    const opened = openXmlSignatures(Buffer.from(text))
    expect(opened.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ['Signature', null],
      ['Counter', null],
    ])
    expect(opened.map(({ coverage }) => coverage.remarks.map(({ code }) => code))).toEqual([
      ['counter-signature'],
      ['unsigned-siblings', 'is-counter-signature'],
    ])
  })

  it('needs the contents that stand outside for an archive stamp', async () => {
    const bytes = await signDetached([{ name: 'a.txt', mimeType: 'text/plain', bytes: Buffer.from('a') }], { key, at })
    const detached = new Map([['a.txt', Buffer.from('a')]])
    await expect(addArchiveTimeStamp({ bytes }, stamp)).rejects.toThrow('time-stamp-reference')
    const archived = await addArchiveTimeStamp({ bytes, detached }, stamp)
    expect(only(archived, detached).timeStamps[0]?.conclusion).toBeNull()
  })

  it('refuses to stamp the signature of a prescription inside its dispensing result, which covers it', async () => {
    const content = { id: '00000000-0000-4000-8000-000000000001', contents: Buffer.from('SJ1\n'), additional: null }
    const prescription = await addSignatureTimeStamp({ bytes: await signPrescription(content, { key, at }) }, stamp)
    const bytes = await signDispensing(prescription, content, { key, at })
    await expect(addSignatureTimeStamp({ bytes }, stamp)).rejects.toThrow('signature-not-named')
    await expect(addSignatureTimeStamp({ bytes, id: 'PrescriptionSign' }, stamp)).rejects.toThrow(
      'extension-breaks-signature',
    )
    const stamped = await addSignatureTimeStamp({ bytes, id: 'DispensingSign' }, stamp)
    expect(openXmlSignatures(stamped).map(({ level, conclusion }) => [level, conclusion])).toEqual([
      ['B-T', null],
      ['B-T', null],
    ])
  })
})
