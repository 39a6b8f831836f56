import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { contactChart } from './contact-chart.ts'

const facility: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所', phone: '098-000-0001' },
  persons: [
    { id: 'p-01', name: '見本 太郎', posts: ['director', 'safety-manager'], phone: '098-000-0002' },
    { id: 'p-02', name: '例題 一郎', posts: ['safety-manager'], state: 'left', phone: '098-000-0003' },
  ],
  suppliers: [
    { id: 'mihon', name: 'みほん保守', phone: '098-000-0010' },
    { id: 'reidai', name: 'れいだい電算' },
    { id: 'seisou', name: '架空清掃', phone: '098-000-0011' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', supplierId: 'reidai' },
    { id: 'receipt', name: 'レセコン', supplierId: 'reidai' },
  ],
  devices: [{ id: 'router', name: '境目のルーター', supplierId: 'mihon' }],
}

test('a post that nobody holds stays on the chart with nobody in it', () => {
  expect(contactChart(facility).steps.map(({ post, people }) => [post, people.map(({ name }) => name)])).toEqual([
    ['operator', []],
    ['safety-manager', ['見本 太郎']],
    ['director', ['見本 太郎']],
  ])
})

test('a number that is not recorded is not there, and none is made up', () => {
  const { suppliers } = contactChart(facility)
  expect(suppliers.map(({ name, phone }) => [name, phone])).toEqual([
    ['れいだい電算', undefined],
    ['みほん保守', '098-000-0010'],
  ])
})

test('a supplier that has nothing here is not called', () => {
  expect(contactChart(facility).suppliers.map(({ name }) => name)).not.toContain('架空清掃')
})

test('of a facility of which only the name is known the chart is blank', () => {
  const { steps, suppliers } = contactChart({
    format: 'omamori-facility@1',
    asOf: '2026-11-22',
    profile: { name: 'x' },
  })
  expect(steps.flatMap(({ people }) => people)).toEqual([])
  expect(suppliers).toEqual([])
})
