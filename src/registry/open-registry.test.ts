import { expect, it } from 'vitest'
import type { Refusal } from '#shared'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import type { Facility } from './facility/facility.ts'
import { parseFacility, sampleFacility, writeFacilityYaml } from './index.ts'
import { openRegistry } from './open-registry.ts'
import { caller, registryOn, scope, type TestRegistry } from './testing.ts'

const emr = { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 13 } }

async function actsOf({ journal }: TestRegistry): Promise<readonly string[]> {
  const { entries } = await journal.entries(scope, { act: 'registry.' }, { limit: 200 })
  return entries.map(({ act }) => act).reverse()
}

eachEngine('registry', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const on = await registryOn(await open())
    const staff = caller('account-9', ['staff'])
    const { registry } = on
    const refused = await Promise.all(
      [
        registry.listItems(staff, 'system'),
        registry.readItem(staff, 'system', 'emr'),
        registry.listNames(staff),
        registry.createItem(staff, { kind: 'system', item: emr }),
        registry.changeItem(staff, { kind: 'system', id: 'emr', version: 1, item: emr }),
        registry.removeItem(staff, { kind: 'system', id: 'emr', version: 1 }),
        registry.answerPractices(staff, { answers: { usesWirelessLan: true } }),
        registry.previewImport(staff, sampleFacility('2026-11-22')),
        registry.replaceFacility(staff, sampleFacility('2026-11-22')),
        registry.exportFacility(staff),
      ].map(refusalOf),
    )
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'not-permitted'))
    expect(await actsOf(on)).toEqual([])
    const { profile, practices, systems } = await registry.loadFacility(scope)
    expect({ profile, practices, systems }).toEqual({ profile: { name: 'みほん診療所' } })
  })

  it('an item is added, changed and removed, and the journal holds before and after', async () => {
    const on = await registryOn(await open())
    const { registry, clock } = on
    const created = await registry.createItem(caller(), { kind: 'system', item: emr })
    expect(created).toMatchObject({ id: 'emr', version: 1, confirmedOn: '2026-11-22', updatedBy: 'account-1' })
    clock.set('2026-12-01T15:00:00.000Z')
    const item = { ...emr, passwordPolicy: { minLength: 8 } }
    const changed = await registry.changeItem(caller('account-2'), { kind: 'system', id: 'emr', version: 1, item })
    expect(changed).toMatchObject({ version: 2, confirmedOn: '2026-12-02', updatedBy: 'account-2' })
    await registry.removeItem(caller(), { kind: 'system', id: 'emr', version: 2 })
    expect((await registry.listItems(caller(), 'system')).items).toEqual([])
    const { entries } = await on.journal.entries(scope, { act: 'registry.' })
    expect(entries.map(({ act, subject, detail }) => ({ act, subject, detail })).reverse()).toEqual([
      { act: 'registry.created', subject, detail: { kind: 'system', itemId: 'emr', position: 0, after: created.item } },
      {
        act: 'registry.changed',
        subject,
        detail: { kind: 'system', itemId: 'emr', position: 0, before: created.item, after: changed.item },
      },
      {
        act: 'registry.removed',
        subject,
        detail: { kind: 'system', itemId: 'emr', position: 0, before: changed.item },
      },
    ])
    expect((await on.journal.verify(scope)).findings).toEqual([])
  })

  it('of two who change the same version, one is kept and the other told by whom and what', async () => {
    const on = await registryOn(await open())
    const { registry } = on
    await registry.createItem(caller(), { kind: 'system', item: emr })
    const write = (who: string, minLength: number) =>
      registry.changeItem(caller(who), {
        kind: 'system',
        id: 'emr',
        version: 1,
        item: { ...emr, passwordPolicy: { minLength } },
      })
    const outcomes = await Promise.allSettled([write('account-1', 14), write('account-2', 15)])
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Refusal] : []))
    expect(kept).toHaveLength(1)
    expect(lost.map(({ code, facts }) => ({ code, ...facts }))).toEqual([
      { code: 'conflict', reason: 'changed', current: kept[0], by: kept[0]?.updatedBy, at: '2026-11-22T01:02:03.004Z' },
    ])
    const { referrers: _, may: __, ...now } = await registry.readItem(caller(), 'system', 'emr')
    expect(now).toEqual(kept[0])
    expect(await actsOf(on)).toEqual(['registry.created', 'registry.changed'])
  })

  it('a stale version removes nothing, and an item that is gone cannot be changed', async () => {
    const { registry } = await registryOn(await open())
    await registry.createItem(caller(), { kind: 'system', item: emr })
    await registry.changeItem(caller(), { kind: 'system', id: 'emr', version: 1, item: emr })
    const stale = await refusalOf(registry.removeItem(caller(), { kind: 'system', id: 'emr', version: 1 }))
    expect(stale.code).toBe('conflict')
    await registry.removeItem(caller(), { kind: 'system', id: 'emr', version: 2 })
    const change = registry.changeItem(caller(), { kind: 'system', id: 'emr', version: 2, item: emr })
    expect((await refusalOf(change)).code).toBe('not-found')
  })

  it('an item with mistakes is refused with all of them, and so is one that refers to nobody', async () => {
    const { registry } = await registryOn(await open())
    const item = { id: 'E M R', name: '', beds: 3, ownerId: 'p-01' }
    const wrong = await refusalOf(registry.createItem(caller(), { kind: 'system', item }))
    expect(wrong).toMatchObject({ code: 'malformed', facts: { issues: { length: 3 } } })
    const lonely = await refusalOf(registry.createItem(caller(), { kind: 'system', item: { ...emr, ownerId: 'p-01' } }))
    expect(lonely.facts.issues).toMatchObject([{ path: 'ownerId', code: 'no-such-item' }])
    expect((await registry.listItems(caller(), 'system')).items).toEqual([])
  })

  it('what others refer to stays, and the refusal says who refers', async () => {
    const { registry } = await registryOn(await open())
    await registry.createItem(caller(), { kind: 'person', item: { name: '見本 太郎' } })
    await registry.createItem(caller(), { kind: 'system', item: { ...emr, ownerId: 'p-01' } })
    const referrers = [{ kind: 'system', id: 'emr', name: '電子カルテ', field: 'ownerId' }]
    expect((await registry.readItem(caller(), 'person', 'p-01')).referrers).toEqual(referrers)
    const refused = await refusalOf(registry.removeItem(caller(), { kind: 'person', id: 'p-01', version: 1 }))
    expect(refused).toMatchObject({ code: 'conflict', facts: { reason: 'referenced', referrers } })
    await registry.changeItem(caller(), { kind: 'system', id: 'emr', version: 1, item: emr })
    await registry.removeItem(caller(), { kind: 'person', id: 'p-01', version: 1 })
  })

  it('items without an id get the next free one, however many arrive at once', async () => {
    const { registry } = await registryOn(await open())
    const names = ['見本 太郎', '髙﨑 例子', '𠮷田 仮名']
    await Promise.all(names.map((name) => registry.createItem(caller(), { kind: 'person', item: { name } })))
    const { items } = await registry.listItems(caller(), 'person')
    expect(items.map(({ id }) => id)).toEqual(['p-01', 'p-02', 'p-03'])
    expect(items.map(({ item }) => item.name).sort()).toEqual([...names].sort())
    const twice = registry.createItem(caller(), { kind: 'person', item: { id: 'p-02', name: '例題 一郎' } })
    expect((await refusalOf(twice)).code).toBe('already-exists')
  })

  it('whoever looks at persons is written down; lists of names and of systems are not personal', async () => {
    const on = await registryOn(await open())
    const { registry } = on
    await registry.createItem(caller(), { kind: 'person', item: { name: '見本 太郎', phone: '098-000-0001' } })
    await registry.listItems(caller('account-2'), 'person')
    await registry.readItem(caller('account-2'), 'person', 'p-01')
    await registry.listNames(caller('account-2'))
    await registry.listItems(caller('account-2'), 'system')
    const { entries } = await on.journal.entries(scope, { act: 'registry.viewed' })
    expect(entries.map(({ actor, subject }) => ({ by: actor.id, subject }))).toEqual([
      { by: 'account-2', subject },
      { by: 'account-2', subject: { kind: 'registry-kind', id: 'person' } },
    ])
  })

  it('who looks at the whole registry leaves one entry, naming every person and supplier that was shown', async () => {
    const { registry, journal } = await registryOn(await open())
    await registry.createItem(caller(), { kind: 'supplier', item: { name: '例題システム' } })
    await registry.listAll(caller('account-2'))
    await registry.createItem(caller(), { kind: 'person', item: { name: '見本 太郎' } })
    const { items } = await registry.listAll(caller('account-2'))
    expect(items.map(({ kind }) => kind)).toEqual(['person', 'supplier'])
    const { entries } = await journal.entries(scope, { act: 'registry.viewed' })
    expect(entries.map(({ detail }) => detail)).toEqual([
      { itemIds: ['p-01', 'supplier-01'] },
      { itemIds: ['supplier-01'] },
    ])
    await expect(registry.listAll(caller('account-3', []))).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('a kind of which there is one is there from the start and is written like any other', async () => {
    const storage = await open()
    const { registry } = await registryOn(storage)
    const before = await registry.readItem(caller(), 'profile', 'profile')
    expect(before).toMatchObject({ version: 0, item: { name: 'みほん診療所' }, may: { change: true } })
    const item = { name: 'みほん浜診療所', beds: 19 }
    const write = () => registry.changeItem(caller(), { kind: 'profile', id: 'profile', version: 0, item })
    expect(await write()).toMatchObject({ version: 1 })
    expect((await refusalOf(write())).code).toBe('conflict')
    expect((await registry.loadFacility(scope)).profile).toEqual({ name: 'みほん浜診療所', beds: 19 })
    const facility = await storage.read(scope, (db) => db.selectFrom('facility').select('name').executeTakeFirst())
    expect(facility).toEqual({ name: 'みほん浜診療所' })
    const limits = { kind: 'limits', id: 'limits', version: 0, item: { logReviewDays: 31, name: 'x' } } as const
    expect((await refusalOf(registry.changeItem(caller(), limits))).code).toBe('malformed')
  })

  it('answers are added to those there are, each with its day, and can be taken back', async () => {
    const on = await registryOn(await open(), ['usesWirelessLan', 'usesIotDevices'])
    const { registry, clock } = on
    await registry.answerPractices(caller(), { answers: { usesWirelessLan: true } })
    clock.set('2026-12-24T01:00:00.000Z')
    const two = await registry.answerPractices(caller(), { answers: { usesIotDevices: false }, version: 1 })
    expect(two).toEqual({
      version: 2,
      answers: {
        usesWirelessLan: { answer: true, confirmedOn: '2026-11-22' },
        usesIotDevices: { answer: false, confirmedOn: '2026-12-24' },
      },
    })
    const facility = await registry.loadFacility(scope)
    expect(facility.practices).toEqual({ usesWirelessLan: true, usesIotDevices: false })
    expect(facility.practicesConfirmedOn).toEqual({ usesWirelessLan: '2026-11-22', usesIotDevices: '2026-12-24' })
    const stale = registry.answerPractices(caller(), { answers: { usesIotDevices: true }, version: 1 })
    expect((await refusalOf(stale)).code).toBe('conflict')
    const unknown = registry.answerPractices(caller(), { answers: { usesWirelesLan: true } })
    expect((await refusalOf(unknown)).facts.issues).toMatchObject([{ code: 'unknown-practice' }])
    await registry.answerPractices(caller(), { answers: { usesWirelessLan: null } })
    expect((await registry.loadFacility(scope)).practices).toEqual({ usesIotDevices: false })
    expect((await registry.readPractices(caller())).version).toBe(3)
  })

  it('the sample goes in and comes out as it was', async () => {
    const on = await registryOn(await open())
    const { sample: _, ...facility } = sampleFacility('2026-11-22')
    const preview = await on.registry.previewImport(caller(), facility)
    const count = preview.added.length
    expect(count).toBeGreaterThan(40)
    await on.registry.replaceFacility(caller(), facility, preview.basis)
    expect(await on.registry.loadFacility(scope)).toEqual(facility)
    const exported = await on.registry.exportFacility(caller())
    expect(parseFacility(writeFacilityYaml(exported))).toEqual(facility)
    const acts = await actsOf(on)
    expect(acts.filter((act) => act === 'registry.created')).toHaveLength(count)
    expect(acts.slice(-2)).toEqual(['registry.imported', 'registry.exported'])
  })

  it('an import says before what it will add, change and remove, and does just that', async () => {
    const on = await registryOn(await open())
    const { registry } = on
    const first: Facility = {
      format: 'omamori-facility@1',
      asOf: '2026-11-22',
      profile: { name: 'みほん診療所' },
      systems: [emr, { id: 'pacs', name: '画像' }],
    }
    await registry.replaceFacility(caller(), first)
    const second: Facility = {
      ...first,
      systems: [
        { id: 'receipt', name: 'レセプト' },
        { ...emr, passwordPolicy: { minLength: 8 } },
      ],
    }
    const preview = await registry.previewImport(caller(), second)
    expect(preview).toMatchObject({
      added: [{ kind: 'system', id: 'receipt', name: 'レセプト' }],
      changed: [{ kind: 'system', id: 'emr', name: '電子カルテ', fields: ['passwordPolicy.minLength'] }],
      missing: [{ kind: 'system', id: 'pacs', name: '画像' }],
      unchanged: 1,
    })
    expect(await registry.loadFacility(scope)).toEqual(first)
    await registry.replaceFacility(caller(), second, preview.basis)
    expect(await registry.loadFacility(scope)).toEqual(second)
    expect((await registry.readItem(caller(), 'system', 'emr')).version).toBe(2)
    expect((await registry.readItem(caller(), 'profile', 'profile')).version).toBe(1)
  })

  it('what was changed after the preview is a conflict, and nothing is half imported', async () => {
    const on = await registryOn(await open())
    const { registry } = on
    await registry.createItem(caller(), { kind: 'system', item: emr })
    const facility = sampleFacility('2026-11-22')
    const { basis } = await registry.previewImport(caller(), facility)
    await registry.changeItem(caller(), { kind: 'system', id: 'emr', version: 1, item: emr })
    const before = await registry.loadFacility(scope)
    expect((await refusalOf(registry.replaceFacility(caller(), facility, basis))).code).toBe('conflict')
    const systems = [...(facility.systems ?? []), { ...emr, ownerId: 'p-99' }]
    const broken = registry.replaceFacility(caller(), { ...facility, systems })
    expect((await refusalOf(broken)).facts.issues).toMatchObject([{ code: 'duplicate-id' }, { code: 'no-such-item' }])
    expect(await registry.loadFacility(scope)).toEqual(before)
  })

  it('an import that fails half way leaves everything as it was, the journal included', async () => {
    const on = await registryOn(await open())
    let left = 10
    const journal = {
      ...on.journal,
      append: (...[change, entry]: Parameters<typeof on.journal.append>) => {
        if (left-- === 0) throw new Error('the disk is full')
        return on.journal.append(change, entry)
      },
    }
    const { storage, clock } = on
    let next = 0
    const failing = openRegistry({ storage, journal, clock, newId: () => `other-${++next}` })
    await expect(failing.replaceFacility(caller(), sampleFacility('2026-11-22'))).rejects.toThrow('the disk is full')
    expect((await on.registry.loadFacility(scope)).systems).toBeUndefined()
    expect(await actsOf(on)).toEqual([])
    expect((await on.journal.verify(scope)).findings).toEqual([])
  })

  it('a facility sees its own registry and no other', async () => {
    const { registry } = await registryOn(await open())
    await registry.createItem(caller(), { kind: 'system', item: emr })
    const stranger = caller('account-7', ['director'], 'other')
    expect((await registry.listItems(stranger, 'system')).items).toEqual([])
    const change = registry.changeItem(stranger, { kind: 'system', id: 'emr', version: 1, item: emr })
    expect((await refusalOf(change)).code).toBe('not-found')
    await registry.createItem(stranger, { kind: 'system', item: emr })
    expect((await registry.listItems(caller(), 'system')).items).toHaveLength(1)
  })
})

const subject = { kind: 'registry-item', id: 'uid-1' }
