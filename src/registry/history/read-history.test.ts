import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import type { Facility } from '../facility/facility.ts'
import { caller, registryOn, scope } from '../testing.ts'

const manager = caller()
const system = { name: '電子カルテ' }

/** The order of a list is no fact. */
const unordered = (facility: Facility) =>
  Object.fromEntries(
    Object.entries(facility).map(([member, value]) => [
      member,
      Array.isArray(value) ? [...value].sort((a, b) => (a.id < b.id ? -1 : 1)) : value,
    ]),
  )

eachEngine('history of facts', (open) => {
  it('whoever may not read the registry reads no history either', async () => {
    const { registry } = await registryOn(await open())
    const staff = caller('account-2', ['staff'])
    for (const asked of [
      registry.historyOf(staff, 'system', 'system-1'),
      registry.facilityAsOf(staff, '2026-11-22T00:00:00.000Z'),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'not-permitted' })
    }
  })

  it('an item tells who changed which field and when, newest first, after it was removed too', async () => {
    const { registry, clock } = await registryOn(await open())
    const { id } = await registry.createItem(manager, { kind: 'system', item: system })
    clock.set('2026-11-23T00:00:00.000Z')
    const item = { ...system, passwordPolicy: { minLength: 13 } }
    await registry.changeItem(caller('account-9'), { kind: 'system', id, version: 1, item })
    clock.set('2026-11-24T00:00:00.000Z')
    await registry.removeItem(manager, { kind: 'system', id, version: 2 })
    const { entries } = await registry.historyOf(manager, 'system', id)
    expect(entries.map(({ act, at, by }) => [act, at.slice(0, 10), by])).toEqual([
      ['registry.removed', '2026-11-24', 'account-1'],
      ['registry.changed', '2026-11-23', 'account-9'],
      ['registry.created', '2026-11-22', 'account-1'],
    ])
    expect(entries[1]?.changes).toEqual([
      { field: 'confirmedOn', before: '2026-11-22', after: '2026-11-23' },
      { field: 'passwordPolicy.minLength', before: undefined, after: 13 },
    ])
    await expect(registry.historyOf(manager, 'system', 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('the registry of a day is what stood there when the day ended in Tokyo, and nothing of it can be changed', async () => {
    const { registry, clock, journal } = await registryOn(await open())
    clock.set('2026-11-22T14:59:00.000Z')
    await registry.createItem(manager, { kind: 'system', item: { ...system, source: 'person' } })
    await registry.answerPractices(manager, { answers: { usesWirelessLan: true } })
    clock.set('2026-11-22T15:01:00.000Z')
    await registry.changeItem(manager, { kind: 'system', id: 'system-01', version: 1, item: { name: '電子カルテ2' } })
    const past = await registry.registryOn(manager, '2026-11-22')
    expect(past.items.map(({ kind, item }) => [kind, item.name])).toEqual([
      ['profile', 'みほん診療所'],
      ['system', '電子カルテ'],
    ])
    expect(past.practices.answers).toMatchObject({ usesWirelessLan: { answer: true } })
    expect(past.may).toEqual({ change: false, import: false, export: true })
    expect((await registry.exportFacilityOn(manager, '2026-11-22')).systems?.[0]?.name).toBe('電子カルテ')
    expect((await registry.registryOn(manager, '2026-11-23')).items[1]?.item.name).toBe('電子カルテ2')
    const { entries } = await journal.entries(scope, { act: 'registry.exported' })
    expect(entries.map(({ detail }) => detail)).toEqual([{ asOf: '2026-11-22' }])
    const staff = caller('account-2', ['staff'])
    await expect(registry.registryOn(staff, '2026-11-22')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(registry.exportFacilityOn(staff, '2026-11-22')).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('the facility as of every moment of random edits is what it was', async () => {
    const { registry, clock } = await registryOn(await open())
    const moments: { readonly at: string; readonly was: Facility }[] = []
    let state = 7
    const pick = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648
      return Math.floor((state / 2147483648) * below)
    }
    await registry.changeItem(manager, {
      kind: 'profile',
      id: 'profile',
      version: 0,
      item: { name: 'みほん診療所' },
    })
    for (let step = 0; step < 40; step += 1) {
      clock.set(new Date(Date.parse('2026-11-22T02:00:00.000Z') + step * 3_600_000).toISOString())
      const kind = pick(2) === 0 ? 'system' : 'terminal'
      const { items } = await registry.listItems(manager, kind)
      const one = items[pick(items.length)]
      const item = { name: `見本${pick(9)}`, ...(kind === 'terminal' ? { portable: pick(2) === 0 } : {}) }
      const way = pick(6)
      if (way === 0) await registry.answerPractices(manager, { answers: { usesWirelessLan: pick(2) === 0 } })
      else if (way === 1 && moments.length > 0) {
        const earlier = moments[pick(moments.length)]?.was
        if (earlier) await registry.replaceFacility(manager, earlier)
      } else if (one && way < 4) {
        await registry.changeItem(manager, { kind, id: one.id, version: one.version, item })
      } else if (one && way === 4) await registry.removeItem(manager, { kind, id: one.id, version: one.version })
      else await registry.createItem(manager, { kind, item })
      moments.push({ at: clock.now(), was: await registry.loadFacility(scope) })
    }
    for (const { at, was } of moments) {
      expect(unordered(await registry.facilityAsOf(manager, at)), at).toEqual(unordered(was))
    }
  })
})
