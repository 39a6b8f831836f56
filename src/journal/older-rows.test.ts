import { expect, it } from 'vitest'
import type { Engine } from '#storage'
import { first } from '../storage/migrations/0001-first.ts'
import { appendOnly } from '../storage/migrations/0002-append-only.ts'
import { logNumbers } from '../storage/migrations/0009-log-numbers.ts'
import { eachEngine } from '../storage/testing.ts'
import { journalOn, keysInMemory } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }
const at = '2026-11-22T01:02:03.004Z'

const entry = (number: number) => ({
  act: number % 2 === 0 ? 'registry.changed' : 'session.signed-in',
  actor: { kind: 'account', id: `account-${number % 3}` } as const,
  subject: { kind: 'terminal', id: `t-${number}` },
  detail: { owner: '見本 太郎' },
})

const guards = ['log_entry', 'log_block', 'log_posting'].flatMap((table) => [`${table}_stands`, `${table}_stays`])

/** Lays the rows out as they were before 0009, with one more that belongs to no log. */
function asBefore(engine: Engine, stray: boolean): string {
  const ofEntries = [...first.statements(engine), ...appendOnly.statements(engine)].filter((statement) =>
    /\blog_entry(_\w+)?\b/.test(statement),
  )
  const functions = engine === 'postgresql' ? guards.map((name) => `drop function ${name}() cascade`) : []
  const secured = ['alter table log_entry enable row level security', 'alter table log_entry force row level security']
  return [
    'create table kept as select e.facility_id, origin, entry_id % 4294967296 as n, entry, detail from log_entry e join log on number = entry_id / 4294967296',
    ...['log_entry', 'log_block', 'log_posting'].map((table) => `drop table ${table}`),
    ...functions,
    'drop index log_number',
    'alter table log drop column number',
    ...ofEntries,
    `insert into log_entry (facility_id, origin, entry_index, entry, at, act, subject_kind, subject_id, detail)
      select facility_id, origin, n, entry, '${at}', 'a.b', 'c', 'd', detail from kept`,
    ...(stray
      ? [
          `insert into log_entry (facility_id, origin, entry_index, entry, at, act, subject_kind, subject_id)
            select facility_id, 'omamori/mihon-clinic/1999', n, entry, '${at}', 'a.b', 'c', 'd' from kept where n = 5`,
        ]
      : []),
    ...(engine === 'postgresql' ? secured : []),
    'drop table kept',
  ].join(';\n')
}

/** The step itself; those that came after it stay as they are. */
const move = (engine: Engine) => logNumbers.statements(engine).join(';\n')

eachEngine('rows of the journal from before the logs had numbers', (open) => {
  it('are whole after the move, are found at once, and are made searchable by the next commits', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const { journal } = journalOn(storage, '2027-03-31T00:00:00.000Z', keys)
    await storage.write(clinic, async (change) => {
      for (let number = 0; number < 600; number += 1) await journal.append(change, entry(number))
    })
    await journal.sign(clinic)
    await storage.close()
    await open.tamper(storage, asBefore(storage.engine, false))
    await open.tamper(storage, move(storage.engine))

    const moved = await open.again(storage)
    const later = journalOn(moved, '2027-04-02T00:00:00.000Z', keys).journal
    const blocks = () => moved.read(clinic, (db) => db.selectFrom('log_block').select('block').execute())
    const found = async () =>
      (await later.entries(clinic, { act: 'session.', actorId: 'account-1' }, { limit: 200 })).entries
    expect(await later.verify(clinic)).toMatchObject({ entries: 601, findings: [] })
    expect(await blocks()).toEqual([])
    const before = await found()
    expect(before).toHaveLength(100)
    // Of a new fiscal year: the log that is closed is made searchable all the same.
    await moved.write(clinic, (change) => later.append(change, { ...entry(0), act: 'registry.changed' }))
    expect(await blocks()).toHaveLength(2)
    expect(await found()).toEqual(before)
    expect(await later.verify(clinic)).toMatchObject({ entries: 603, findings: [] })
  })

  it('of no log are not lost in the move: verification names them', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const { journal } = journalOn(storage, at, keys)
    await storage.write(clinic, async (change) => {
      for (let number = 0; number < 9; number += 1) await journal.append(change, entry(number))
    })
    await journal.sign(clinic)
    await storage.close()
    await open.tamper(storage, asBefore(storage.engine, true))
    await open.tamper(storage, move(storage.engine))
    const moved = await open.again(storage)
    const { findings } = await journalOn(moved, at, keys).journal.verify(clinic)
    expect(findings).toMatchObject([{ code: 'log-missing' }])
  })
})
