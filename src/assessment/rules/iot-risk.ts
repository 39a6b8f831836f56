import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachIotDevice } from './iot-device.ts'

const needed = ['manufacturerInformationOn', 'riskAnalysedOn', 'ruleReference'] as const

/**
 * 6.5.C-16-1 — for every IoT device that handles medical information there is the maker's security information, a risk
 * analysis and a place in the operation rules.
 */
export function checkIotRisk(facility: Facility, on: Day): readonly Finding[] {
  return eachIotDevice(facility, 'iot-device-with-information', (device, says) => {
    if (device.handlesMedicalInformation === undefined) return says.missing('handlesMedicalInformation')
    if (!device.handlesMedicalInformation) return []
    const missing = needed.find((field) => device[field] === undefined)
    if (missing !== undefined) return says.missing(missing)
    const { manufacturerInformationOn = '', riskAnalysedOn = '' } = device
    if (manufacturerInformationOn > on)
      return says.unknown('manufacturerInformationOn', 'day-in-future', { day: manufacturerInformationOn })
    if (riskAnalysedOn > on) return says.unknown('riskAnalysedOn', 'day-in-future', { day: riskAnalysedOn })
    return says.met('riskAnalysedOn', 'iot-risk-analysed', { day: riskAnalysedOn })
  })
}
