import { beforeAll, expect, test } from 'vitest'
import { sampleFacility, writeFacilityJson } from '#registry'
import { type Door, firstRun, host, newcomer, openDoor } from './testing.ts'

let door: Door
let taro: string
let inspectionId: string
beforeAll(async () => {
  door = await openDoor()
  taro = await firstRun(door.platform)
  await inside('POST', '/registry/import', { text: writeFacilityJson(sampleFacility('2026-11-22')) })
  const lines = (await inside('POST', '/inspection-files')).text.trim().split('\n')
  inspectionId = JSON.parse(lines.at(-1) ?? '').done.inspectionId
})

const inside = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) =>
  door.ask(method, url, { cookie: taro, body })
const invite = async (days = 3) =>
  (await inside('POST', '/inspectors', { name: '例題 三郎', organisation: '見本保健所', days })).body
const enter = (token: string) => door.ask('POST', '/inspector/session', { body: { token } })
const cookieOf = ({ headers }: Awaited<ReturnType<typeof enter>>) => String(headers['set-cookie']).split(';')[0]
const within = (method: 'GET' | 'DELETE', url: string, cookie: string | undefined) =>
  door.ask(method, url, { headers: { cookie } })

test('a link is shown once with its address and as a square code, and the list of links does not hold it', async () => {
  const { token, address, qr, linkId } = await invite()
  expect(address).toBe(`http://${host}/inspector#${token}`)
  expect(qr).toMatch(/^<svg/)
  const { body, text } = await inside('GET', '/inspectors')
  expect(body.links.map((link: { linkId: string }) => link.linkId)).toContain(linkId)
  expect(text).not.toContain(token.split('.')[1])
})

test('whoever opens it sees the files and their parts, by a cookie that goes to no other route', async () => {
  const entered = await enter((await invite()).token)
  expect([entered.status, entered.body.files[0].inspectionId]).toEqual([200, inspectionId])
  expect(String(entered.headers['set-cookie'])).toMatch(
    /^omamori_inspector=[^;]+;.*Path=\/api\/v1\/inspector;.*HttpOnly; SameSite=Strict$/,
  )
  const cookie = cookieOf(entered)
  expect((await within('GET', '/inspector/files', cookie)).body).toEqual(entered.body)
  const { parts } = (await within('GET', `/inspector/files/${inspectionId}/parts`, cookie)).body
  for (const { id, title, missing } of parts) {
    const part = (await within('GET', `/inspector/files/${inspectionId}/parts/${id}`, cookie)).body
    expect([part.title, part.missing.length]).toEqual([title, missing])
  }
  const paper = await within('GET', `/inspector/files/${inspectionId}/paper.pdf`, cookie)
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  for (const url of ['/inspection-files', '/registry', '/journal', '/session']) {
    expect((await within('GET', url, cookie)).status, url).toBe(401)
  }
})

test('a link that was closed says so in words, and whoever is in is out', async () => {
  const { token, linkId } = await invite()
  const cookie = cookieOf(await enter(token))
  expect((await inside('DELETE', `/inspectors/${linkId}`)).status).toBe(204)
  expect((await within('GET', '/inspector/files', cookie)).status).toBe(401)
  expect((await enter(token)).body).toMatchObject({
    ...{ status: 401, title: 'このリンクは、施設が閉じました。', facts: { reason: 'inspector-link-withdrawn' } },
  })
})

test('whoever leaves is out, and the link still opens until its day', async () => {
  const { token } = await invite()
  const cookie = cookieOf(await enter(token))
  expect((await within('DELETE', '/inspector/session', cookie)).status).toBe(204)
  expect((await within('GET', '/inspector/files', cookie)).status).toBe(401)
  expect((await enter(token)).status).toBe(200)
})

test('days that are none, too many, or no name are refused before anybody is let in', async () => {
  const good = { name: '例題 三郎', organisation: '見本保健所', days: 31 }
  const before = (await inside('GET', '/inspectors')).body.links.length
  const wrong = [{ days: 0 }, { days: 32 }, { days: 1.5 }, { name: ' ' }, { organisation: 'x'.repeat(121) }]
  for (const part of wrong) expect((await inside('POST', '/inspectors', { ...good, ...part })).status).toBe(400)
  expect((await inside('GET', '/inspectors')).body.links).toHaveLength(before)
})

test('nobody is given the role of an inspector to stay with', async () => {
  const account = { loginName: 'kensa', displayName: '例題 三郎', roles: ['inspector'], language: 'ja' }
  expect((await inside('POST', '/accounts', account)).status).toBe(400)
  const staff = await newcomer(door.platform, taro, 'staff')
  const { accountId } = (await door.ask('GET', '/session', { cookie: staff })).body.account
  const changed = await door.ask('PUT', `/accounts/${accountId}`, {
    cookie: taro,
    body: { version: 1, roles: ['inspector'] },
  })
  expect(changed.status).toBe(400)
})

test('more than ten tries in a minute are not looked at', async () => {
  const app = await door.again()
  const statuses: number[] = []
  for (let count = 0; count < 11; count += 1) {
    const headers = { host, origin: `http://${host}`, 'x-omamori': '1' }
    const tried = await app.inject({
      method: 'POST',
      url: '/api/v1/inspector/session',
      headers,
      payload: { token: 'x' },
    })
    statuses.push(tried.statusCode)
  }
  expect([new Set(statuses.slice(0, 10)), statuses[10]]).toEqual([new Set([401]), 429])
})
