import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { OutsideScope } from './outside-scope.ts'
import type { Reader, Storage } from './storage.ts'
import type { RegistryItemRow, Relations } from './tables.ts'
import { eachEngine } from './testing.ts'

const facilities = ['facility-a', 'facility-b', 'facility-c'] as const
type FacilityId = (typeof facilities)[number]

const item = (facilityId: string, itemId: string, position: number): RegistryItemRow => ({
  facility_id: facilityId,
  kind: 'terminal',
  item_id: itemId,
  uid: `uid-${itemId}`,
  position,
  version: 1,
  // What must never be seen elsewhere, in a column that no condition asks about.
  body: `owned by ${facilityId}`,
  confirmed_on: '2026-11-22',
  updated_at: '2026-11-22T00:00:00.000Z',
  updated_by: 'account-1',
})

const add = (storage: Storage, row: RegistryItemRow) =>
  storage.write({ facilityId: row.facility_id }, (change) =>
    change.db.insertInto('registry_item').values(row).execute(),
  )

const allRows = async (storage: Storage) => {
  const lists = await Promise.all(
    facilities.map((facilityId) =>
      storage.read({ facilityId }, (db) => db.selectFrom('registry_item').selectAll().orderBy('item_id').execute()),
    ),
  )
  return lists.flat()
}

/** Ways to ask for rows of other facilities, by mistake or not. Each must answer with own rows, or throw. */
const reads: Record<string, (db: Reader, victim: string, n: number) => Promise<readonly unknown[]>> = {
  plainly: (db) => db.selectFrom('registry_item').selectAll().execute(),
  'by naming the victim': (db, victim) =>
    db.selectFrom('registry_item').selectAll().where('facility_id', '=', victim).execute(),
  'with an or': (db, victim, n) =>
    db
      .selectFrom('registry_item as i')
      .selectAll('i')
      .where((eb) => eb.or([eb('i.position', '>=', n), eb('i.facility_id', '=', victim)]))
      .execute(),
  'with a raw or': (db) => db.selectFrom('registry_item').selectAll().where(sql<boolean>`false or true`).execute(),
  'by an inner join': (db) =>
    db
      .selectFrom('registry_item as own')
      .innerJoin('registry_item as far', 'far.kind', 'own.kind')
      .select(['own.body as a', 'far.body as b'])
      .execute(),
  'by a left join': (db, victim) =>
    db
      .selectFrom('registry_item as own')
      .leftJoin('registry_item as far', (join) => join.onTrue().on('far.facility_id', '=', victim))
      .select(['own.body as a', 'far.body as b'])
      .execute(),
  'by a right join': (db) =>
    db
      .selectFrom('facility as f')
      .rightJoin('registry_item as far', (join) => join.onTrue())
      .select(['far.body as b'])
      .execute(),
  'by a full join': (db) =>
    db
      .selectFrom('registry_item as own')
      .fullJoin('registry_item as far', 'far.uid', 'own.item_id')
      .select(['own.body as a', 'far.body as b'])
      .execute(),
  'from two tables': (db) => db.selectFrom(['registry_item as a', 'registry_item as b']).select(['b.body']).execute(),
  'in a subquery': (db, victim) =>
    db
      .selectFrom((eb) => eb.selectFrom('registry_item').selectAll().where('facility_id', '=', victim).as('far'))
      .selectAll()
      .execute(),
  'in a selected subquery': (db, _victim, n) =>
    db
      .selectFrom('registry_item as own')
      .select((eb) => [
        eb
          .selectFrom('registry_item as far')
          .select('far.body')
          .where('far.position', '<=', n)
          .orderBy('far.body', 'desc')
          .limit(1)
          .as('b'),
      ])
      .execute(),
  'by a union': (db, victim) =>
    db
      .selectFrom('registry_item')
      .select('body')
      .unionAll((eb) => eb.selectFrom('registry_item').select('body').where('facility_id', '=', victim))
      .execute(),
  'by a query with a name': (db, victim) =>
    db
      .with('far', (eb) => eb.selectFrom('registry_item').selectAll().where('facility_id', '=', victim))
      .selectFrom('far')
      .selectAll()
      .execute(),
  'by a query with the name of a table': (db) =>
    db
      .with('registry_item', (eb) => eb.selectFrom('registry_item').selectAll())
      .selectFrom('registry_item')
      .selectAll()
      .execute(),
  'by counting': (db) =>
    db
      .selectFrom('registry_item')
      .select((eb) => [eb.fn.max('body').as('a'), eb.fn.min('body').as('b')])
      .execute(),
  'in a group': (db) =>
    db
      .selectFrom('registry_item')
      .select(['facility_id', (eb) => eb.fn.max('body').as('b')])
      .groupBy('facility_id')
      .having((eb) => eb.fn.countAll(), '>', 0)
      .execute(),
  'by raw SQL': (db) => sql<unknown>`select body from registry_item`.execute(db).then((result) => result.rows),
  'by raw SQL in a condition': (db) =>
    db.selectFrom('facility').select(sql<string>`(select max(body) from registry_item)`.as('b')).execute(),
  'by raw SQL that closes a parenthesis': (db) =>
    db.selectFrom('registry_item').selectAll().where(sql<boolean>`true) or (true`).execute(),
  'by a raw table': (db) =>
    db.selectFrom(sql<RegistryItemRow>`registry_item`.as('far')).selectAll().execute() as Promise<unknown[]>,
  'by a table function': (db) =>
    db
      .selectFrom(
        db.fn<{ body: string }>('query_to_xml', [sql.val('select body from omamori.registry_item')]).as('far'),
      )
      .selectAll()
      .execute(),
  'by setting the facility': async (db, victim) => {
    await db
      .selectNoFrom((eb) => eb.fn('set_config', [eb.val('omamori.facility'), eb.val(victim), eb.val(false)]).as('x'))
      .execute()
    return db.selectFrom('registry_item').selectAll().execute()
  },
  'without plugins': (db) => db.withoutPlugins().selectFrom('registry_item').selectAll().execute(),
  'in another schema': (db) => db.withSchema('omamori').selectFrom('registry_item').selectAll().execute(),
  'from the schema': (db) => db.introspection.getTables().then((tables) => tables),
}

type Changing = (db: Kysely<Relations>, victim: string, n: number) => Promise<unknown>

/** Ways to change rows of other facilities. Each must leave them as they are. */
const changes: Record<string, Changing> = {
  'updates everything': (db) => db.updateTable('registry_item').set({ body: 'taken' }).execute(),
  'updates by naming the victim': (db, victim) =>
    db.updateTable('registry_item').set({ body: 'taken' }).where('facility_id', '=', victim).execute(),
  'updates under another name': (db, _victim, n) =>
    db
      .updateTable('registry_item as i')
      .set({ body: 'taken' })
      .where((eb) => eb.or([eb('i.position', '<', n), eb('i.position', '>=', n)]))
      .execute(),
  'updates from another table': (db) =>
    db
      .updateTable('registry_item')
      .from('registry_item as far')
      .set((eb) => ({ body: eb.ref('far.body') }))
      .whereRef('far.item_id', '!=', 'registry_item.item_id')
      .execute(),
  'updates from a subquery': (db, victim) =>
    db
      .updateTable('registry_item')
      .set((eb) => ({
        body: eb.selectFrom('registry_item as far').select('far.body').where('far.facility_id', '=', victim).limit(1),
      }))
      .where('body', 'is', null)
      .execute(),
  'moves its rows': (db, victim) => db.updateTable('registry_item').set({ facility_id: victim }).execute(),
  'deletes everything': (db) => db.deleteFrom('registry_item').execute(),
  'deletes by naming the victim': (db, victim) =>
    db.deleteFrom('registry_item').where('facility_id', '=', victim).execute(),
  'inserts for another': (db, victim, n) =>
    db
      .insertInto('registry_item')
      .values(item(victim, `new-${n}`, n))
      .execute(),
  'inserts one of two for another': (db, victim, n) =>
    db
      .insertInto('registry_item')
      .values([item('facility-a', `new-${n}`, n), item(victim, `new-${n}`, n)])
      .execute(),
  'inserts a selection': (db) =>
    db
      .insertInto('registry_item')
      .columns(['facility_id', 'kind'])
      .expression((eb) => eb.selectFrom('registry_item').select(['facility_id', 'kind']))
      .execute(),
  'upserts onto another': (db, victim, n) =>
    db
      .insertInto('registry_item')
      .values(item('facility-a', 'item-0', n))
      .onConflict((conflict) =>
        conflict.columns(['facility_id', 'kind', 'item_id']).doUpdateSet({ facility_id: victim }),
      )
      .execute(),
  replaces: (db, victim, n) =>
    db
      .replaceInto('registry_item')
      .values(item(victim, 'item-0', n))
      .execute(),
}

const rowsOfAll = fc.array(fc.record({ owner: fc.constantFrom(...facilities), position: fc.nat({ max: 9 }) }), {
  minLength: 3,
  maxLength: 12,
})
const attempt = fc.record({
  reader: fc.constantFrom(...facilities),
  victim: fc.constantFrom(...facilities),
  n: fc.nat({ max: 9 }),
  rows: rowsOfAll,
})

async function filled(storage: Storage, rows: readonly { readonly owner: FacilityId; readonly position: number }[]) {
  for (const facilityId of facilities) {
    await storage.write({ facilityId }, (change) => change.db.deleteFrom('registry_item').execute())
  }
  await Promise.all(rows.map((row, index) => add(storage, item(row.owner, `item-${index}`, row.position))))
}

const runs = { numRuns: 12 }

eachEngine('the border between facilities', (open) => {
  it('no query reads a row of another facility', async () => {
    const storage = await open()
    const answered = new Set<string>()
    await fc.assert(
      fc.asyncProperty(attempt, async ({ reader, victim, n, rows }) => {
        await filled(storage, rows)
        for (const [way, read] of Object.entries(reads)) {
          const seen = await storage.read({ facilityId: reader }, (db) => read(db, victim, n)).catch(() => undefined)
          if (seen) answered.add(way)
          const text = JSON.stringify(seen ?? [])
          for (const facilityId of facilities.filter((one) => one !== reader)) {
            expect(text, `${way}, as ${reader}`).not.toContain(`owned by ${facilityId}`)
          }
        }
      }),
      runs,
    )
    // The ways that are no trick must have been answered, or the test would prove nothing.
    for (const way of ['plainly', 'with an or', 'by a left join', 'by a full join', 'in a subquery', 'by a union']) {
      expect(answered).toContain(way)
    }
  })

  it('no change touches a row of another facility', async () => {
    const storage = await open()
    await fc.assert(
      fc.asyncProperty(attempt, async ({ victim, n, rows }) => {
        const writer = 'facility-a'
        for (const [way, change] of Object.entries(changes)) {
          await filled(storage, rows)
          const others = (await allRows(storage)).filter((row) => row.facility_id !== writer)
          await storage.write({ facilityId: writer }, (made) => change(made.db, victim, n)).catch(() => undefined)
          const after = (await allRows(storage)).filter((row) => row.facility_id !== writer)
          expect(after, way).toEqual(others)
        }
      }),
      { numRuns: 5 },
    )
  })

  it('a query sees its own rows as if there were no others', async () => {
    const storage = await open()
    await filled(storage, [
      { owner: 'facility-a', position: 1 },
      { owner: 'facility-b', position: 2 },
      { owner: 'facility-a', position: 3 },
    ])
    const own = { facilityId: 'facility-a' }
    const positions = await storage.read(own, (db) =>
      db.selectFrom('registry_item').select('position').orderBy('position', 'desc').execute(),
    )
    const joined = await storage.read(own, (db) =>
      db
        .selectFrom('registry_item as low')
        .leftJoin('registry_item as high', (join) => join.onRef('high.position', '>', 'low.position'))
        .select(['low.position as low', 'high.position as high'])
        .orderBy('low.position')
        .execute(),
    )
    const count = await storage.read(own, (db) =>
      db
        .selectFrom('registry_item')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirst(),
    )
    expect(positions).toEqual([{ position: 3 }, { position: 1 }])
    expect(joined).toEqual([
      { low: 1, high: 3 },
      { low: 3, high: null },
    ])
    expect(count).toEqual({ count: 2 })
  })

  it('the installation sees the list of facilities and nothing else', async () => {
    const storage = await open()
    await add(storage, item('facility-a', 'item-0', 1))
    const reading = storage.read('installation', (db) => db.selectFrom('registry_item').selectAll().execute())
    await expect(reading).rejects.toThrow(OutsideScope)
    expect(await storage.read('installation', (db) => db.selectFrom('facility').selectAll().execute())).toEqual([])
  })

  it('a row without a facility, and a facility without a name, are refused', async () => {
    const storage = await open()
    const { facility_id, ...nobodys } = item('facility-a', 'item-0', 1)
    const inserting = storage.write({ facilityId: facility_id }, (change) =>
      change.db
        .insertInto('registry_item')
        .values(nobodys as RegistryItemRow)
        .execute(),
    )
    await expect(inserting).rejects.toThrow(OutsideScope)
    for (const facilityId of ['', '*']) {
      const reading = storage.read({ facilityId }, (db) => db.selectFrom('facility').selectAll().execute())
      await expect(reading).rejects.toThrow(OutsideScope)
    }
  })

  it('a query that was compiled for one facility does not run for another', async () => {
    const storage = await open()
    await add(storage, item('facility-a', 'item-0', 1))
    const stolen = await storage.read({ facilityId: 'facility-a' }, async (db) =>
      db.selectFrom('registry_item').selectAll().compile(),
    )
    const running = storage.read({ facilityId: 'facility-b' }, (db) => db.executeQuery(stolen))
    await expect(running).rejects.toThrow(OutsideScope)
  })

  it('a query that outlives its change does not run', async () => {
    const storage = await open()
    const kept = await storage.write({ facilityId: 'facility-a' }, async (change) => change.db)
    await expect(kept.selectFrom('facility').selectAll().execute()).rejects.toThrow(OutsideScope)
  })
})
