import { expect, test } from 'vitest'
import { changesFor, peopleChanges, profileChange, supplierChanges } from './items.ts'
import type { Entry, Registry } from './queries.ts'

const registry = (...items: readonly Entry[]): Registry => ({ items, practices: { version: 0, answers: {} } })
const emr = { id: 'emr', name: '電子カルテ', kind: 'emr' } as const

test('a choice that was taken makes its item once', () => {
  const [change] = changesFor(registry(), 'system', { emr: 'yes' }, { emr })
  expect(change).toEqual({ act: 'create', kind: 'system', item: emr })
  const there = registry({ kind: 'system', id: 'karte', version: 1, item: { ...emr, id: 'karte' } })
  expect(changesFor(there, 'system', { emr: 'yes' }, { emr })).toEqual([])
})

test('a choice that was taken back takes its item back, unless somebody has worked on it', () => {
  const plain: Entry = { kind: 'system', id: 'emr', version: 1, item: emr }
  expect(changesFor(registry(plain), 'system', {}, { emr })).toEqual([{ act: 'remove', entry: plain }])
  const worked: Entry = { ...plain, item: { ...emr, hosting: 'cloud' } }
  expect(changesFor(registry(worked), 'system', {}, { emr })).toEqual([])
})

test('one person may hold both posts', () => {
  expect(peopleChanges(registry(), { director: '見本 太郎', 'safety-manager': '見本 太郎 ' })).toEqual([
    { act: 'create', kind: 'person', item: { name: '見本 太郎', posts: ['director', 'safety-manager'] } },
  ])
})

test('a person who is in the registry gets the post and keeps what is known', () => {
  const entry: Entry = {
    kind: 'person',
    id: 'p-01',
    version: 4,
    item: { id: 'p-01', name: '例題 一郎', phone: '098-000-0001' },
  }
  const [change] = peopleChanges(registry(entry), { 'safety-manager': '例題 一郎' })
  expect(change).toMatchObject({ act: 'replace', item: { phone: '098-000-0001', posts: ['safety-manager'] } })
})

test('a name left empty makes nobody', () => {
  expect(peopleChanges(registry(), { director: '', 'safety-manager': '  ' })).toEqual([])
  expect(supplierChanges(registry(), ['', ' '])).toEqual([])
})

test('a supplier who is in the registry is not written twice', () => {
  const there: Entry = { kind: 'supplier', id: 's-01', version: 1, item: { id: 's-01', name: 'みほん保守' } }
  expect(supplierChanges(registry(there), ['みほん保守', '例示ネット', '例示ネット '])).toEqual([
    { act: 'create', kind: 'supplier', item: { name: '例示ネット' } },
  ])
})

test('a profile that was never written is written as version 0', () => {
  expect(profileChange(registry(), 'みほん診療所', { kind: 'clinic' })).toMatchObject({ entry: { version: 0 } })
})

test('the profile keeps what else is known of the facility', () => {
  const entry: Entry = {
    kind: 'profile',
    id: 'profile',
    version: 2,
    item: { id: 'profile', name: 'みほん診療所', staff: 12 },
  }
  expect(profileChange(registry(entry), 'みほん診療所', { kind: 'clinic', beds: 19 })).toMatchObject({
    act: 'replace',
    item: { staff: 12, kind: 'clinic', beds: 19 },
  })
})
