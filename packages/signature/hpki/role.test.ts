import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAsn1 } from '../asn1/read.ts'
import { Malformed } from '../malformed.ts'
import { healthcareRoles } from '../testing/issue.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { readExtension } from '../x509/certificate.ts'
import { healthcareActorsOf } from './role.ts'

const doctor = testCertificate('doctor')
const scheme = '1.2.392.100495.1.6.1.1'

const actorsIn = (value: Uint8Array) =>
  healthcareActorsOf({ ...doctor, extensions: new Map([['2.5.29.9', { oid: '2.5.29.9', critical: false, value }]]) })

const octetsOf = (...roles: readonly string[]) => readExtension(readAsn1(healthcareRoles(scheme, ...roles))).value

test('all roles of a holder are read, each as written', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 8 }), (roles) => {
      const texts = actorsIn(octetsOf(...roles))?.map((actor) => actor.text)
      expect(texts?.toSorted()).toEqual(roles.toSorted())
    }),
  )
})

test('octets that were changed are read or refused as malformed, and nothing else', () => {
  const honest = octetsOf('Medical Doctor', 'Pharmacist')
  fc.assert(
    fc.property(fc.nat(honest.length - 1), fc.nat(255), fc.nat(honest.length), (at, octet, length) => {
      const changed = Uint8Array.from(honest)
      changed[at] = octet
      try {
        actorsIn(changed.subarray(0, length))
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed)
      }
    }),
    { numRuns: 2000 },
  )
})

test('more actors than anybody holds are refused', () => {
  const many = Array.from({ length: 65 }, (_, number) => `見本 ${number}`)
  expect(() => actorsIn(octetsOf(...many))).toThrow(Malformed)
})
