import { beforeAll, expect, it } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let director: string
beforeAll(async () => {
  door = await openDoor()
  director = await firstRun(door.platform)
})

const REQUIREMENT = '6.5.C-14-4'
const taken = async (cookie: string, more = {}) =>
  door.ask('POST', '/plan/tasks', { cookie, body: { requirementIds: [REQUIREMENT], ...more } })

it('a gap is taken up once: a second task says which one there is', async () => {
  const before = await door.ask('GET', '/plan', { cookie: director })
  expect(before.body.rows).toEqual([])
  expect(before.body.gaps.map((gap: { requirementId: string }) => gap.requirementId)).toContain(REQUIREMENT)
  const first = await taken(director)
  expect([first.status, first.body.task.state]).toEqual([201, 'open'])
  expect(first.body.requirements).toMatchObject([{ id: REQUIREMENT, state: 'unknown' }])
  const second = await taken(director)
  expect([second.status, second.body.facts.taskId]).toEqual([409, first.body.task.taskId])
  expect((await taken(director, { anyway: true })).status).toBe(201)
  const after = await door.ask('GET', '/plan', { cookie: director })
  expect(after.body.rows).toHaveLength(2)
  expect(after.body.gaps.map((gap: { requirementId: string }) => gap.requirementId)).not.toContain(REQUIREMENT)
})

it('what is no gap is taken up by nobody', async () => {
  const refused = await door.ask('POST', '/plan/tasks', { cookie: director, body: { requirementIds: ['6.99.C-1'] } })
  expect(refused.body).toMatchObject({ code: 'malformed', facts: { issues: [{ path: 'requirementIds' }] } })
})

it('a task is changed, moved, noted and decided on, and each answer shows it as it is then', async () => {
  const body = { title: 'ルーターを取り替える', cost: 330_000, dueOn: '2020-04-01' }
  const opened = await door.ask('POST', '/tasks', { cookie: director, body })
  expect(opened.body).toMatchObject({ ownerLeft: false, task: { standing: 'waiting', version: 1 } })
  expect(opened.body.daysLate).toBeGreaterThan(2000)
  const path = `/tasks/${opened.body.task.taskId}`
  const changed = await door.ask('PUT', path, { cookie: director, body: { cost: 300_000, version: 1 } })
  expect(changed.body.task).toMatchObject({ cost: 300_000, title: 'ルーターを取り替える', version: 2 })
  const stale = await door.ask('PUT', path, { cookie: director, body: { cost: 1, version: 1 } })
  expect([stale.status, stale.body.code]).toEqual([409, 'conflict'])
  await door.ask('POST', `${path}/notes`, { cookie: director, body: { words: '見積もりが届きました。' } })
  const decided = await door.ask('POST', `${path}/decision`, {
    cookie: director,
    body: { outcome: 'approved', version: 2 },
  })
  expect(decided.body).toMatchObject({ decidedBy: '見本 太郎', task: { standing: 'approved' } })
  const done = await door.ask('POST', `${path}/state`, { cookie: director, body: { state: 'done', version: 2 } })
  expect(done.body.task).toMatchObject({
    state: 'done',
    notes: [{ words: '見積もりが届きました。' }, { state: 'done' }],
  })
})

it('an auditor reads the plan and changes nothing; staff see what was given to them and not the plan', async () => {
  const auditor = await newcomer(door.platform, director, 'auditor')
  const seen = await door.ask('GET', '/plan', { cookie: auditor })
  expect([seen.status, seen.body.may]).toEqual([200, { change: false }])
  expect((await taken(auditor)).status).toBe(403)
  const staff = await newcomer(door.platform, director, 'staff')
  expect((await door.ask('GET', '/plan', { cookie: staff })).status).toBe(403)
  expect((await door.ask('GET', `/tasks/${seen.body.rows[0].task.taskId}`, { cookie: staff })).status).toBe(404)
})

it('the plan goes out as a workbook, and a task as a decision sheet; staff get neither', async () => {
  const body = { title: '=cmd() を実行する', cost: 1000 }
  const { body: opened } = await door.ask('POST', '/tasks', { cookie: director, body })
  const book = await door.ask('GET', '/plan.xlsx', { cookie: director })
  expect([book.status, book.text.startsWith('PK')]).toEqual([200, true])
  const sheet = `/tasks/${opened.task.taskId}/decision-sheet.pdf`
  const paper = await door.ask('GET', sheet, { cookie: director })
  expect([paper.status, paper.text.startsWith('%PDF-')]).toEqual([200, true])
  const staff = await newcomer(door.platform, director, 'administrator')
  expect((await door.ask('GET', '/plan.xlsx', { cookie: staff })).status).toBe(403)
  expect((await door.ask('GET', sheet, { cookie: staff })).status).toBe(403)
})

it('whoever was given a task finds it on their page, sees no state of the facility, and says how it goes', async () => {
  const person = { name: '窓口 見本子', posts: ['complaints-desk'] }
  const { body: kept } = await door.ask('POST', '/registry/person', { cookie: director, body: { item: person } })
  const given = { requirementIds: ['6.5.C-13'] }
  const { body: opened } = await door.ask('POST', '/plan/tasks', { cookie: director, body: given })
  const path = `/tasks/${opened.task.taskId}`
  await door.ask('PUT', path, { cookie: director, body: { ownerId: kept.id, dueOn: '2020-04-01', version: 1 } })
  const desk = await newcomer(door.platform, director, 'complaints-desk')
  const { body: today } = await door.ask('GET', '/today', { cookie: desk })
  expect(today.verdict).toBeUndefined()
  expect(today.tasks).toMatchObject([{ kind: 'planned', taskId: opened.task.taskId, dueOn: '2020-04-01' }])
  const seen = await door.ask('GET', path, { cookie: desk })
  expect(seen.body.requirements).toEqual([expect.not.objectContaining({ state: expect.anything() })])
  expect(seen.body.choices).toEqual({ persons: [], suppliers: [], directors: [] })
  const done = await door.ask('POST', `${path}/state`, { cookie: desk, body: { state: 'done', version: 2 } })
  expect([done.status, done.body.task.state, done.body.stillShort]).toEqual([200, 'done', undefined])
  expect((await door.ask('GET', '/today', { cookie: desk })).body.tasks).toEqual([])
})
