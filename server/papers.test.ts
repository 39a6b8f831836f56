import { beforeAll, expect, test } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
})

test('the emergency card is a PDF for those who may read the registry', async () => {
  const card = await door.ask('GET', '/emergency-card.pdf', { cookie })
  expect([card.status, card.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  const desk = await newcomer(door.platform, cookie, 'complaints-desk')
  expect((await door.ask('GET', '/emergency-card.pdf', { cookie: desk })).status).toBe(403)
})

test('the assessment as a workbook is for those who may make the report', async () => {
  const workbook = await door.ask('GET', '/assessment/report.xlsx', { cookie })
  expect([workbook.status, workbook.text.slice(0, 2)]).toEqual([200, 'PK'])
  expect(workbook.headers['content-disposition']).toMatch(/^attachment; filename="assessment-\d{4}-\d\d-\d\d\.xlsx"$/)
  const staff = await newcomer(door.platform, cookie, 'staff')
  expect((await door.ask('GET', '/assessment/report.xlsx', { cookie: staff })).status).toBe(403)
})

test('where the registry names nobody, nothing falls to the reader, however much is open', async () => {
  const { body } = await door.ask('GET', '/assessment/mine', { cookie })
  const { body: assessment } = await door.ask('GET', '/assessment', { cookie })
  expect(assessment.gaps.length).toBeGreaterThan(100)
  expect(body.requirementIds).toEqual([])
})
