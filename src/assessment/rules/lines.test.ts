import { expect, test } from 'vitest'
import type { Facility, Item } from '#registry/contract'
import { checkLineEncrypted } from './line-encrypted.ts'
import { checkLineResponsibility } from './line-responsibility.ts'
import { checkTlsStrong } from './tls-strong.ts'

const ON = '2026-11-22'
const facility = (line: Partial<Item<'connection'>>): Facility => ({
  format: 'omamori-facility@1',
  asOf: ON,
  profile: { name: 'みほん診療所' },
  suppliers: [{ id: 's-01', name: 'みほん回線' }],
  connections: [{ id: 'line', name: '回線', carriesMedicalInformation: true, ...line }],
})
const said = (findings: ReturnType<typeof checkTlsStrong>) => findings.map(({ code, about }) => [code, about?.field])

const tls = { clientCertificates: true, highSecurity: true, bypassPrevented: true }

test('an open line in clear falls short; a closed one is enough once its carrier said how far it is closed', () => {
  const clear = { encryption: 'none' } as const
  const checked = (line: Partial<Item<'connection'>>) => said(checkLineEncrypted(facility({ ...clear, ...line }), ON))
  expect(checked({ kind: 'internet' })).toEqual([['line-unencrypted', 'encryption']])
  expect(checked({})).toEqual([['missing', 'kind']])
  expect(checked({ kind: 'closed-network' })).toEqual([['missing', 'closedScopeOn']])
  expect(checked({ kind: 'closed-network', closedScopeOn: ON })).toEqual([['closed-scope-known', 'closedScopeOn']])
  expect(checked({ kind: 'closed-network', closedScopeOn: '2026-11-23' })).toEqual([['day-in-future', 'closedScopeOn']])
})

test('a line that carries no medical information is none of the rules’ business', () => {
  const line = { carriesMedicalInformation: false, encryption: 'none', kind: 'internet' } as const
  expect(said(checkLineEncrypted(facility(line), ON))).toEqual([['not-recorded', undefined]])
  expect(said(checkTlsStrong(facility(line)))).toEqual([['not-recorded', undefined]])
})

test('TLS 1.2 needs a reason, and a reason that nobody gave is not known', () => {
  const checked = (cannotUse13?: boolean) =>
    said(checkTlsStrong(facility({ kind: 'internet', encryption: 'tls-1.2', tls: { ...tls, cannotUse13 } })))[0]
  expect(checked()).toEqual(['missing', 'tls.cannotUse13'])
  expect(checked(false)).toEqual(['tls12-unexcused', 'tls.cannotUse13'])
  expect(checked(true)).toEqual(['tls12-excused', 'tls.cannotUse13'])
})

test('an SSL-VPN is accepted only where it is of the client type', () => {
  const checked = (clientTypeVpn?: boolean) =>
    said(checkTlsStrong(facility({ kind: 'staff-remote', encryption: 'ssl-vpn', tls: { ...tls, clientTypeVpn } })))[0]
  expect(checked()).toEqual(['missing', 'tls.clientTypeVpn'])
  expect(checked(false)).toEqual(['vpn-not-client-type', 'tls.clientTypeVpn'])
  expect(checked(true)).toEqual(['tls-kept', 'tls.clientTypeVpn'])
})

test('a line over IPsec or a closed network is not asked for TLS', () => {
  expect(said(checkTlsStrong(facility({ kind: 'internet', encryption: 'ipsec' })))).toEqual([
    ['not-recorded', undefined],
  ])
  expect(said(checkTlsStrong(facility({ kind: 'closed-network', encryption: 'none' })))).toEqual([
    ['not-recorded', undefined],
  ])
})

test('who answers for a line stands in the contract with its supplier', () => {
  expect(said(checkLineResponsibility(facility({})))).toEqual([['missing', 'supplierId']])
  expect(said(checkLineResponsibility(facility({ supplierId: 'nobody' })))).toEqual([
    ['reference-unknown', 'supplierId'],
  ])
  const [finding] = checkLineResponsibility(facility({ supplierId: 's-01' }))
  expect(finding).toMatchObject({
    code: 'missing',
    about: { kind: 'supplier', field: 'contract.responsibilityBoundary' },
  })
})
