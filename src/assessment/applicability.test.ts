import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { applicabilityFacts } from './applicability.ts'
import { recordsOf } from './records.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const bare: Facility = { format: 'omamori-facility@1', asOf: ON, profile: { name: 'みほん診療所' } }
const known = (facility: Facility, on = ON) => applicabilityFacts(facility, recordsOf(facility), on)
const named = { id: 'x', name: '見本' }

test('nothing recorded proves nothing, neither yes nor no', () => {
  expect(known(bare)).toEqual({ facts: {}, contradictions: [] })
  expect(known({ ...bare, wireless: [], devices: [] }).facts).toEqual({})
})

test('what the registry holds proves that it is there', () => {
  const facility: Facility = {
    ...bare,
    wireless: [named],
    devices: [{ ...named, kind: 'iot', state: 'retired', lent: { lends: true } }],
    connections: [{ ...named, kind: 'remote-maintenance' }],
    terminals: [{ ...named, portable: true }],
  }
  expect(known(facility).facts).toEqual({
    usesWirelessLan: true,
    usesIotDevices: true,
    retiresIotDevices: true,
    lendsIotDevices: true,
    hasExternalConnection: true,
    usesRemoteMaintenance: true,
    takesOut: true,
  })
})

test('what a supplier does proves that there is such work', () => {
  const facility: Facility = {
    ...bare,
    suppliers: [
      { ...named, maintenance: { maintains: true, accessesSystems: false } },
      { ...named, id: 'y', contract: { subcontracts: true }, storage: { stores: true } },
    ],
  }
  expect(known(facility).facts).toEqual({
    usesMaintenanceContractor: true,
    contractorsSubcontract: true,
    storesExternallyByNetwork: true,
    storesWithProvider: true,
  })
})

test('a wireless LAN for visitors alone does not make medical systems wireless', () => {
  expect(known({ ...bare, wireless: [{ ...named, forMedicalSystems: false }] }).facts).toEqual({})
})

test('a no that the registry contradicts counts as yes, and is told', () => {
  const facility = { ...bare, practices: { usesWirelessLan: false }, wireless: [named] }
  expect(known(facility)).toMatchObject({
    facts: { usesWirelessLan: true },
    contradictions: [{ fact: 'usesWirelessLan', about: { kind: 'wireless', id: 'x' } }],
  })
})

test('an answer too old, or of a day to come, is no answer', () => {
  const facility = { ...bare, asOf: '2025-11-22', practices: { takesOut: false, allowsByod: false } }
  expect(known(facility).facts).toEqual({ takesOut: false, allowsByod: false })
  expect(known(facility, '2026-11-23').facts).toEqual({})
  const renewed = { ...facility, practicesConfirmedOn: { takesOut: ON } }
  expect(known(renewed, '2026-11-23').facts).toEqual({ takesOut: false })
  expect(known(renewed, '2026-11-21').facts).toEqual({ allowsByod: false })
})

test('a way of passwords that no system goes was not chosen, once every system is known', () => {
  const { facts } = known(compliantFacility)
  expect([facts.choosesPasswordOptionA, facts.choosesPasswordOptionB, facts.choosesPasswordOptionC]).toEqual([
    true,
    false,
    true,
  ])
  const systems = (compliantFacility.systems ?? []).map((system) => ({ ...system, passwordPolicy: undefined }))
  expect(known({ ...compliantFacility, systems }).facts.choosesPasswordOptionB).toBeUndefined()
})

test('every fact that is derived is a question of the edition', () => {
  const asked = new Set(loadEdition().facts.map(({ key }) => key))
  const facts = Object.keys(known({ ...compliantFacility, practices: {} }).facts)
  expect(facts.length).toBeGreaterThan(10)
  expect(facts.filter((fact) => !asked.has(fact))).toEqual([])
})
