import { beforeAll, expect, test } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let director: string
beforeAll(async () => {
  door = await openDoor()
  director = await firstRun(door.platform)
})

test("the director's page of an empty facility says that nothing is known, and is a paper of its own", async () => {
  const { status, body } = await door.ask('GET', '/director-page', { cookie: director })
  expect([status, body.verdict.code, body.counts.C.met]).toEqual([200, 'nothing-recorded', 0])
  expect(body).toMatchObject({ overdue: [], questions: [], trend: { code: 'too-few' }, money: { tasks: [] } })
  const paper = await door.ask('GET', '/director-page.pdf?language=en', { cookie: director })
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect(paper.headers['content-disposition']).toMatch(/^inline; filename="director-\d{4}-\d\d-\d\d\.pdf"$/)
  const staff = await newcomer(door.platform, director, 'staff')
  expect((await door.ask('GET', '/director-page.pdf', { cookie: staff })).status).toBe(403)
})

test('everybody prints their own sheet; those of others only who may', async () => {
  const persons = [
    { name: '窓口 見本子', posts: ['complaints-desk'] },
    { name: '例題 次郎', posts: ['operator'] },
  ]
  const ids: string[] = []
  for (const item of persons)
    ids.push((await door.ask('POST', '/registry/person', { cookie: director, body: { item } })).body.id)
  const [deskId, operatorId] = ids
  const task = { title: '貼り紙を替える', ownerId: deskId }
  await door.ask('POST', '/tasks', { cookie: director, body: task })
  const desk = await newcomer(door.platform, director, 'complaints-desk')
  const own = await door.ask('GET', '/charges', { cookie: desk })
  expect(own.body).toMatchObject({
    assessed: false,
    charges: [{ person: { id: deskId }, tasks: [{ title: task.title }] }],
  })
  expect((await door.ask('GET', '/charges.pdf', { cookie: desk })).text.slice(0, 5)).toBe('%PDF-')
  const others = `/charges.pdf?personId=${operatorId}`
  expect((await door.ask('GET', others, { cookie: desk })).status).toBe(403)
  expect((await door.ask('GET', others, { cookie: director })).text.slice(0, 5)).toBe('%PDF-')
  const all = await door.ask('GET', '/charges?whose=all', { cookie: director })
  expect(all.body.charges.map(({ person }: { person: { id: string } }) => person.id)).toEqual([deskId])
  expect((await door.ask('GET', '/charges?personId=..%2Fx', { cookie: director })).status).toBe(400)
})
