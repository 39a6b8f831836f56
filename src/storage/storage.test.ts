import { expect, it } from 'vitest'
import { openStorageForReading } from './open-storage.ts'
import type { Storage } from './storage.ts'
import { eachEngine } from './testing.ts'

const sample = { facilityId: 'facility-a' }
const other = { facilityId: 'facility-b' }

const facility = (facilityId: string) => ({
  facility_id: facilityId,
  name: 'みほん診療所',
  sample: 1,
  created_at: '2026-11-22T00:00:00.000Z',
})

const createFacility = (storage: Storage, scope: { readonly facilityId: string }) =>
  storage.write(scope, (change) => change.db.insertInto('facility').values(facility(scope.facilityId)).execute())

eachEngine('storage', (open) => {
  it('what was written is read back, by its own facility and by the installation', async () => {
    const storage = await open()
    await createFacility(storage, sample)
    await createFacility(storage, other)
    const own = await storage.read(sample, (db) => db.selectFrom('facility').selectAll().execute())
    const all = await storage.read('installation', (db) => db.selectFrom('facility').select('facility_id').execute())
    expect(own).toEqual([facility('facility-a')])
    expect(all).toHaveLength(2)
  })

  it('a change that fails is kept out, alone, and the others of its group stay', async () => {
    const storage = await open()
    await createFacility(storage, sample)
    const outcomes = await Promise.allSettled([
      createFacility(storage, other),
      createFacility(storage, sample),
      storage.write(sample, async (change) => {
        await change.db.updateTable('facility').set({ name: '例題診療所' }).execute()
        throw new Error('thought better of it')
      }),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    const names = await storage.read('installation', (db) => db.selectFrom('facility').select('name').execute())
    expect(names).toEqual([{ name: 'みほん診療所' }, { name: 'みほん診療所' }])
  })

  it('what was written is still there when the storage is opened again', async () => {
    const storage = await open()
    await createFacility(storage, sample)
    await storage.close()
    const again = await open.again(storage)
    expect(await again.read(sample, (db) => db.selectFrom('facility').selectAll().execute())).toHaveLength(1)
  })

  it('a read sees one moment, whatever is written meanwhile', async () => {
    const storage = await open()
    await createFacility(storage, sample)
    const [before, after] = await storage.read('installation', async (db) => {
      const count = () => db.selectFrom('facility').selectAll().execute()
      const first = await count()
      await createFacility(storage, other)
      return [first.length, (await count()).length]
    })
    expect([before, after]).toEqual([1, 1])
  })

  it('somebody may look while another process writes, and can change nothing', async () => {
    const storage = await open()
    await createFacility(storage, sample)
    const looking = await openStorageForReading(open.placeOf(storage))
    await createFacility(storage, other)
    expect(await looking.read('installation', (db) => db.selectFrom('facility').selectAll().execute())).toHaveLength(2)
    await expect(createFacility(looking, sample)).rejects.toMatchObject({ code: 'read-only' })
    await looking.close()
  })
})
