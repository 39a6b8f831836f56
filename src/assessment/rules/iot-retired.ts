import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachIotDevice } from './iot-device.ts'

/** 6.5.C-16-4 — an IoT device that was stopped or retired no longer hangs on the network. */
export function checkIotRetired(facility: Facility): readonly Finding[] {
  return eachIotDevice(facility, 'retired-device', ({ state, connected }, says) => {
    if (state === undefined) return says.missing('state')
    if (state === 'in-use') return []
    if (connected === undefined) return says.missing('connected')
    return connected
      ? says.notMet('connected', 'retired-device-connected', { deviceState: state })
      : says.met('connected', 'retired-device-apart', { deviceState: state })
  })
}
