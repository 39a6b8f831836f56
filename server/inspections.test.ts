import { beforeAll, expect, test } from 'vitest'
import type { InspectionFilesView } from '#assessment'
import { sampleFacility, writeFacilityJson } from '#registry'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
  await ask('POST', '/registry/import', { text: writeFacilityJson(sampleFacility('2026-11-22')) })
})

const ask = (method: 'GET' | 'POST', url: string, body?: object) => door.ask(method, url, { cookie, body })

test('each step is told as it is taken, and the file is kept as it was made', async () => {
  const answer = await ask('POST', '/inspection-files')
  const lines = answer.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ step }) => step)).toEqual(['facts', 'journal', 'paper', 'workbook', 'pack', 'keep', undefined])
  const [first] = lines
  expect(first).toMatchObject({ number: 1, of: 6, sentence: '台帳と点検の結果を集めています。' })
  const { done } = lines.at(-1)
  const { files, may } = (await ask('GET', '/inspection-files')).body as InspectionFilesView
  expect([files, may.make]).toEqual([[done], true])
  const paper = await ask('GET', `/inspection-files/${done.inspectionId}/paper.pdf`)
  expect(paper.text.slice(0, 5)).toBe('%PDF-')
  const folder = await ask('GET', `/inspection-files/${done.inspectionId}/folder.zip`)
  expect([folder.status, folder.text.slice(0, 2)]).toEqual([200, 'PK'])
  expect(folder.headers['content-disposition']).toMatch(/^attachment; filename="inspection-file-\d{4}-\d\d-\d\d\.zip"$/)
})

test('whoever may not is refused before anything is made', async () => {
  const auditor = await newcomer(door.platform, cookie, 'auditor')
  const { status, body } = await door.ask('POST', '/inspection-files', { cookie: auditor })
  expect([status, body.code]).toEqual([403, 'not-permitted'])
})
