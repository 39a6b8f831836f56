import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Caller, Role } from '#access'
import type { Storage } from '#storage'
import { journalOn } from '../journal/testing.ts'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { openTasks } from './open-tasks.ts'
import { type TaskState, taskStateNames, transitions } from './states.ts'

const caller = (role: Role, facilityId = 'mihon'): Caller => ({
  facilityId,
  actor: { kind: 'account', id: `account-${role}` },
  roles: [role],
})
const director = caller('director')
const manager = caller('safety-manager')
const nurse = caller('staff')
const source = { room: 'assessment', kind: 'requirement', id: '6.5.C-14-4' }
const gap = { title: 'パスワードの桁数を13文字にする', sources: [source] }
const there = ['p-01', 'p-02', 's-01', 'emr']

async function on(storage: Storage) {
  const { journal, clock } = journalOn(storage)
  const directory = {
    standsFor: async ({ roles }: Caller) => (roles.includes('staff') ? ['p-02'] : []),
    has: async (_: unknown, _kind: string, id: string) => there.includes(id),
  }
  for (const facilityId of ['mihon', 'other']) {
    const row = { facility_id: facilityId, name: 'みほん診療所', sample: 0, created_at: '2026-11-01T00:00:00.000Z' }
    await storage.write({ facilityId }, (change) => change.db.insertInto('facility').values(row).execute())
  }
  const tasks = openTasks({ storage, journal, directory, clock, newId: randomUUID })
  const actsOf = async () =>
    (await journal.entries({ facilityId: 'mihon' }, { act: 'task.' }, { limit: 50 })).entries.map(({ act }) => act)
  return { tasks, clock, actsOf, storage }
}

eachEngine('tasks', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { tasks, actsOf } = await on(await open())
    const taskId = await tasks.openTask(manager, { ...gap, cost: 1000 })
    const approve = { outcome: 'approved', version: 1 } as const
    const paper = { personId: 'p-01', decidedOn: '2026-11-20' }
    const refused = await Promise.all(
      [
        tasks.openTask(caller('auditor'), gap),
        tasks.openTask(nurse, gap),
        tasks.listTasks(nurse),
        tasks.listOwnTasks(caller('supplier')),
        tasks.changeTask(caller('creation-manager'), taskId, { title: '別の題', version: 1 }),
        tasks.decideTask(manager, taskId, approve),
        tasks.decideTask(caller('operator'), taskId, { ...approve, paper }),
        tasks.moveTask(caller('supplier'), taskId, { state: 'done', version: 1 }),
      ].map(async (act) => (await refusalOf(act)).code),
    )
    expect(new Set(refused)).toEqual(new Set(['not-permitted']))
    expect(await actsOf()).toEqual(['task.opened'])
  })

  it('a second task for the same gap is refused with the first, unless it is wanted', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, gap)
    const refusal = await refusalOf(tasks.openTask(manager, { title: '別の用件', sources: [source] }))
    expect([refusal.code, refusal.facts.taskId]).toEqual(['already-exists', taskId])
    await tasks.openTask(manager, { ...gap, anyway: true })
    expect(await tasks.listTasks(manager)).toHaveLength(2)
  })

  it('two who take up the same gap at the same moment make one task', async () => {
    const { tasks } = await on(await open())
    const both = await Promise.allSettled([tasks.openTask(manager, gap), tasks.openTask(director, gap)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await tasks.listTasks(manager)).toHaveLength(1)
  })

  it('once the first is closed, the gap may have another task', async () => {
    const { tasks, storage } = await on(await open())
    const first = await tasks.openTask(manager, gap)
    await tasks.moveTask(manager, first, { state: 'done', version: 1 })
    const second = await tasks.openTask(manager, gap)
    const found = await storage.read({ facilityId: 'mihon' }, (db) => tasks.bySource(db, source))
    expect(found).toEqual([second])
  })

  it('a person, a supplier or a thing that the registry does not have is refused', async () => {
    const { tasks } = await on(await open())
    for (const wrong of [{ ownerId: 'p-99' }, { supplierId: 's-99' }, { about: { kind: 'system', id: 'none' } }]) {
      expect((await refusalOf(tasks.openTask(manager, { ...gap, ...wrong }))).facts).toMatchObject({
        issues: [{ path: Object.keys(wrong)[0], code: 'not-there' }],
      })
    }
  })

  it('what was given comes back, and what is absent from a change stays', async () => {
    const { tasks, actsOf } = await on(await open())
    const about = { kind: 'system', id: 'emr', field: 'passwordPolicy.minLength' }
    const given = { ...gap, about, ownerId: 'p-01', supplierId: 's-01', dueOn: '2026-12-06', cost: 33_000 }
    const taskId = await tasks.openTask(manager, { ...given, alternatives: [{ name: '自分で設定する', cost: 0 }] })
    await tasks.changeTask(manager, taskId, { supplierId: null, dueOn: '2026-12-20', version: 1 })
    const { notes, may, ...task } = await tasks.readTask(manager, taskId)
    expect(task).toEqual({
      ...{ taskId, title: gap.title, background: '', ifNotDone: '', sources: [source], about, ownerId: 'p-01' },
      ...{ dueOn: '2026-12-20', cost: 33_000, alternatives: [{ name: '自分で設定する', cost: 0 }] },
      ...{ state: 'open', standing: 'waiting', openedOn: '2026-11-22', version: 2 },
    })
    expect([notes, may.change, may.decide]).toEqual([[], true, false])
    expect(await actsOf()).toEqual(['task.changed', 'task.opened'])
  })

  it('somebody else was quicker: the version on the screen is no longer the one that stands', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, gap)
    await tasks.changeTask(manager, taskId, { title: '先の題', version: 1 })
    const late = [
      tasks.changeTask(director, taskId, { title: '後の題', version: 1 }),
      tasks.moveTask(director, taskId, { state: 'doing', version: 1 }),
      tasks.decideTask(director, taskId, { outcome: 'approved', version: 1 }),
    ]
    expect(new Set(await Promise.all(late.map(async (act) => (await refusalOf(act)).code)))).toEqual(
      new Set(['conflict']),
    )
    expect((await tasks.readTask(manager, taskId)).title).toBe('先の題')
  })

  it('every move of the table is taken, and every other is refused', async () => {
    const { tasks } = await on(await open())
    const way: Readonly<Record<TaskState, readonly TaskState[]>> = {
      open: [],
      doing: ['doing'],
      done: ['done'],
      dropped: ['dropped'],
    }
    for (const from of taskStateNames) {
      for (const to of taskStateNames) {
        const taskId = await tasks.openTask(manager, { title: `${from} ${to}` })
        let version = 1
        for (const state of way[from])
          await tasks.moveTask(manager, taskId, { state, words: '理由', version: version++ })
        const move = tasks.moveTask(manager, taskId, { state: to, words: '理由', version })
        if (transitions[from].includes(to)) await move
        else expect((await refusalOf(move)).code).toBe('malformed')
        const { state } = await tasks.readTask(manager, taskId)
        expect(state).toBe(transitions[from].includes(to) ? to : from)
      }
    }
  })

  it('dropping needs a reason, and what was said stands in its order', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, gap)
    expect((await refusalOf(tasks.moveTask(manager, taskId, { state: 'dropped', version: 1 }))).code).toBe('malformed')
    await tasks.noteTask(manager, taskId, { words: '保守会社に電話した。' })
    await tasks.moveTask(manager, taskId, { state: 'dropped', words: '機器を入れ替えるため', version: 1 })
    const { notes, closedOn } = await tasks.readTask(manager, taskId)
    expect(notes.map(({ number, state, words }) => [number, state, words])).toEqual([
      [1, undefined, '保守会社に電話した。'],
      [2, 'dropped', '機器を入れ替えるため'],
    ])
    expect(closedOn).toBe('2026-11-22')
  })

  it('a nurse sees and moves what she was given, and nothing else', async () => {
    const { tasks } = await on(await open())
    const hers = await tasks.openTask(manager, { title: '当直の端末を数える', ownerId: 'p-02' })
    const others = await tasks.openTask(manager, { ...gap, ownerId: 'p-01' })
    expect((await tasks.listOwnTasks(nurse)).map(({ taskId }) => taskId)).toEqual([hers])
    await tasks.moveTask(nurse, hers, { state: 'done', version: 1 })
    await tasks.noteTask(nurse, hers, { words: '4台ありました。' })
    const { may } = await tasks.readTask(nurse, hers)
    expect(may).toEqual({ change: false, move: ['doing', 'open'], decide: false, enterDecision: false })
    for (const touch of [
      () => tasks.readTask(nurse, others),
      () => tasks.moveTask(nurse, others, { state: 'done', version: 1 }),
      () => tasks.noteTask(nurse, others, { words: 'x' }),
    ]) {
      expect((await refusalOf(touch())).code).toBe('not-found')
    }
  })

  it('the director approves what costs money; after the cost changed, it waits again', async () => {
    const { tasks, actsOf } = await on(await open())
    const taskId = await tasks.openTask(manager, { ...gap, cost: 100_000 })
    await tasks.decideTask(director, taskId, { outcome: 'approved', version: 1 })
    const approved = await tasks.readTask(director, taskId)
    expect([approved.standing, approved.may.decide]).toEqual(['approved', false])
    expect(approved.decision).toMatchObject({ by: 'account-director', decidedOn: '2026-11-22', cost: 100_000 })
    expect((await refusalOf(tasks.decideTask(director, taskId, { outcome: 'approved', version: 1 }))).code).toBe(
      'conflict',
    )
    await tasks.changeTask(manager, taskId, { ownerId: 'p-01', version: 1 })
    expect((await tasks.readTask(director, taskId)).standing).toBe('approved')
    await tasks.changeTask(manager, taskId, { cost: 900_000, version: 2 })
    const again = await tasks.readTask(director, taskId)
    expect([again.standing, again.decision?.holds]).toEqual(['waiting', false])
    expect(await actsOf()).toEqual(['task.changed', 'task.changed', 'task.decided', 'task.opened'])
  })

  it('to send back and to refuse need words, and a refused task is dropped with them', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, { ...gap, cost: 100_000 })
    expect((await refusalOf(tasks.decideTask(director, taskId, { outcome: 'refused', version: 1 }))).code).toBe(
      'malformed',
    )
    await tasks.decideTask(director, taskId, { outcome: 'sent-back', words: '相見積もりを取ること', version: 1 })
    expect((await tasks.readTask(manager, taskId)).standing).toBe('sent-back')
    await tasks.decideTask(director, taskId, { outcome: 'refused', words: '来年度に回す', version: 1 })
    const { state, standing, notes } = await tasks.readTask(manager, taskId)
    expect([state, standing, notes.at(-1)?.words]).toEqual(['dropped', 'refused', '来年度に回す'])
  })

  it('what is done or dropped is not decided on any more', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, { ...gap, cost: 100_000 })
    await tasks.moveTask(manager, taskId, { state: 'done', version: 1 })
    const { may, standing } = await tasks.readTask(director, taskId)
    expect([standing, may.decide, may.enterDecision]).toEqual(['waiting', false, false])
    const late = await refusalOf(tasks.decideTask(director, taskId, { outcome: 'approved', version: 2 }))
    expect(late.facts.reason).toBe('nothing-to-decide')
  })

  it('a decision on paper is entered with who signed and who entered it, and never for a day to come', async () => {
    const { tasks, actsOf } = await on(await open())
    const taskId = await tasks.openTask(manager, { ...gap, cost: 100_000 })
    const signed = { outcome: 'approved', version: 1, paper: { personId: 'p-01', decidedOn: '2026-11-20' } } as const
    const wrong = [
      { ...signed, paper: { personId: 'p-01', decidedOn: '2026-12-01' } },
      { ...signed, paper: { personId: 'p-99', decidedOn: '2026-11-20' } },
    ]
    for (const one of wrong) expect((await refusalOf(tasks.decideTask(manager, taskId, one))).code).toBe('malformed')
    await tasks.decideTask(manager, taskId, signed)
    const { decision } = await tasks.readTask(manager, taskId)
    expect(decision).toMatchObject({ personId: 'p-01', decidedOn: '2026-11-20', enteredBy: 'account-safety-manager' })
    expect(decision).not.toHaveProperty('by')
    expect(await actsOf()).toEqual(['task.decision-entered', 'task.opened'])
  })

  it('another facility sees none of them', async () => {
    const { tasks } = await on(await open())
    const taskId = await tasks.openTask(manager, gap)
    const stranger = caller('director', 'other')
    expect(await tasks.listTasks(stranger)).toEqual([])
    expect((await refusalOf(tasks.readTask(stranger, taskId))).code).toBe('not-found')
    expect((await refusalOf(tasks.moveTask(stranger, taskId, { state: 'done', version: 1 }))).code).toBe('not-found')
    await tasks.openTask(stranger, gap)
    expect(await tasks.listTasks(stranger)).toHaveLength(1)
  })

  it('another room opens a task inside its own change, and both are kept or neither', async () => {
    const { tasks, storage } = await on(await open())
    const broken = storage.write({ facilityId: 'mihon' }, async (change) => {
      await tasks.open(change, manager, gap)
      throw new Error('the other room failed')
    })
    await expect(broken).rejects.toThrow('the other room failed')
    expect(await tasks.listTasks(manager)).toEqual([])
    await storage.write({ facilityId: 'mihon' }, (change) => tasks.open(change, manager, gap))
    expect(await tasks.listTasks(manager)).toHaveLength(1)
  })
})
