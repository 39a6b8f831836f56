import { beforeAll, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { clinic } from '../src/log-review/testing.ts'
import { type Door, firstRun, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
  const [facility] = await door.platform.facilities()
  await door.platform.registry.replaceFacility(consoleCaller(facility?.facilityId ?? ''), clinic)
})

const today = () => new Date(Date.parse(door.platform.clock.now()) + 9 * 3_600_000).toISOString().slice(0, 10)
const ask = (method: 'GET' | 'POST', url: string, body?: object) => door.ask(method, url, { cookie, body })

it('while our own journal was never looked through, the home page says so and leads there', async () => {
  const { tasks } = (await ask('GET', '/today')).body
  const review = tasks.find(({ kind }: { kind: string }) => kind === 'log-review')
  expect(review).toMatchObject({ owner: { name: '例題 一郎' }, action: { href: '/log-review?log=journal' } })
  expect(tasks.length).toBeLessThanOrEqual(5)
})

it('each number is that of the entries which the journal shows under the same filter', async () => {
  const day = today()
  const { body } = await ask('GET', `/log-reviews/look?fromOn=${day}&untilOn=${day}`)
  const created = body.lines.find(({ code }: { code: string }) => code === 'new-accounts')
  const query = new URLSearchParams({ act: created.filter.act, limit: '200' })
  const shown = await ask('GET', `/journal?${query}`)
  expect(shown.body.entries).toHaveLength(created.count)
  expect(created.count).toBeGreaterThan(0)
})

it('a review that is recorded takes the task away, and what is wrong with one is said in a sentence', async () => {
  const said = { target: 'journal', fromOn: today(), untilOn: today(), reviewedOn: today(), result: 'nothing-unusual' }
  const wrong = await ask('POST', '/log-reviews', { ...said, fromOn: '2020-01-01' })
  expect([wrong.status, wrong.body.title]).toEqual([400, '期間が1年を超えています。'])
  expect((await ask('POST', '/log-reviews', said)).status).toBe(201)
  const { tasks } = (await ask('GET', '/today')).body
  expect(tasks.filter(({ kind }: { kind: string }) => kind === 'log-review')).toEqual([])
  const { reviews } = (await ask('GET', '/log-reviews')).body
  expect(reviews).toMatchObject([{ number: 1, result: 'nothing-unusual' }])
})
