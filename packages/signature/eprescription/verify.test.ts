import { describe, expect, it } from 'vitest'
import { testKey } from '../xades/testing.ts'
import { pemOf, testWithXmlsec, xmlsec } from '../xades/xmlsec.ts'
import { signDispensing, signPrescription } from './sign.ts'
import { openEprescription } from './verify.ts'

const doctor = testKey('rsa', 'MIHON TARO')
const pharmacist = testKey('rsa', 'REIDAI ICHIRO')
const at = Date.UTC(2026, 10, 23, 4)
const csv = Buffer.from('SJ1\n1,みほん診療所\n')
const prescription = { id: '00000000-0000-4000-8000-000000000001', contents: csv, additional: '銘柄コード 000000000' }
const dispensed = { id: '00000000-0000-4000-8000-000000000002', contents: Buffer.from('SJ2\n'), additional: null }

const opened = (bytes: Uint8Array) => {
  const found = openEprescription(bytes)
  if (!found) throw new RangeError('not an e-prescription')
  return found
}

describe('an e-prescription', () => {
  it.each(['none', 'exclusive'] as const)(
    'holds with transform "%s", and says that the management service wrote beside it',
    async (transform) => {
      const { kind, missing, signatures } = opened(await signPrescription(prescription, { key: doctor, at }, transform))
      expect({ kind, missing }).toEqual({ kind: 'prescription', missing: [] })
      expect(signatures).toHaveLength(1)
      expect(signatures[0]).toMatchObject({ place: 'PrescriptionSign', documentKind: 'prescription', contents: csv })
      expect(signatures[0]?.opened.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
      expect(signatures[0]?.opened).toMatchObject({ conclusion: null, format: 'XAdES', id: 'PrescriptionSign' })
      expect(signatures[0]?.opened.coverage).toEqual({
        whole: true,
        remarks: [
          {
            code: 'left-unsigned',
            facts: { count: 2, names: 'PrescriptionManagement, AdditionalPrescriptionInformation' },
          },
        ],
      })
    },
  )

  it('without transforms is hashed with the namespace it inherits', async () => {
    const { signatures } = opened(await signPrescription(prescription, { key: doctor, at }))
    expect(Buffer.from(signatures[0]?.opened.signedPieces[0]?.bytes ?? []).toString()).toMatch(
      /^<PrescriptionDocument xmlns:xsi="[^"]+" id="PrescriptionDocument">/,
    )
  })

  it('stays whole inside its dispensing result, where each signature is told apart', async () => {
    const first = await signPrescription(prescription, { key: doctor, at })
    const { kind, missing, signatures } = opened(
      await signDispensing(first, dispensed, { key: pharmacist, at: at + 1000 }),
    )
    expect({ kind, missing }).toEqual({ kind: 'dispensed-prescription', missing: [] })
    expect(
      signatures.map(({ place, documentKind, opened: { conclusion } }) => [place, documentKind, conclusion]),
    ).toEqual([
      ['PrescriptionSign', 'prescription', null],
      ['DispensingSign', 'dispensed-prescription', null],
    ])
    expect(signatures.map(({ contents }) => contents)).toEqual([csv, dispensed.contents])
    expect(signatures[1]?.opened.signingCertificate?.fingerprint).toBe(pharmacist.certificate.fingerprint)
  })

  it('of another vocabulary is none', () => {
    expect(openEprescription(Buffer.from('<Document/>'))).toBeNull()
    expect(openEprescription(Buffer.from('<Document xmlns="urn:x"><Prescription/></Document>'))).toBeNull()
    expect(openEprescription(Buffer.from('no XML'))).toBeNull()
  })

  it('without a signature says what is missing', () => {
    const bare = '<Document><Prescription><PrescriptionDocument/></Prescription></Document>'
    expect(openEprescription(Buffer.from(bare))).toEqual({
      kind: 'prescription',
      signatures: [],
      missing: ['PrescriptionSign'],
    })
  })

  testWithXmlsec('and its dispensing result are accepted by xmlsec1', async () => {
    const first = await signPrescription(prescription, { key: doctor, at })
    const second = await signDispensing(first, dispensed, { key: pharmacist, at })
    const check = (file: Uint8Array, place: string) =>
      xmlsec(
        { 'signed.xml': file, 'a.pem': pemOf(doctor.certificate.raw), 'b.pem': pemOf(pharmacist.certificate.raw) },
        [
          ...['--verify', '--trusted-pem', 'a.pem', '--trusted-pem', 'b.pem'],
          ...['--verification-gmt-time', '2026-11-23+04:00:00'],
          ...['--id-attr:id', 'PrescriptionDocument', '--id-attr:id', 'Dispensing'],
          ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
          ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'],
          ...['--node-xpath', `//${place}/*`, 'signed.xml'],
        ],
      )
    expect(check(first, 'PrescriptionSign')).toMatchObject({ good: true })
    expect(check(second, 'PrescriptionSign')).toMatchObject({ good: true })
    expect(check(second, 'DispensingSign')).toMatchObject({ good: true })
  })
})
