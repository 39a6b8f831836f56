import { beforeAll, expect, it } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

const R7 = '/checklists/mhlw-checklist-r7'
const answer = {
  sheet: 'facility',
  itemId: 'equipment-listed',
  round: 1,
  answer: 'yes',
  checkedOn: '2020-04-01',
  version: 0,
}

let door: Door
let director: string
beforeAll(async () => {
  door = await openDoor()
  director = await firstRun(door.platform)
})

type Row = { readonly itemId: string; readonly proposal: object; readonly answers: readonly object[] }

async function rowsOf(cookie: string, headers = {}) {
  const { body } = await door.ask('GET', R7, { cookie, headers })
  const rows: readonly Row[] = body.sheets.flatMap((sheet: { groups: readonly { rows: readonly Row[] }[] }) =>
    sheet.groups.flatMap((group) => group.rows),
  )
  return { body, rows }
}

it('a checklist that does not come with the program is not found', async () => {
  expect((await door.ask('GET', '/checklists/mhlw-checklist-r1', { cookie: director })).status).toBe(404)
  const { body } = await door.ask('GET', '/checklists', { cookie: director })
  expect(body.checklists).toEqual([
    {
      id: 'mhlw-checklist-r7',
      title: {
        ja: '医療機関におけるサイバーセキュリティ対策チェックリスト（令和7年度）',
        en: 'Cybersecurity checklist for medical facilities, fiscal 2025',
      },
      fiscalYear: 2025,
    },
  ])
})

it('a facility of which nothing is known has no row proposed and none answered', async () => {
  const { body, rows } = await rowsOf(director)
  expect(body).toMatchObject({ format: 'omamori-checklist@1', language: 'ja', rounds: 3, may: { answer: true } })
  expect(rows).toHaveLength(19)
  expect(rows.filter(({ proposal }) => 'answer' in proposal)).toEqual([])
  expect(rows.flatMap(({ answers }) => answers)).toEqual([])
  expect((await rowsOf(director, { 'accept-language': 'en' })).body.title).toContain('Cybersecurity checklist')
})

it('an answer is kept, seen by those who may only read, and taken back', async () => {
  const kept = await door.ask('PUT', `${R7}/answers`, { cookie: director, body: answer })
  expect([kept.status, kept.body]).toEqual([
    200,
    { round: 1, answer: 'yes', checkedOn: '2020-04-01', by: '見本 太郎', version: 1 },
  ])
  const auditor = await newcomer(door.platform, director, 'auditor')
  const seen = await rowsOf(auditor)
  expect(seen.body.may).toEqual({ answer: false })
  expect(seen.rows.flatMap(({ answers }) => answers)).toEqual([kept.body])
  const place = 'sheet=facility&itemId=equipment-listed&round=1&version=1'
  expect((await door.ask('DELETE', `${R7}/answers?${place}`, { cookie: director })).status).toBe(204)
  expect((await rowsOf(director)).rows.flatMap(({ answers }) => answers)).toEqual([])
})

it('a no without a target day is refused with the box that lacks it', async () => {
  const refused = await door.ask('PUT', `${R7}/answers`, { cookie: director, body: { ...answer, answer: 'no' } })
  expect(refused.body).toMatchObject({ code: 'malformed', facts: { issues: [{ path: 'targetOn', code: 'missing' }] } })
})

it('the paper of a supplier who is not there is not found, and that of the facility is a PDF', async () => {
  const none = await door.ask('GET', `${R7}/paper.pdf?sheet=supplier&supplierId=s-99`, { cookie: director })
  expect(none.status).toBe(404)
  const paper = await door.ask('GET', `${R7}/paper.pdf`, { cookie: director })
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(paper.text.startsWith('%PDF-')).toBe(true)
})
