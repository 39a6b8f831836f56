import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachMedicalWireless } from './medical-wireless.ts'

const tooWeak = ['none', 'wep', 'wpa']

/**
 * 6.5.C-15-3 — a wireless LAN encrypts with WPA2 or better. The text still allows TKIP, so it is met, but it is weak
 * and the sentence says so.
 */
export function checkWirelessEncryption(facility: Facility): readonly Finding[] {
  return eachMedicalWireless(facility, ({ encryption }, says) => {
    if (encryption === undefined) return says.missing('encryption')
    if (tooWeak.includes(encryption)) return says.notMet('encryption', 'wireless-weak-encryption', { encryption })
    return says.met('encryption', encryption === 'wpa2-tkip' ? 'wireless-tkip' : 'wireless-encrypted', { encryption })
  })
}
