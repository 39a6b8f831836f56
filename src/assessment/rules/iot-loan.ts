import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachIotDevice } from './iot-device.ts'

/** 6.5.C-16-2 — a device is lent to a patient with an explanation, with consent and with a number to call. */
export function checkIotLoan(facility: Facility): readonly Finding[] {
  return eachIotDevice(facility, 'lent-device', ({ lent }, says) => {
    if (lent?.lends === undefined) return says.missing('lent.lends')
    if (!lent.lends) return []
    if (lent.consentKept === false) return says.notMet('lent.consentKept', 'loan-without-consent')
    if (lent.contactGiven === false) return says.notMet('lent.contactGiven', 'loan-without-contact')
    if (lent.consentKept === undefined) return says.missing('lent.consentKept')
    if (lent.contactGiven === undefined) return says.missing('lent.contactGiven')
    return says.met('lent.consentKept', 'loan-explained')
  })
}
