import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachIotDevice } from './iot-device.ts'
import type { Voice } from './rule.ts'
import { within } from './within.ts'

type Firmware = Item<'device'>['firmware']

/**
 * 6.5.C-16-3 — every IoT device in use runs the current version of its maker, looked up within the facility's interval,
 * or has a reason not to, with an end.
 */
export function checkIotFirmware(facility: Facility, on: Day): readonly Finding[] {
  return eachIotDevice(facility, 'iot-device', ({ firmware, state }, says) => {
    if (state === 'retired') return []
    const { checkedOn } = firmware ?? {}
    const version = checkVersion(firmware, says, on)
    if (version.state !== 'met') return version
    const limit = 'firmwareCheckDays'
    return [version, within({ says, field: 'firmware.checkedOn', day: checkedOn, limit, facility, on })]
  })
}

function checkVersion(firmware: Firmware, says: Voice, on: Day): Finding {
  const { current, version = '', exceptionUntil } = firmware ?? {}
  if (current === undefined) return says.missing('firmware.current')
  if (current) return says.met('firmware.current', 'firmware-current', { version })
  if (exceptionUntil === undefined) return says.notMet('firmware.current', 'firmware-old', { version })
  return exceptionUntil < on
    ? says.notMet('firmware.exceptionUntil', 'firmware-exception-over', { day: exceptionUntil })
    : says.met('firmware.exceptionUntil', 'firmware-exception', { day: exceptionUntil })
}
