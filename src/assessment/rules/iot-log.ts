import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachIotDevice } from './iot-device.ts'
import { within } from './within.ts'

/** 6.5.D-7 — every IoT device in use sends word of its state to a log, lately enough for the facility. */
export function checkIotLog(facility: Facility, on: Day): readonly Finding[] {
  return eachIotDevice(facility, 'iot-device', ({ reportsTo, lastReportOn, state }, says) => {
    if (state === 'retired' || state === 'stopped') return []
    if (reportsTo === undefined) return says.missing('reportsTo')
    return within({
      says,
      field: 'lastReportOn',
      day: lastReportOn,
      limit: 'deviceReportDays',
      facility,
      on,
      met: 'device-reports',
      notMet: 'device-silent',
    })
  })
}
