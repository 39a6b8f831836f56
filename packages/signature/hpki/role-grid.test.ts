import { expect, test } from 'vitest'
import { readAsn1 } from '../asn1/read.ts'
import { signCades } from '../cades/sign.ts'
import { openCades } from '../cades/verify.ts'
import { contextAt } from '../testing/context.ts'
import { healthcareRoles } from '../testing/issue.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import { type ValidatedSignature, validateSignature } from '../validation/validate.ts'
import { readExtension } from '../x509/certificate.ts'
import { documentQualification } from './document-qualification.ts'
import { documentKinds, hpkiProfile } from './profile.ts'
import { qualificationOf } from './qualification.ts'

/** Written down once more, by hand: a row that goes astray in the data does not go astray here too. */
const licences = [
  ...['Medical Doctor', 'Dentist', 'Pharmacist', 'Medical Technologist', 'Radiological Technologist', 'General Nurse'],
  ...['Public Health Nurse', 'Midwife', 'Physical Therapist', 'Occupational Therapist', 'Orthoptist'],
  ...['Speech Therapist', 'Dental Technician', 'National Registered Dietitian', 'Certified Social Worker'],
  ...['Certified Care Worker', 'Emergency Medical Technician', 'Psychiatric Social Worker', 'Clinical Engineer'],
  ...['Masseur', 'Acupuncturist', 'Moxibustion Practitioner', 'Dental Hygienist', 'Prosthetics & Orthotics'],
  ...['Judo Therapist', 'Clinical Laboratory Technician', 'Certified Public Psychologist'],
]
const offices = [
  ...['Director of Hospital', 'Director of Clinic', 'Supervisor of Pharmacy', 'Proprietor of Pharmacy', 'Director'],
]
const roles = [...licences, ...offices]

const doctorOrDentist = ['Medical Doctor', 'Dentist']
const grid: Readonly<Record<string, readonly string[]>> = {
  prescription: doctorOrDentist,
  'dispensed-prescription': ['Pharmacist'],
  'dispensing-record': ['Pharmacist'],
  'medical-certificate': doctorOrDentist,
  'death-certificate': doctorOrDentist,
  'post-mortem-certificate': ['Medical Doctor'],
  'birth-certificate': ['Medical Doctor', 'Midwife'],
  'stillbirth-certificate': ['Medical Doctor', 'Midwife'],
  'medical-record': doctorOrDentist,
  'midwifery-record': ['Midwife'],
  'radiation-record': doctorOrDentist,
  'dental-work-order': ['Dentist'],
  'emergency-treatment-record': ['Emergency Medical Technician'],
  'dental-hygiene-record': ['Dental Hygienist'],
  'narcotic-prescription': doctorOrDentist,
  referral: doctorOrDentist,
  'home-nursing-order': ['Medical Doctor'],
  'attending-physician-opinion': ['Medical Doctor'],
  'brain-death-record': ['Medical Doctor'],
  'organ-removal-record': ['Medical Doctor'],
}
const both = 'electronic-prescription-with-dispensing'

const kindOf = (name: string) => {
  const kind = documentKinds.find((one) => one.kind === name)
  if (kind === undefined) throw new RangeError(name)
  return kind
}

async function byDoctor(): Promise<ValidatedSignature> {
  const at = Date.parse('2026-06-01T09:00:00Z')
  const content = Buffer.from('見本')
  const bytes = await signCades({ key: testKey('doctor'), content, attached: true, signingTime: at, stamp: null })
  const [opened] = openCades({ bytes, content: null })
  if (opened === undefined) throw new RangeError('nothing opened')
  const crls = ['signing-2026-06-01', 'sarl-2026-06-01'].map(testList)
  return validateSignature(opened, contextAt('2026-06-02T00:00:00Z', { crls }))
}

const doctor = await byDoctor()
const [scheme = ''] = hpkiProfile.codingScheme.oids

/** The doctor's signature, with these roles in the certificate instead. */
function signedAs(...texts: readonly string[]): ValidatedSignature {
  const certificate = testCertificate('doctor')
  const extension = readExtension(readAsn1(healthcareRoles(scheme, ...texts)))
  const signer = { ...certificate, extensions: new Map([...certificate.extensions, ['2.5.29.9', extension]]) }
  return { ...doctor, path: [signer, ...doctor.path.slice(1)] }
}

const anywhere = (signature: ValidatedSignature) => ({ signature, oneOf: null })

test('the grid names every role and every kind of document, and which roles are licences', () => {
  expect(hpkiProfile.roles.filter(({ licence }) => licence).map(({ text }) => text)).toEqual(licences)
  expect(hpkiProfile.roles.filter(({ licence }) => !licence).map(({ text }) => text)).toEqual(offices)
  expect(documentKinds.map(({ kind }) => kind).sort()).toEqual([...Object.keys(grid), both].sort())
})

const cells = Object.entries(grid).flatMap(([kind, confirmed]) =>
  roles.map((role) => [role, kind, confirmed.includes(role) ? 'confirmed' : 'insufficient-role'] as const),
)

test.each(cells)('%s under %s: %s', (role, kind, expected) => {
  expect(documentQualification([anywhere(signedAs(role))], kindOf(kind))?.answer).toBe(expected)
})

test.each(roles)('%s as one of the two who sign a prescription with its dispensing', (role) => {
  const answer = (...signatures: readonly ValidatedSignature[]) =>
    documentQualification(signatures.map(anywhere), kindOf(both))?.answer
  const prescribes = role === 'Medical Doctor' || role === 'Dentist'
  expect(answer(signedAs(role))).toBe('insufficient-role')
  expect(answer(signedAs(role), signedAs('Pharmacist'))).toBe(prescribes ? 'confirmed' : 'insufficient-role')
  expect(answer(doctor, signedAs(role))).toBe(role === 'Pharmacist' ? 'confirmed' : 'insufficient-role')
})

test.each(roles)('%s where nobody says what the document is', (role) => {
  expect(qualificationOf(signedAs(role), null).answer).toBe(licences.includes(role) ? 'confirmed' : 'insufficient-role')
})

test.each(licences)('%s keeps the licence beside an office', (role) => {
  expect(qualificationOf(signedAs('Director of Hospital', role), null).answer).toBe('confirmed')
})
