import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachMedicalConnection } from './medical-connection.ts'
import { demand, type Voice } from './rule.ts'

type Line = Item<'connection'>

const settings = ['clientCertificates', 'highSecurity', 'bypassPrevented'] as const

/**
 * 6.11.C-11 — a line over an open network without IPsec uses TLS 1.3 with client certificates, in the high-security
 * profile, and nothing comes in beside it. TLS 1.2 is allowed where there is a reason, an SSL-VPN only where it is of
 * the client type (Q&A).
 */
export function checkTlsStrong(facility: Facility): readonly Finding[] {
  return eachMedicalConnection(facility, 'tls-connection', (line, says) => {
    if (line.kind === undefined) return says.missing('kind')
    if (line.kind === 'closed-network' || line.encryption === 'ipsec') return []
    if (line.encryption === undefined) return says.missing('encryption')
    if (line.encryption === 'none') return says.notMet('encryption', 'line-unencrypted')
    return [...checkVersion(line, says), ...settings.map((name) => checkSetting(name, line, says))]
  })
}

function checkVersion({ encryption = 'none', tls }: Line, says: Voice): readonly Finding[] {
  if (encryption === 'tls-1.2')
    return [demand(says, 'tls.cannotUse13', tls?.cannotUse13, 'tls12-excused', 'tls12-unexcused')]
  if (encryption === 'ssl-vpn')
    return [demand(says, 'tls.clientTypeVpn', tls?.clientTypeVpn, 'tls-kept', 'vpn-not-client-type')]
  return [says.met('encryption', 'line-encrypted', { encryption })]
}

function checkSetting(name: (typeof settings)[number], { tls }: Line, says: Voice): Finding {
  return demand(says, `tls.${name}`, tls?.[name], 'tls-kept', 'tls-lacking')
}
