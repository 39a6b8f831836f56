import { expect, test } from 'vitest'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import type { ValidationContext } from '../validation/context.ts'
import { validateSignature } from '../validation/validate.ts'
import { addArchiveTimeStamp, addSignatureTimeStamp, addValidationMaterial } from '../xades/extend.ts'
import { signDispensing, signPrescription } from './sign.ts'
import { openEprescription } from './verify.ts'

const at = (text: string): number => Date.parse(text)
const lists = (month: '01-10' | '06-01') =>
  ['signing', 'sarl', 'stamp'].map((issuer) => testList(`${issuer}-2026-${month}`))

const contents = { id: '00000000-0000-4000-8000-000000000001', contents: Buffer.from('SJ1\n'), additional: null }
const stamped = (bytes: Uint8Array, moment: string, id?: string) =>
  addSignatureTimeStamp({ bytes, ...(id ? { id } : {}) }, stampAuthority(at(moment)))

function answers(bytes: Uint8Array, moment: string, more: Partial<ValidationContext> = {}) {
  return openEprescription(bytes)?.signatures.map(({ place, opened }) => {
    const { conclusion, provenAt } = validateSignature(opened, contextAt(moment, more))
    const sub = conclusion.indication === 'TOTAL-PASSED' ? '' : ` ${conclusion.subIndication}`
    return `${place} ${opened.level} ${conclusion.indication}${sub} ${provenAt && new Date(provenAt).toISOString()}`
  })
}

test("each signature of a dispensing result is judged at its own time stamp: the doctor's card was revoked in between", async () => {
  const doctor = { key: testKey('doctor-revoked'), at: at('2026-01-09T01:00:00Z') }
  const pharmacist = { key: testKey('pharmacist'), at: at('2026-06-01T01:00:00Z') }
  const prescription = await stamped(await signPrescription(contents, doctor), '2026-01-09T02:00:00Z')
  const dispensing = await signDispensing(prescription, contents, pharmacist)
  const complete = await stamped(dispensing, '2026-06-01T02:00:00Z', 'DispensingSign')
  expect(answers(complete, '2026-06-02T00:00:00Z', { crls: lists('06-01') })).toEqual([
    'PrescriptionSign B-T TOTAL-PASSED 2026-01-09T02:00:00.000Z',
    'DispensingSign B-T TOTAL-PASSED 2026-06-01T02:00:00.000Z',
  ])
})

test('a prescription that was stamped only after the card was revoked is not believed', async () => {
  const doctor = { key: testKey('doctor-revoked'), at: at('2026-01-09T01:00:00Z') }
  const late = await stamped(await signPrescription(contents, doctor), '2026-06-01T02:00:00Z')
  expect(answers(late, '2026-06-02T00:00:00Z', { crls: lists('06-01') })).toEqual([
    'PrescriptionSign B-T INDETERMINATE REVOKED_NO_POE 2026-06-01T02:00:00.000Z',
  ])
})

test('with its lists and an archive stamp inside, a prescription is judged offline years after card and lists ended', async () => {
  const doctor = { key: testKey('doctor'), at: at('2026-06-01T01:00:00Z') }
  const signed = await stamped(await signPrescription(contents, doctor), '2026-06-01T02:00:00Z')
  const material = {
    certificates: [testCertificate('signing-ca').raw, testCertificate('stamp-authority').raw],
    crls: lists('06-01'),
    ocsps: [],
  }
  const complete = addValidationMaterial({ bytes: signed }, material)
  const archived = await addArchiveTimeStamp({ bytes: complete }, stampAuthority(at('2026-06-02T00:00:00Z')))
  const stampList = { crls: [testList('stamp-2026-11-01')] }
  expect(answers(archived, '2032-06-02T00:00:00Z', stampList)).toEqual([
    'PrescriptionSign B-LTA TOTAL-PASSED 2026-06-01T02:00:00.000Z',
  ])
})
