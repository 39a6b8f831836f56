import { beforeAll, expect, it } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let cookie: string
let sheetId: string
let codes: ReadonlyMap<string, string>

const item = (kind: string, body: object) => door.ask('POST', `/registry/${kind}`, { cookie, body: { item: body } })

beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
  await item('supplier', { id: 's-01', name: 'みほん保守', maintenance: { maintains: true, accessesSystems: true } })
  await item('supplier', { id: 's-02', name: '例題医療システム' })
  const authentication = { factors: ['knowledge'] }
  await item('system', { id: 'emr', name: '電子カルテ', kind: 'emr', supplierId: 's-01', authentication })
  await item('system', { id: 'pacs', name: '画像', kind: 'pacs', supplierId: 's-02', authentication })
  const issued = await door.ask('POST', '/question-sheets', {
    cookie,
    body: { supplierId: 's-01', dueOn: '2999-01-01' },
  })
  sheetId = issued.body.sheetId
  const { questions } = (await door.ask('GET', `/question-sheets/${sheetId}`, { cookie })).body
  codes = new Map(questions.map(({ field, code }: { field: string; code: string }) => [field, code]))
})

const link = async (supplierId = 's-01') =>
  (await door.ask('POST', `/suppliers/${supplierId}/links`, { cookie })).body as { token: string; linkId: string }

/** Opens a link; the cookie that the browser is given, with its path. */
async function open(token: string, app = door.app) {
  const headers = { host: 'localhost:8420', origin: 'http://localhost:8420', 'x-omamori': '1' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/answer/session', headers, payload: { token } })
  const [given] = answer.cookies
  return { status: answer.statusCode, body: answer.json(), given, value: String(given?.value) }
}

const asGuest = (value: string) => ({ headers: { cookie: `omamori_answer=${value}` } })

it('a code of another sheet is answered with a sentence, and nothing is kept', async () => {
  const body = {
    ...{ answeredBy: '例題 一郎', answeredOn: '2026-11-22' },
    answers: [{ code: 'AAAAB', verdict: 'not-known' }],
  }
  const answer = await door.ask('PUT', `/question-sheets/${sheetId}/answers`, { cookie, body })
  expect(answer.body.issues[0].sentence).toContain('「AAAAB」は番号として読めません')
})

it('a sheet that is due today already is refused with what to do', async () => {
  const body = { supplierId: 's-02', dueOn: '2020-01-01' }
  const answer = await door.ask('POST', '/question-sheets', { cookie, body })
  expect(answer).toMatchObject({ status: 400, body: { title: '返答の期限が、もう過ぎた日です。' } })
})

it('the sheet goes out as a paper and as a workbook, and the workbook comes back', async () => {
  const paper = await door.ask('GET', `/question-sheets/${sheetId}/paper.pdf?letter=reminder`, { cookie })
  expect(paper.text.slice(0, 5)).toBe('%PDF-')
  const { headers } = await door.ask('GET', `/question-sheets/${sheetId}/workbook.xlsx`, { cookie })
  expect(headers['content-type']).toContain('spreadsheetml')
})

it('a link answers its own questions, and its cookie is sent nowhere else', async () => {
  const { token } = await link()
  const { status, given, value, body } = await open(token)
  expect([status, given?.path, given?.httpOnly, given?.sameSite]).toEqual([200, '/api/v1/answer', true, 'Strict'])
  expect(body.sheets).toHaveLength(1)
  const code = codes.get('passwordPolicy.storage') ?? ''
  const said = { answeredBy: '例題 一郎', verdict: 'value', value: 'one-way' }
  const kept = await door.ask('PUT', `/answer/questions/${code}`, { ...asGuest(value), body: said })
  expect(kept).toMatchObject({ status: 200, body: { kept: 1, answered: 1 } })
  const own = await door.ask('GET', '/answer/sheets', asGuest(value))
  expect(JSON.stringify(own.body)).not.toContain('例題医療システム')
})

it('whoever came by a link is refused everything else, even with the cookie under another name', async () => {
  const { value } = await open((await link()).token)
  for (const [method, url] of [
    ...[
      '/suppliers',
      `/question-sheets/${sheetId}`,
      '/registry',
      '/registry/export',
      '/assessment',
      '/today',
      '/journal',
    ].map((url) => ['GET', url] as const),
    ...['/guideline', '/checklists', '/snapshots', '/accounts', '/session/list'].map((url) => ['GET', url] as const),
    ['POST', '/suppliers/s-01/links'],
    ['POST', '/snapshots'],
    ['DELETE', `/question-sheets/${sheetId}`],
  ] as const) {
    expect((await door.ask(method, url, asGuest(value))).status, `${method} ${url}`).toBe(401)
    expect((await door.ask(method, url, { cookie: value })).status, `${method} ${url}`).toBe(403)
  }
})

it('a sign-in is no link, whatever its role', async () => {
  const supplier = await newcomer(door.platform, cookie, 'supplier')
  for (const value of [cookie, supplier]) {
    expect((await door.ask('GET', '/answer/sheets', asGuest(value))).status).toBe(403)
  }
  expect((await door.ask('GET', '/answer/sheets', { cookie })).status).toBe(401)
})

it('a link that was revoked says what to do, and who is in is out', async () => {
  const { token, linkId } = await link()
  const { value } = await open(token)
  expect((await door.ask('DELETE', `/supplier-links/${linkId}`, { cookie })).status).toBe(204)
  expect((await door.ask('GET', '/answer/sheets', asGuest(value))).status).toBe(401)
  expect(await open(token)).toMatchObject({ status: 401, body: { title: 'このリンクは使えません。' } })
})

it('guessing links is stopped after a few tries', async () => {
  const app = await door.again()
  const statuses: number[] = []
  for (let round = 0; round < 12; round += 1) statuses.push((await open(`x.${'A'.repeat(43)}`, app)).status)
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
  expect(statuses.slice(10)).toEqual([429, 429])
}, 20_000)

it('the token of a link stands in no answer but the one that shows it', async () => {
  const { token } = await link('s-02')
  const [, secret = ''] = token.split('.')
  for (const url of ['/suppliers', '/journal?limit=200', `/question-sheets/${sheetId}`]) {
    expect((await door.ask('GET', url, { cookie })).text).not.toContain(secret)
  }
})
