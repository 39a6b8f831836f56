import { readFileSync } from 'node:fs'
import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { assess } from '#assessment'
import { checkFacility, readFacility } from '../read-facility.ts'
import { sampleHospital } from './sample.ts'

const text = readFileSync(new URL('mihon-hospital.yaml', import.meta.url), 'utf8')
const hospital = sampleHospital('2026-11-22')
const invented = /見本|例題|例示|架空|試作|仮名|仮野/

test('the sample hospital is as large as the hospital that the bar of speed speaks of', () => {
  const { profile, systems, servers, terminals, suppliers, persons } = hospital
  expect(profile).toMatchObject({ kind: 'hospital', beds: 300 })
  expect([systems?.length, servers?.length, suppliers?.length, persons?.length]).toEqual([40, 25, 30, 25])
  expect(terminals?.reduce((sum, { units = 0 }) => sum + units, 0)).toBe(400)
})

test('the sample hospital is read without an issue and every reference in it is found, on every day', () => {
  const knownFacts = new Set(loadEdition().facts.map(({ key }) => key))
  expect(readFacility(text)).toMatchObject({ ok: true })
  expect(Object.keys(hospital.practices ?? {}).filter((fact) => !knownFacts.has(fact))).toEqual([])
  for (const on of ['2026-11-22', '2027-02-28', '2032-02-29']) expect(checkFacility(sampleHospital(on))).toEqual([])
})

test('the answers of the sample hospital agree with its registry, and its large sections have every state that facts alone can give', () => {
  const edition = loadEdition()
  const on = '2030-01-15'
  const assessment = assess({ edition, facility: sampleHospital(on), attestations: [], exemptions: [], on })
  expect(assessment.contradictions).toEqual([])
  const statesOf = (section: string) =>
    assessment.requirements.filter(({ id }) => id.startsWith(`${section}.`)).map(({ state }) => state)
  expect(statesOf('6.2')).toEqual(expect.arrayContaining(['met', 'not-met', 'unknown']))
  expect(statesOf('6.5')).toEqual(expect.arrayContaining(['met', 'not-met', 'unknown']))
  // No item of 6.8 is met: it asks the same of every supplier, and many of thirty have not answered.
  expect(statesOf('6.8')).toEqual(expect.arrayContaining(['not-met', 'unknown']))
})

test('the sample hospital has the gaps that its story needs', () => {
  const { systems, devices, wireless, connections } = hospital
  expect(systems?.filter(({ ownerId }) => ownerId === 'none').length).toBeGreaterThan(1)
  expect(systems?.filter(({ disclosure }) => disclosure === undefined).length).toBeGreaterThan(10)
  expect(systems?.find(({ id }) => id === 'emr')?.access?.activeLeaverAccounts).toBe(2)
  expect(devices?.find(({ id }) => id === 'vpn-old')?.firmware).toMatchObject({ current: false })
  expect(devices?.find(({ id }) => id === 'modem-mri')?.ownerId).toBe('none')
  expect(wireless?.map(({ encryption }) => encryption)).toContain('wpa2-tkip')
  expect(connections?.filter(({ kind }) => kind === 'remote-maintenance').length).toBeGreaterThan(3)
})

test('the sample hospital works at two sites, and things stand at both', () => {
  const { sites, terminals = [], servers = [], systems = [], persons = [] } = hospital
  expect(sites?.map(({ id, kind }) => [id, kind])).toEqual([
    ['main', 'main'],
    ['dialysis-clinic', 'satellite'],
  ])
  for (const things of [terminals, servers, persons]) {
    expect(new Set(things.map(({ siteId }) => siteId))).toContain('main')
  }
  for (const things of [terminals, servers, systems, persons]) {
    expect(things.map(({ siteId }) => siteId)).toContain('dialysis-clinic')
  }
})

test('nobody in the sample hospital could be meant', () => {
  const { persons = [], suppliers = [] } = hospital
  for (const { name } of [...persons, ...suppliers, hospital.profile]) expect(name).toMatch(invented)
  const phones = text.match(/phone: \S+/g) ?? []
  expect(phones.length).toBeGreaterThan(30)
  for (const phone of phones) expect(phone).toMatch(/^phone: 098-000-00\d\d$/)
  for (const email of text.match(/[\w-]+@\S+/g) ?? []) expect(email).toMatch(/\.example$|^omamori-facility@1$/)
})
