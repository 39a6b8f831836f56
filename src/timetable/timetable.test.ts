import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Caller, consoleCaller } from '#access'
import { Refusal } from '#shared'
import type { Storage } from '#storage'
import { journalOn } from '../journal/testing.ts'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import type { Job } from './job.ts'
import { openTimetable } from './open-timetable.ts'

const scope = { facilityId: 'mihon' }
const caller = consoleCaller('mihon')
const createdAt = '2026-11-01T00:00:00.000Z'
// 3:10 in Tokyo.
const dueOf = (day: string) => `2026-11-${day}T18:10:00.000Z`

/** The timetable of one process, with one daily job that counts its runs. */
function processOn(storage: Storage, run: Job['run'] = async () => 'ok') {
  const { journal, clock } = journalOn(storage, '2026-11-22T23:30:00.000Z')
  const ran: string[] = []
  const job: Job = {
    name: 'journal-daily',
    hours: '10 3 * * *',
    run: async (one) => {
      ran.push(clock.now())
      return run(one)
    },
  }
  const facilities = async () => [{ ...scope, createdAt }]
  const timetable = openTimetable({ storage, journal, clock, newId: randomUUID, facilities }, [job])
  return { timetable, clock, ran, journal, read: () => timetable.readTimetable(caller) }
}

/** Waits until the job has begun, however long that takes. */
function begun(ran: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (ran.length > 0 ? resolve() : setImmediate(look))
    look()
  })
}

eachEngine('the timetable', (open) => {
  it('a machine that was off at the hour makes up for it once at its start, and not for every day it was off', async () => {
    const { timetable, clock, ran, read } = processOn(await open())
    expect(await timetable.runDue()).toMatchObject([{ job: 'journal-daily', outcome: 'ok' }])
    expect(await timetable.runDue()).toEqual([])
    clock.set('2026-11-27T00:00:00.000Z')
    await timetable.runDue()
    await timetable.runDue()
    expect(ran).toEqual(['2026-11-22T23:30:00.000Z', '2026-11-27T00:00:00.000Z'])
    expect((await read()).runs.map(({ dueAt, state }) => [dueAt, state])).toEqual([
      [dueOf('26'), 'ok'],
      [dueOf('22'), 'ok'],
    ])
  })

  it('a clock that is set back runs nothing twice', async () => {
    const { timetable, clock, ran } = processOn(await open())
    await timetable.runDue()
    clock.set('2026-11-24T00:00:00.000Z')
    await timetable.runDue()
    clock.set('2026-11-22T23:00:00.000Z')
    await timetable.runDue()
    clock.set('2026-11-24T00:00:00.000Z')
    await timetable.runDue()
    expect(ran).toHaveLength(2)
  })

  it('of many who ask at the same time, one runs it: on PostgreSQL from several processes', async () => {
    const storage = await open()
    const another = storage.engine === 'postgresql' ? await open.again(storage) : storage
    const others = Array.from({ length: 6 }, (_, index) => processOn(index % 2 === 0 ? storage : another))
    await Promise.all(others.map(({ timetable }) => timetable.runDue()))
    expect(others.flatMap(({ ran }) => ran)).toHaveLength(1)
  })

  it('a run whose process was killed is taken again when its lease is over, and not before', async () => {
    const storage = await open()
    // It never comes back from its run, as if it had been killed.
    const killed = processOn(storage, () => new Promise(() => {}))
    void killed.timetable.runDue()
    await begun(killed.ran)
    const other = processOn(storage)
    await other.timetable.runDue()
    expect(other.ran).toEqual([])
    expect((await other.read()).jobs[0]?.last?.state).toBe('running')
    other.clock.set('2026-11-22T23:41:00.000Z')
    expect((await other.read()).jobs[0]?.last?.state).toBe('died')
    await other.timetable.runDue()
    expect(other.ran).toHaveLength(1)
    expect((await other.read()).jobs[0]?.last?.state).toBe('ok')
  })

  it('a run that was taken over meanwhile does not write its end over that of the other', async () => {
    const storage = await open()
    let finish = (_: 'ok' | 'found') => {}
    const slow = processOn(storage, () => new Promise((resolve) => (finish = resolve)))
    const going = slow.timetable.runDue()
    await begun(slow.ran)
    const other = processOn(storage)
    other.clock.set('2026-11-22T23:59:00.000Z')
    await other.timetable.runDue()
    finish('found')
    expect(await going).toEqual([])
    expect((await other.read()).runs).toMatchObject([{ state: 'ok' }])
  })

  it('what the job cannot do is a failed run with a code, and the next hour comes all the same', async () => {
    const { timetable, clock, read } = processOn(await open(), async () => {
      throw new Refusal('unreachable')
    })
    expect(await timetable.runDue()).toMatchObject([{ outcome: 'failed', code: 'unreachable' }])
    expect((await read()).jobs).toMatchObject([{ last: { state: 'failed', code: 'unreachable' }, overdue: false }])
    clock.set('2026-11-24T00:00:00.000Z')
    await timetable.runDue()
    expect((await read()).runs).toHaveLength(2)
  })

  it('a timetable that nobody runs is shown as overdue', async () => {
    const { timetable, clock, read } = processOn(await open())
    await timetable.runDue()
    clock.set('2026-11-23T20:00:00.000Z')
    expect((await read()).jobs).toMatchObject([{ overdue: false, nextAt: dueOf('24') }])
    clock.set('2026-11-24T20:00:00.000Z')
    expect((await read()).jobs).toMatchObject([{ overdue: true }])
  })

  it('somebody with the right runs it out of its hours, which the journal tells, and the next hour still comes', async () => {
    const { timetable, clock, ran, journal } = processOn(await open(), async () => 'found')
    const clerk: Caller = { ...scope, actor: { kind: 'account', id: 'a-1' }, roles: ['operator'] }
    expect((await refusalOf(timetable.runNow(clerk, 'journal-daily'))).code).toBe('not-permitted')
    expect((await refusalOf(timetable.runNow(caller, 'nothing'))).code).toBe('not-found')
    expect(await timetable.runNow(caller, 'journal-daily')).toMatchObject({ state: 'found', asked: true })
    const { entries } = await journal.entries(scope, { act: 'timetable.' })
    expect(entries.map(({ act, subject }) => [act, subject.id])).toEqual([['timetable.asked', 'journal-daily']])
    clock.set('2026-11-22T23:31:00.000Z')
    await timetable.runDue()
    expect(ran).toHaveLength(2)
  })
})
