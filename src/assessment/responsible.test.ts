import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { isInChargeOf } from './responsible.ts'

const facility: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  persons: [
    { id: 'p-01', name: '見本 太郎', posts: ['safety-manager'] },
    { id: 'p-02', name: '例題 一郎', posts: ['operator'] },
    { id: 'p-03', name: '例題 花子', posts: ['safety-manager'], state: 'left' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', ownerId: 'p-02' },
    { id: 'receipt', name: 'レセコン', ownerId: 'none' },
    { id: 'pacs', name: '画像' },
  ],
}
const about = (id: string) => ({ kind: 'system', id, name: id })

test('a thing falls to whoever answers for it, and to nobody else', () => {
  expect(isInChargeOf(facility, about('emr'), ['p-02'])).toBe(true)
  expect(isInChargeOf(facility, about('emr'), ['p-01'])).toBe(false)
})

test('what nobody answers for falls to the safety manager', () => {
  for (const thing of [about('receipt'), about('pacs'), undefined]) {
    expect(isInChargeOf(facility, thing, ['p-01'])).toBe(true)
    expect(isInChargeOf(facility, thing, ['p-02'])).toBe(false)
    expect(isInChargeOf(facility, thing, ['p-03'])).toBe(false)
  }
})

test('whoever stands for nobody has nothing of their own', () => {
  expect(isInChargeOf(facility, about('emr'), [])).toBe(false)
  expect(isInChargeOf(facility, undefined, [])).toBe(false)
})
