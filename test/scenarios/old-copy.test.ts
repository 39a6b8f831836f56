import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import type { Platform } from '#platform'
import { buildApp } from '../../server/app.ts'
import { makeLogger } from '../../server/serve.ts'
import { atPlatform, firstRun, folderForTests, password } from '../installation.ts'
import { omamoriHere } from '../running.ts'

const base = folderForTests()
let number = 0

/** An installation whose anchor lies on another medium: a folder of its own. */
function place() {
  number += 1
  const folder = join(base, String(number))
  return { data: join(folder, 'data'), anchor: join(folder, 'medium', 'anchor.json'), copy: join(folder, 'copy') }
}

const write = ({ registry }: Platform, facilityId: string, name: string) =>
  registry.createItem(consoleCaller(facilityId), { kind: 'terminal', item: { name } })

/** Works, is copied, works on, and has the copy put back: what a restored virtual machine looks like. */
async function setBack() {
  const { data, anchor, copy } = place()
  const { administrator, cookie } = await atPlatform({ data, anchor }, async (platform) => {
    const ran = await firstRun(platform)
    await write(platform, ran.administrator.facilityId, '受付の端末')
    return ran
  })
  const { facilityId } = administrator
  cpSync(data, copy, { recursive: true })
  await atPlatform({ data, anchor }, async (platform) => {
    await write(platform, facilityId, '診察室の端末')
    await write(platform, facilityId, '検査室の端末')
  })
  rmSync(data, { recursive: true })
  cpSync(copy, data, { recursive: true })
  return { data, anchor, facilityId, cookie }
}

const namesOf = async ({ registry }: Platform, facilityId: string) =>
  (await registry.listItems(consoleCaller(facilityId), 'terminal')).items.map(({ item }) => item.name)

it('an old copy is read-only from the start: it is read, and nothing is written or repaired', async () => {
  const { data, anchor, facilityId } = await setBack()
  const anchored = readFileSync(anchor)
  await atPlatform({ data, anchor }, async (platform) => {
    const caller = consoleCaller(facilityId)
    expect(platform.journal.quarantine(caller)).toMatchObject({ reason: 'older-copy' })
    await expect(write(platform, facilityId, 'x')).rejects.toMatchObject({
      code: 'read-only',
      facts: { reason: 'quarantine', because: 'older-copy' },
    })
    await expect(platform.rotateKeys(caller)).rejects.toMatchObject({ code: 'read-only' })
    expect(await namesOf(platform, facilityId)).toEqual(['受付の端末'])
    expect((await platform.journal.verify(caller)).findings).toMatchObject([{ code: 'older-than-anchor' }])
  })
  expect(readFileSync(anchor)).toEqual(anchored)
  const { code, stdout } = await omamoriHere('ledger', 'verify', '--data', data, '--anchor', anchor)
  expect(stdout).toContain('検印より古い写しです')
  expect(code).toBe(1)
})

it('the home page says so to whoever is signed in, and what to do', async () => {
  const { data, anchor, cookie } = await setBack()
  await atPlatform({ data, anchor }, async (platform) => {
    const app = await buildApp({ platform, hosts: ['localhost'], logger: makeLogger('silent'), tls: false })
    const headers = { host: 'localhost:8420', cookie: `omamori_session=${cookie}` }
    const answer = await app.inject({ method: 'GET', url: '/api/v1/today', headers })
    await app.close()
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json().quarantine.detail).toContain('omamori ledger continue')
  })
})

it('people sign in to look, read, and are told why nothing can be saved', async () => {
  const { data, anchor } = await setBack()
  await atPlatform({ data, anchor }, async (platform) => {
    const app = await buildApp({ platform, hosts: ['localhost'], logger: makeLogger('silent'), tls: false })
    const headers = { host: 'localhost:8420', origin: 'http://localhost:8420', 'x-omamori': '1' }
    const payload = { loginName: 'taro', password }
    const entered = await app.inject({ method: 'POST', url: '/api/v1/session', headers, payload })
    expect(entered.statusCode, entered.body).toBe(200)
    const signedIn = { ...headers, cookie: String(entered.headers['set-cookie']).split(';')[0] }
    const list = await app.inject({ method: 'GET', url: '/api/v1/registry', headers: signedIn })
    expect(list.body).toContain('受付の端末')
    expect(list.body).not.toContain('診察室の端末')
    const added = {
      method: 'POST',
      url: '/api/v1/registry/terminal',
      headers: signedIn,
      payload: { item: { name: 'x' } },
    } as const
    const refused = await app.inject(added)
    expect(refused.json().detail).toContain('omamori ledger continue')
    await app.close()
  })
})

it('who restored it on purpose goes on in a log that names what is lost', async () => {
  const { data, anchor, facilityId } = await setBack()
  const words = [
    '--data',
    data,
    '--anchor',
    anchor,
    '--reason',
    'ディスクの故障のため、前日のバックアップを戻した',
  ] as const
  expect(await omamoriHere('ledger', 'continue', ...words)).toMatchObject({ code: 0 })
  await atPlatform({ data, anchor }, async (platform) => {
    expect(platform.journal.quarantine(consoleCaller(facilityId))).toBeUndefined()
    await write(platform, facilityId, '新しい端末')
    const report = await platform.journal.verify(consoleCaller(facilityId))
    const [older, newer] = report.logs
    expect(report.findings).toEqual([])
    expect(newer?.log).toBe(`${older?.log}.2`)
    expect(newer?.lost).toEqual({ log: older?.log, from: older?.size, to: (older?.size ?? 0) + 2 })
    const { entries } = await platform.journal.read(consoleCaller(facilityId), { act: 'journal.continued' }, {})
    expect(entries).toMatchObject([{ detail: { reason: words[5], lost: newer?.lost } }])
  })
  const { stdout, code } = await omamoriHere('ledger', 'verify', '--data', data, '--anchor', anchor)
  expect(stdout).toContain('失われたと記されています')
  expect(code).toBe(0)
  // There is nothing to go on from a second time.
  expect(await omamoriHere('ledger', 'continue', ...words)).toMatchObject({ code: 2 })
})

it('a history that was written anew with its own keys differs from the anchor, and is not gone on from', async () => {
  const { data, anchor, facilityId } = await setBack()
  // Past the fence: without the anchor the old copy looks sound, and grows beyond what was anchored.
  await atPlatform({ data }, async (platform) => {
    for (const name of ['甲', '乙', '丙', '丁']) await write(platform, facilityId, name)
  })
  await atPlatform({ data, anchor }, async (platform) => {
    expect(platform.journal.quarantine(consoleCaller(facilityId))).toMatchObject({ reason: 'differs' })
    await expect(write(platform, facilityId, 'x')).rejects.toMatchObject({ code: 'read-only' })
  })
  for (const word of ['continue', 'anchor'] as const) {
    expect(await omamoriHere('ledger', word, '--data', data, '--anchor', anchor, '--reason', '見本')).toMatchObject({
      code: 2,
    })
  }
})

it('a medium that is not there, or holds something else, is no leave to write', async () => {
  const { data, anchor, facilityId } = await setBack()
  rmSync(anchor)
  await atPlatform({ data, anchor }, async (platform) => {
    expect(platform.journal.quarantine(consoleCaller(facilityId))).toEqual({ reason: 'missing' })
  })
  expect(existsSync(anchor)).toBe(false)
  writeFileSync(anchor, '{"format":"omamori-anchor@1"')
  await atPlatform({ data, anchor }, async (platform) => {
    expect(platform.journal.quarantine(consoleCaller(facilityId))).toEqual({ reason: 'unreadable' })
  })
  expect(
    await omamoriHere('ledger', 'anchor', '--data', data, '--anchor', anchor, '--reason', '媒体の交換'),
  ).toMatchObject({
    code: 0,
  })
  await atPlatform({ data, anchor }, async (platform) => {
    await write(platform, facilityId, '新しい端末')
    expect((await platform.journal.verify(consoleCaller(facilityId))).findings).toEqual([])
  })
})

it('the anchor beside the keys shows when the rows alone were set back', async () => {
  const { data, copy } = place()
  const facilityId = await atPlatform({ data }, async (platform) => {
    const { administrator } = await firstRun(platform)
    return administrator.facilityId
  })
  cpSync(join(data, 'omamori.sqlite'), copy)
  await atPlatform({ data }, (platform) => write(platform, facilityId, '受付の端末'))
  cpSync(copy, join(data, 'omamori.sqlite'))
  new DatabaseSync(join(data, 'omamori.sqlite')).close()
  await atPlatform({ data }, async (platform) => {
    expect(platform.journal.quarantine(consoleCaller(facilityId))).toMatchObject({ reason: 'older-copy' })
  })
})
