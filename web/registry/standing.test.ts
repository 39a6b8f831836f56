import { describe, expect, test } from 'vitest'
import type { Entry } from './queries.ts'
import { lacksOf } from './standing.ts'

const entry = (kind: Entry['kind'], item: Entry['item']): Entry => ({ kind, id: item.id ?? kind, version: 1, item })

const may = { change: true, import: true, export: true }
const registryOf = (...items: readonly Entry[]) => ({ items, may, practices: { version: 0, answers: {} } })

const person = entry('person', { id: 'p-01', name: '例題 一郎', state: 'active' })
const gone = entry('person', { id: 'p-02', name: '見本 四季', state: 'left' })

describe('what the table marks', () => {
  test('is an item for which nobody answers, whose person has left, or of which nobody knows', () => {
    const registry = registryOf(person, gone)
    const system = (ownerId?: string) => entry('system', { id: 'emr', name: '電子カルテ', ownerId })
    expect(lacksOf(system('none'), registry, '2026-11-22')).toEqual(['no-owner'])
    expect(lacksOf(system(), registry, '2026-11-22')).toEqual(['owner-unknown'])
    expect(lacksOf(system('p-01'), registry, '2026-11-22')).toEqual([])
    expect(lacksOf(system('p-02'), registry, '2026-11-22')).toEqual(['owner-left'])
  })

  test('is not a kind that has no responsible person, nor a device that is out of use', () => {
    const retired = entry('device', { id: 'old', name: '旧モニタ', state: 'retired' })
    expect(lacksOf(person, registryOf(person), '2026-11-22')).toEqual([])
    expect(lacksOf(retired, registryOf(), '2026-11-22')).toEqual([])
  })

  test('is a fact older than the facility allows, or than a year', () => {
    const old = entry('supplier', { id: 's', name: '例示ネット', confirmedOn: '2025-11-22' })
    expect(lacksOf(old, registryOf(), '2026-11-22')).toEqual([])
    expect(lacksOf(old, registryOf(), '2026-11-23')).toEqual(['stale'])
    const strict = registryOf(entry('limits', { factValidDays: 90 }))
    expect(lacksOf(old, strict, '2026-02-21')).toEqual(['stale'])
  })
})
