import { signCades } from '../cades/sign.ts'
import type { QualificationAnswer } from '../hpki/qualification.ts'
import { testCertificate, testKey } from '../testing/test-pki.ts'
import { passed } from '../validation/verdict.ts'
import type { Asked, NegativeCase } from './negative-case.ts'

const anchors = ['root', 'provider-root'].map(testCertificate)

const by = (label: string, issuer = 'signing-ca', documentKind = 'prescription'): Asked => ({
  file: () =>
    signCades({
      key: testKey(label, [issuer]),
      content: Buffer.from('処方箋の見本'),
      attached: true,
      signingTime: Date.parse('2026-06-01T09:00:00Z'),
      stamp: null,
    }),
  documentKind,
  context: { anchors },
})

/** The signature itself is right in each of these; only who made it is not who it must be. */
const row = (done: string, qualification: QualificationAnswer, forged: Asked, honest = by('doctor')): NegativeCase => ({
  done,
  format: 'CAdES',
  forged,
  honest,
  expected: passed,
  qualification,
})

const dispensed = 'dispensed-prescription'

export const roleCases: readonly NegativeCase[] = [
  row("signed with the card's authentication key", 'not-hpki', by('doctor-authentication', 'authentication-ca')),
  row('a role of another coding scheme', 'no-role', by('role-of-other-scheme')),
  row('the role in small letters', 'insufficient-role', by('role-in-wrong-case')),
  row('a role that nobody knows', 'insufficient-role', by('role-unknown')),
  row('the office of a director and no licence', 'insufficient-role', by('director-only')),
  row('no role', 'no-role', by('no-role')),
  row('a prescription signed by a nurse', 'insufficient-role', by('nurse')),
  row('a prescription signed by a pharmacist', 'insufficient-role', by('pharmacist')),
  row(
    'a dispensed prescription signed by the doctor',
    'insufficient-role',
    by('doctor', 'signing-ca', dispensed),
    by('pharmacist', 'signing-ca', dispensed),
  ),
  row(
    'a radiation record signed by the technologist alone',
    'insufficient-role',
    by('radiological-technologist', 'signing-ca', 'radiation-record'),
    by('doctor', 'signing-ca', 'radiation-record'),
  ),
  row(
    'one signature of somebody with both licences for prescription and dispensing',
    'insufficient-role',
    by('doctor-and-pharmacist', 'signing-ca', 'electronic-prescription-with-dispensing'),
    by('doctor-and-pharmacist'),
  ),
  row('a certificate under a policy that is not of HPKI', 'not-hpki', by('doctor-other-policy')),
  row('a key that is for signing and for authentication', 'not-hpki', by('doctor-mixed-usage')),
  row("a doctor's certificate of a provider outside HPKI", 'not-hpki', by('other-doctor', 'provider-root')),
  row('a card of HPKI under a root that is trusted and not named as a root of HPKI', 'not-hpki', {
    ...by('doctor'),
    context: { anchors, hpkiAnchors: [testCertificate('provider-root')] },
  }),
  row('signed by a provider on behalf of the doctor', 'not-hpki', by('provider-on-behalf', 'provider-root')),
  row('sealed by the hospital', 'not-hpki', by('organisation-seal', 'provider-root')),
]
