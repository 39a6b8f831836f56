import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { logInMemory, logKey, origin } from '../src/federation/testing.ts'
import { answersOf } from './serve-witness.ts'
import { firstRun, openDoor } from './testing.ts'
import { openWitnessDoor } from './witness-door.ts'

const { ask, platform } = await openDoor()
const { ask: askOther, platform: other } = await openDoor()
const [cookie, otherCookie] = [await firstRun(platform), await firstRun(other)]
const [[facility], [otherFacility]] = [await platform.facilities(), await other.facilities()]
const log = logInMemory(100)
const fork = logInMemory(100, 20)

it('two facilities witness each other through their pages, and each sees the other there', async () => {
  const { facilityId = '' } = otherFacility ?? {}
  const door = await openWitnessDoor({ ...answersOf(other, facilityId), host: '127.0.0.1', port: 0, report: () => {} })
  try {
    const { keys } = (await askOther('POST', '/watched-logs/keys', { cookie: otherCookie })).body
    const { log: own } = (await ask('GET', '/witnessing', { cookie })).body
    const watched = { label: 'みほん診療所', key: own.verifierKey }
    expect((await askOther('POST', '/watched-logs', { cookie: otherCookie, body: watched })).status).toBe(201)
    const named = { label: 'となりの診療所', keys: keys.join('\n'), url: `http://127.0.0.1:${door.port}` }
    expect((await ask('POST', '/witnesses', { cookie, body: named })).status).toBe(201)
    const { outcomes } = (await ask('POST', '/witnesses/round', { cookie })).body
    expect(outcomes).toMatchObject([{ label: 'となりの診療所', answer: 'cosigned' }])
    expect((await ask('GET', '/witnessing', { cookie })).body).toMatchObject({ witnessed: { by: ['となりの診療所'] } })
    const theirs = (await askOther('GET', '/witnessing', { cookie: otherCookie })).body
    expect(theirs.watched).toMatchObject([{ label: 'みほん診療所', silentDays: 0 }])
  } finally {
    await door.close()
  }
})

it('the file way through the pages: out, cosigned, and back', async () => {
  const text = (await ask('GET', '/witnesses/submission', { cookie })).text
  const signed = await askOther('POST', '/watched-logs/cosignature', { cookie: otherCookie, body: { text } })
  expect(signed.body.status).toBe(200)
  const back = await ask('POST', '/witnesses/cosigned', { cookie, body: { text: signed.body.text } })
  expect(back.body).toEqual({ by: ['となりの診療所'] })
})

it('a log that contradicts itself is told on the home page, and its evidence can be taken away as a file', async () => {
  const { facilityId = '' } = facility ?? {}
  await platform.federation.makeKeys(consoleCaller(facilityId))
  await ask('POST', '/watched-logs', { cookie, body: { label: '例題内科', key: logKey } })
  await platform.federation.addCheckpoint(facilityId, await log.submission(0, 60))
  await platform.federation.addCheckpoint(facilityId, await fork.submission(60, 60))
  const { witnessAlarm } = (await ask('GET', '/today', { cookie })).body
  expect(witnessAlarm.title).toBe('立ち会っている例題内科の証跡に、食い違いが見つかりました。')
  const english = (await ask('GET', '/today', { cookie, headers: { 'accept-language': 'en' } })).body
  expect(english.witnessAlarm.title).toContain('contradicts itself')
  const [{ evidenceId }] = (await ask('GET', '/witnessing', { cookie })).body.evidence
  const file = (await ask('GET', `/watched-logs/evidence/${evidenceId}`, { cookie })).body
  expect(file).toMatchObject({ format: 'witness-evidence@1', kind: 'two-roots', verifierKey: logKey })
  expect([file.cosigned, file.submitted]).toEqual([log.note(60), await fork.submission(60, 60)])
  const dropped = await ask('DELETE', `/watched-logs?origin=${encodeURIComponent(origin)}`, { cookie })
  expect(dropped.status).toBe(204)
  expect((await ask('GET', '/witnessing', { cookie })).body).toMatchObject({
    watched: [],
    evidence: [{ label: '例題内科' }],
  })
})

it('what is wrong with a key is said in words, and nothing is kept', async () => {
  const name = (keys: string) => ask('POST', '/witnesses', { cookie, body: { label: 'x', keys } })
  expect((await name(logKey)).body).toMatchObject({ status: 400, title: expect.stringContaining('証跡の検証鍵') })
  expect((await name(`${logKey.slice(0, -4)}AAA=`)).body.title).toContain('検証鍵に誤り')
  expect((await ask('GET', '/witnessing', { cookie })).body.witnesses).toHaveLength(1)
})
