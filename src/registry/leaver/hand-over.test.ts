import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import { caller, registryOn, scope } from '../testing.ts'

const manager = caller()

eachEngine('handing over', (open) => {
  const on = async () => {
    const all = await registryOn(await open())
    const { registry, clock } = all
    clock.set('2026-11-22T03:00:00.000Z')
    await registry.replaceFacility(manager, {
      format: 'omamori-facility@1',
      asOf: '2026-11-01',
      profile: { name: 'みほん診療所' },
      limits: { leaverDays: 3 },
      persons: [
        { id: 'p-01', name: '例題 一郎', posts: ['operator'], state: 'left', leftOn: '2026-11-18' },
        { id: 'p-02', name: '見本 太郎', state: 'active' },
      ],
      systems: [
        { id: 'emr', name: '電子カルテ', ownerId: 'p-01' },
        { id: 'receipt', name: 'レセプト', ownerId: 'p-02' },
      ],
      documents: [{ id: 'rules', name: '運用管理規程', approvedById: 'p-01' }],
    })
    return all
  }

  it('is not for those who may not change the registry; and not to somebody who left or is not there', async () => {
    const { registry } = await on()
    const staff = caller('account-2', ['staff'])
    await expect(registry.readLeaving(staff, 'p-01')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(registry.handOver(staff, 'p-01', { to: 'p-02', posts: true })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(registry.handOver(manager, 'p-01', { to: 'p-01', posts: true })).rejects.toMatchObject({
      code: 'malformed',
    })
    await expect(registry.handOver(manager, 'p-01', { to: 'p-09', posts: true })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('gives everything they answer for to one successor at once; what they approved stays theirs', async () => {
    const { registry, journal } = await on()
    const before = await registry.readLeaving(manager, 'p-01')
    expect(before.leaving).toMatchObject({ dueOn: '2026-11-21', daysLeft: -1, emptyPosts: ['operator'] })
    expect(await registry.handOver(manager, 'p-01', { to: 'p-02', posts: true })).toEqual({ items: 1, posts: 1 })
    const { systems, persons, documents } = await registry.loadFacility(scope)
    expect(systems?.map(({ ownerId }) => ownerId)).toEqual(['p-02', 'p-02'])
    expect(persons?.map(({ posts }) => posts)).toEqual([['operator'], ['operator']])
    expect(documents?.[0]?.approvedById).toBe('p-01')
    const after = await registry.readLeaving(manager, 'p-01')
    expect(after.leaving).toMatchObject({ emptyPosts: [], items: [] })
    expect(await registry.readLeaving(manager, 'p-02')).toEqual({})
    const { entries } = await journal.entries(scope, { act: 'registry.handed-over' })
    expect(entries.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ itemId: 'p-01', after: { to: 'p-02', items: 1, posts: ['operator'] } }),
    ])
  })
})
