import { describe, expect, test } from 'vitest'
import type { Facility, Item } from '../facility/facility.ts'
import { leavingOf, overdueLeavers } from './leaving.ts'

const facility = (left: Partial<Item<'person'>>, more: Partial<Facility> = {}): Facility => ({
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  limits: { leaverDays: 3 },
  persons: [
    {
      id: 'p-01',
      name: '例題 一郎',
      posts: ['operator', 'auditor', 'staff'],
      state: 'left',
      leftOn: '2026-11-20',
      ...left,
    },
    { id: 'p-02', name: '見本 太郎', posts: ['auditor'], state: 'active' },
    { id: 'p-03', name: '見本 花子', posts: ['operator'], state: 'left' },
  ],
  systems: [
    { id: 'emr', name: '電子カルテ', ownerId: 'p-01' },
    { id: 'receipt', name: 'レセプト', ownerId: 'p-02' },
  ],
  sites: [{ id: 'main', name: '本院', contactId: 'p-01' }],
  documents: [{ id: 'rules', name: '運用管理規程', approvedById: 'p-01' }],
  ...more,
})

describe('somebody who left', () => {
  test('has accounts to be disabled by a day, posts nobody holds, and things nobody answers for', () => {
    expect(leavingOf(facility({ accountSystemIds: ['emr'] }), 'p-01', '2026-11-22')).toEqual({
      leftOn: '2026-11-20',
      dueOn: '2026-11-23',
      daysLeft: 1,
      accounts: { state: 'usable', systems: [{ id: 'emr', name: '電子カルテ' }] },
      emptyPosts: ['operator'],
      items: [
        { kind: 'site', id: 'main', name: '本院', field: 'contactId' },
        { kind: 'system', id: 'emr', name: '電子カルテ', field: 'ownerId' },
      ],
    })
  })

  test('is late the day after the limit, and no longer once all accounts are disabled', () => {
    const open = facility({ accountSystemIds: ['emr'] })
    expect(leavingOf(open, 'p-01', '2026-11-24')).toMatchObject({ daysLeft: -1 })
    const stopped = leavingOf(facility({ accountsStoppedOn: '2026-11-21' }), 'p-01', '2026-11-24')
    expect(stopped?.accounts).toEqual({ state: 'stopped', on: '2026-11-21' })
    expect(stopped).not.toHaveProperty('daysLeft')
  })

  test('without the limit, the day of leaving or the systems, nothing is made up', () => {
    const unknown = leavingOf(facility({ leftOn: undefined }), 'p-01', '2026-11-24')
    expect(unknown).not.toHaveProperty('dueOn')
    expect(unknown?.accounts).toEqual({ state: 'unknown' })
    expect(leavingOf(facility({}, { limits: {} }), 'p-01', '2026-11-24')).not.toHaveProperty('dueOn')
    expect(leavingOf(facility({}), 'p-02', '2026-11-24')).toBeUndefined()
  })

  test('counts against a system from the day after the limit until the account is disabled', () => {
    const open = facility({ accountSystemIds: ['emr'] })
    expect(overdueLeavers(open, 'emr', '2026-11-23')).toBe(0)
    expect(overdueLeavers(open, 'emr', '2026-11-24')).toBe(1)
    expect(overdueLeavers(open, 'receipt', '2026-11-24')).toBe(0)
    const stopped = facility({ accountSystemIds: ['emr'], accountsStoppedOn: '2026-11-24' })
    expect(overdueLeavers(stopped, 'emr', '2026-11-24')).toBe(0)
  })
})
