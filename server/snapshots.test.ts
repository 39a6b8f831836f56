import { beforeAll, expect, test } from 'vitest'
import { sampleFacility, writeFacilityJson } from '#registry'
import { type Door, firstRun, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
})

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => door.ask(method, url, { cookie, body })

test('a year in the registry is seen in the snapshots, in the requirement and on the day board', async () => {
  const board = async () => (await ask('GET', '/today')).body.board as readonly { key: string; figure: string }[]
  const line = async () => (await board()).find(({ key }) => key === 'snapshot')
  expect(await line()).toMatchObject({ state: 'unknown', figure: '点検の記録は、まだありません' })
  const importWith = (minLength: number) => {
    const facility = sampleFacility('2026-11-22')
    const policy = { minLength, mixedCharacters: true }
    const systems = facility.systems?.map((system) => ({ ...system, passwordPolicy: policy }))
    return ask('POST', '/registry/import', { text: writeFacilityJson({ ...facility, systems }) })
  }
  expect((await importWith(20)).status).toBe(200)
  const before = (await ask('POST', '/snapshots')).body
  await importWith(5)
  const after = (await ask('POST', '/snapshots')).body
  expect([before.number, after.number]).toEqual([1, 2])

  const compared = await ask('GET', `/snapshots/comparison?before=${before.snapshotId}&after=${after.snapshotId}`)
  const changed = compared.body.requirements as readonly { id: string; changeName: string; why: readonly string[] }[]
  const minimum = changed.find(({ id }) => id === '6.5.C-14-4')
  expect(minimum?.why).toContainEqual(expect.stringContaining('20文字 → 5文字'))

  const { body: requirement } = await ask('GET', '/requirements/6.5.C-14-4')
  expect(requirement.history.map(({ number }: { number: number }) => number)).toEqual([2, 1])
  const { body: opened } = await ask('GET', `/snapshots/${before.snapshotId}`)
  expect(opened.assessment).toMatchObject({ counts: before.counts, language: 'ja' })
  expect(await line()).toMatchObject({ figure: expect.stringMatching(/^前回の点検 令和\d+年度 点検第2号$/) })
})

test('the paper of a snapshot is a PDF', async () => {
  const { snapshotId } = (await ask('POST', '/snapshots')).body
  const paper = await ask('GET', `/snapshots/${snapshotId}/report.pdf`)
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect(paper.headers['content-security-policy']).toContain("default-src 'none'")
})
