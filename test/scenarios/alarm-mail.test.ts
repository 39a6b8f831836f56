import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { standingClock } from '../../src/journal/testing.ts'
import { login, selfMade, startMailServer, type TestMailServer } from '../../src/outbox/testing.ts'
import { watching } from '../../src/platform/background.ts'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'

let server: TestMailServer
beforeAll(async () => {
  // What NODE_EXTRA_CA_CERTS does for whoever signs their own certificates.
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), selfMade])
  server = await startMailServer()
})
afterAll(() => server.stop())

/** Somebody edits an entry with the database's own tool. */
function editEntry(data: string): void {
  const database = new DatabaseSync(join(data, 'omamori.sqlite'), { enableForeignKeyConstraints: false })
  const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  database.exec('update log_entry set entry = zeroblob(length(entry)) where entry_id % 4294967296 = 2')
  database.close()
}

it('what is rewritten in the day is found by the audit of the night, and whoever is named gets a mail', async () => {
  const data = join(folderForTests(), 'data')
  const clock = standingClock('2026-11-20T06:00:00.000Z')
  const troubles: unknown[] = []
  const facilityId = await atPlatform({ data, clock }, async (platform) => {
    const { administrator } = await firstRun(platform)
    const caller = consoleCaller(administrator.facilityId)
    await platform.outbox.nameServer(caller, {
      ...{ host: 'localhost', port: server.port, tls: 'starttls', loginName: login.user, password: login.password },
      ...{ sender: 'omamori@example.jp', recipients: ['mihon@example.jp'] },
    })
    // 3:15 in the next night.
    clock.set('2026-11-20T18:15:00.000Z')
    expect(await platform.timetable.runDue()).toMatchObject([
      { job: 'journal-daily', outcome: 'ok' },
      { job: 'picture-words', outcome: 'ok' },
    ])
    return administrator.facilityId
  })
  editEntry(data)
  clock.set('2026-11-21T23:30:00.000Z')
  await atPlatform({ data, clock }, async (platform) => {
    const look = watching(platform, (error) => troubles.push(error))
    // The first look after a start leaves time for what was missed in the night.
    await look(() => false)
    expect(await platform.timetable.runDue()).toMatchObject([
      { job: 'journal-daily', outcome: 'found' },
      { job: 'card-renewals', outcome: 'ok' },
      { job: 'contents-daily', outcome: 'ok' },
      { job: 'picture-words', outcome: 'ok' },
    ])
    clock.set('2026-11-21T23:31:00.000Z')
    await look(() => false)
    await look(() => false)
    const { alarms } = await platform.outbox.readOutbox(consoleCaller(facilityId))
    expect(alarms).toMatchObject([{ kind: 'journal-findings', told: true }])
  })
  expect(troubles).toEqual([])
  expect(server.mails.map(({ subject }) => subject)).toEqual([
    '【お守り】警報：証跡に、合わない所がある（みほん診療所）',
  ])
  expect(server.mails[0]?.text).toContain('令和8年11月22日（日） 08:31')
})
