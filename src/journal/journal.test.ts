import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createKeys, openKeys } from '#keys'
import { Refusal } from '#shared'
import type { Storage } from '#storage'
// The tests of every room that keeps rows run on both engines by this one means.
import { eachEngine } from '../storage/testing.ts'
import type { NewEntry } from './add-entry.ts'
import { type Journal, openJournal } from './journal.ts'
import { journalOn, keysInMemory } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }
const other = { facilityId: 'reidai-clinic' }

const changed = (id: string): NewEntry => ({
  act: 'registry.changed',
  actor: { kind: 'account', id: 'account-1', session: 'session-1' },
  subject: { kind: 'terminal', id },
  outcome: 'done',
  detail: { before: { owner: '見本 太郎' }, after: { owner: '例題 一郎' } },
})

const keep = (storage: Storage, journal: Journal, entry: NewEntry, scope = clinic) =>
  storage.write(scope, (change) => journal.append(change, entry))

eachEngine('journal', (open) => {
  it('an entry that breaks the format is refused and nothing is kept', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    const bad = { ...changed('t-1'), subject: { kind: 'person', id: '見本 太郎' } }
    await expect(keep(storage, journal, bad)).rejects.toThrow('entry-malformed')
    expect((await journal.entries(clinic)).entries).toEqual([])
    expect((await journal.verify(clinic)).logs).toEqual([])
  })

  it('a change that fails leaves no entry; those beside it stay', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await keep(storage, journal, changed('t-1'))
    const outcomes = await Promise.allSettled([
      keep(storage, journal, changed('t-2')),
      storage.write(clinic, async (change) => {
        await journal.append(change, changed('t-3'))
        throw new Refusal('conflict')
      }),
      keep(storage, journal, changed('t-4')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const { entries } = await journal.entries(clinic)
    expect(entries.map(({ subject }) => subject.id)).toEqual(['t-4', 't-2', 't-1', 'omamori/mihon-clinic/2026'])
    expect((await journal.verify(clinic)).findings).toEqual([])
  })

  it('when the first change of a group fails, what the others wrote is signed all the same', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await keep(storage, journal, changed('t-1'))
    await Promise.allSettled([
      storage.write(clinic, async (change) => {
        await journal.append(change, changed('t-2'))
        throw new Refusal('conflict')
      }),
      keep(storage, journal, changed('t-3')),
    ])
    expect(await journal.verify(clinic)).toMatchObject({ entries: 3, findings: [] })
  })

  it('what was written is shown as it was said, newest first, its detail opened', async () => {
    const storage = await open()
    const { journal, clock } = journalOn(storage)
    const first = await keep(storage, journal, changed('t-1'))
    clock.set('2026-11-22T05:00:00.000Z')
    const prior = { log: first.log, index: first.index }
    await keep(storage, journal, { ...changed('t-1'), about: [{ kind: 'system', id: 's-1' }], prior })
    const [newest, oldest] = (await journal.entries(clinic)).entries
    expect(newest).toEqual({
      log: 'omamori/mihon-clinic/2026',
      index: 2,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      at: '2026-11-22T05:00:00.000Z',
      act: 'registry.changed',
      actor: { kind: 'account', id: 'account-1', session: 'session-1' },
      subject: { kind: 'terminal', id: 't-1' },
      about: [{ kind: 'system', id: 's-1' }],
      outcome: 'done',
      prior: { log: 'omamori/mihon-clinic/2026', index: 1 },
      blobs: 0,
      detail: { before: { owner: '見本 太郎' }, after: { owner: '例題 一郎' } },
      detailState: 'opened',
    })
    expect(oldest?.id).toBe(first.id)
  })

  it('nothing of a detail stands in the database in clear', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await keep(storage, journal, changed('t-1'))
    const rows = await storage.read(clinic, (db) => db.selectFrom('log_entry').selectAll().execute())
    for (const { entry, detail } of rows) {
      expect(Buffer.from(entry).toString() + Buffer.from(detail ?? []).toString()).not.toContain('見本')
    }
  })

  it('several entries of one change and many callers at once stand in one unbroken log', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    const calls = Array.from({ length: 60 }, (_, i) =>
      storage.write(clinic, async (change) => {
        for (let part = 0; part < 5; part++) await journal.append(change, changed(`t-${i}.${part}`))
      }),
    )
    await Promise.all(calls)
    const report = await journal.verify(clinic)
    expect(report).toMatchObject({ entries: 301, findings: [], leftOut: 0 })
    expect(report.logs).toMatchObject([
      { log: 'omamori/mihon-clinic/2026', fiscalYear: 2026, size: 301, signedSize: 301 },
    ])
  })

  it('two facilities have logs of their own and do not see each other', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await Promise.all([keep(storage, journal, changed('t-1')), keep(storage, journal, changed('t-2'), other)])
    expect((await journal.entries(other)).entries.map(({ subject }) => subject.id)).toEqual([
      't-2',
      'omamori/reidai-clinic/2026',
    ])
    expect((await journal.verify(clinic)).entries).toBe(2)
    expect((await journal.verify(other)).findings).toEqual([])
  })

  it('a new fiscal year opens a log that names the end of the old one', async () => {
    const storage = await open()
    // In Tokyo the year 2026 ends nine hours before it does in UTC.
    const { journal, clock } = journalOn(storage, '2027-03-31T14:59:59.999Z')
    await keep(storage, journal, changed('t-1'))
    clock.set('2027-03-31T15:00:00.000Z')
    expect(await keep(storage, journal, changed('t-2'))).toMatchObject({ log: 'omamori/mihon-clinic/2027', index: 1 })
    const report = await journal.verify(clinic)
    expect(report.findings).toEqual([])
    expect(report.logs.map(({ log, size }) => [log, size])).toEqual([
      ['omamori/mihon-clinic/2026', 2],
      ['omamori/mihon-clinic/2027', 2],
    ])
  })

  it('two processes on one database do not fork the log, not even when the year turns', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const { journal, clock } = journalOn(storage, '2026-11-22T01:02:03.004Z', keys)
    if (storage.engine === 'sqlite') {
      await expect(open.again(storage)).rejects.toMatchObject({ code: 'locked' })
      return
    }
    const second = await open.again(storage)
    const { journal: rival, clock: rivalClock } = journalOn(second, clock.now(), keys)
    await storage.write(clinic, (change) => journal.create(change))
    const race = (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, i) => [
          keep(storage, journal, changed(`t-${i}`)),
          keep(second, rival, changed(`u-${i}`)),
        ]).flat(),
      )
    await race(20)
    clock.set('2027-04-01T00:00:00.000Z')
    rivalClock.set('2027-04-01T00:00:00.000Z')
    await race(20)
    const report = await journal.verify(clinic)
    expect(report.findings).toEqual([])
    expect(report.logs.map(({ size }) => size)).toEqual([41, 41])
  })

  it('a clock set back over the new year does not write into the log that is closed', async () => {
    const storage = await open()
    const { journal, clock } = journalOn(storage, '2027-04-01T00:00:00.000Z')
    await keep(storage, journal, changed('t-1'))
    clock.set('2026-12-01T00:00:00.000Z')
    expect(await keep(storage, journal, changed('t-2'))).toMatchObject({ log: 'omamori/mihon-clinic/2027', index: 2 })
    expect((await journal.verify(clinic)).findings).toEqual([])
  })

  it('the journal is narrowed down by act, person, thing and time, and leafed through without gaps', async () => {
    const storage = await open()
    const { journal, clock } = journalOn(storage)
    for (let i = 0; i < 7; i++) {
      if (i === 4) clock.set('2026-11-23T00:00:00.000Z')
      const signedIn: NewEntry = {
        act: 'session.signed-in',
        actor: { kind: 'account', id: 'account-2' },
        subject: { kind: 'session', id: `s-${i}` },
      }
      await keep(storage, journal, i % 2 === 0 ? changed(`t-${i}`) : signedIn)
    }
    const ids = async (filter: Parameters<Journal['entries']>[1]) =>
      (await journal.entries(clinic, filter)).entries.map(({ subject }) => subject.id)
    expect(await ids({ act: 'session.' })).toEqual(['s-5', 's-3', 's-1'])
    expect(await ids({ act: 'registry.changed', from: '2026-11-23T00:00:00.000Z' })).toEqual(['t-6', 't-4'])
    expect(await ids({ actorId: 'account-2', until: '2026-11-23T00:00:00.000Z' })).toEqual(['s-3', 's-1'])
    expect(await ids({ subjectKind: 'terminal', subjectId: 't-2' })).toEqual(['t-2'])

    const all = (await journal.entries(clinic)).entries
    const leafed = []
    for (let after: string | undefined; ; ) {
      const page = await journal.entries(clinic, {}, { limit: 3, after })
      leafed.push(...page.entries)
      after = page.next
      if (after === undefined) break
    }
    expect(leafed).toEqual(all)
  })

  it('a facility without a log does not get one by the way, and none gets two', async () => {
    const storage = await open()
    const journal = openJournal({ storage, keys: keysInMemory(), clock: journalOn(storage).clock, randomBytes })
    await expect(keep(storage, journal, changed('t-1'))).rejects.toMatchObject({ code: 'not-found' })
    const create = () => storage.write(clinic, (change) => journal.create(change))
    await create()
    await expect(create()).rejects.toMatchObject({ code: 'already-exists' })
    await keep(storage, journal, changed('t-1'))
    expect(await journal.verify(clinic)).toMatchObject({ entries: 2, findings: [] })
  })

  it('a place in the journal that nobody gave is refused', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await expect(journal.entries(clinic, {}, { after: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' })
  })

  it('a facility, its keys and its first entry are made in one change', async () => {
    const storage = await open()
    const directory = mkdtempSync(join(tmpdir(), 'omamori-journal-'))
    const { clock } = journalOn(storage)
    const place = { directory, clock, unlock: { kind: 'key-file' } } as const
    await createKeys(place)
    const keys = await openKeys({ ...place, storage })
    const journal = openJournal({ storage, keys, clock, randomBytes })
    await storage.write(clinic, async (change) => {
      await keys.createFor(change, clinic.facilityId)
      await journal.create(change)
      await journal.append(change, changed('t-1'))
    })
    await keys.rotateDataKey(clinic.facilityId, 'journal')
    await keep(storage, journal, changed('t-2'))

    const reopened = openJournal({ storage, keys: await openKeys({ ...place, storage }), clock, randomBytes })
    await keep(storage, reopened, changed('t-3'))
    const { entries } = await reopened.entries(clinic, { act: 'registry.' })
    expect(entries.map(({ detailState }) => detailState)).toEqual(['opened', 'opened', 'opened'])
    expect(await reopened.verify(clinic)).toMatchObject({ entries: 4, findings: [] })
    rmSync(directory, { recursive: true })
  })
})
