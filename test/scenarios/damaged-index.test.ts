import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import type { Platform } from '#platform'
import { sampleFacility } from '#registry'
import { buildApp } from '../../server/app.ts'
import { makeLogger } from '../../server/serve.ts'
import { standingClock } from '../../src/journal/testing.ts'
import { watching } from '../../src/platform/background.ts'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'

/** Turns a bit of the newest cell of an index, in the file, while others have it open. */
function damageIndex(file: string, index: string): void {
  const database = new DatabaseSync(file)
  database.exec('pragma wal_checkpoint(truncate)')
  const [page] = database.prepare("select pgoffset from dbstat where name = ? and pagetype = 'leaf'").all(index)
  database.close()
  if (page === undefined) throw new Error(`${index} has no page`)
  const handle = openSync(file, 'r+')
  const start = Number(page.pgoffset)
  const header = Buffer.alloc(8)
  readSync(handle, header, 0, 8, start)
  const cell = Buffer.alloc(16)
  const at = start + header.readUInt16BE(5) + 2
  readSync(handle, cell, 0, 1, at)
  writeSync(handle, Buffer.from([(cell[0] ?? 0) ^ 1]), 0, 1, at)
  closeSync(handle)
}

async function today(platform: Platform, cookie: string) {
  const app = await buildApp({ platform, hosts: ['localhost'], logger: makeLogger('silent'), tls: false })
  const headers = { host: 'localhost:8420', cookie: `omamori_session=${cookie}` }
  const answer = await app.inject({ method: 'GET', url: '/api/v1/today', headers })
  await app.close()
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

it('damage to an index while Omamori runs is found by its own audit, and raises the alarm', async () => {
  const data = join(folderForTests(), 'data')
  await atPlatform({ data, clock: standingClock('2026-11-20T06:00:00.000Z') }, async (platform) => {
    const { administrator, cookie } = await firstRun(platform)
    const caller = consoleCaller(administrator.facilityId)
    expect((await platform.journal.verify(caller, { mode: 'full' })).findings).toEqual([])
    damageIndex(join(data, 'omamori.sqlite'), 'log_number')
    const { findings } = await platform.journal.verify(caller, { mode: 'full' })
    expect(findings.map(({ code }) => code)).toContain('index-differs')
    const troubles: unknown[] = []
    const look = watching(platform, (error) => troubles.push(error))
    await look(() => false)
    await look(() => false)
    expect((await platform.outbox.readOutbox(caller)).alarms).toMatchObject([{ kind: 'journal-findings' }])
    expect(troubles).toEqual([])
    const { alarm, board } = await today(platform, cookie)
    expect(alarm.detail).toContain('片づけ')
    expect(board).toContainEqual(expect.objectContaining({ key: 'journal', state: 'not-met' }))
  })
})

it('where the damaged index hides a tile, the audit still answers, and nothing is signed over the gap', async () => {
  const data = join(folderForTests(), 'data')
  await atPlatform({ data, clock: standingClock('2026-11-20T06:00:00.000Z') }, async (platform) => {
    const { administrator } = await firstRun(platform)
    const caller = consoleCaller(administrator.facilityId)
    await platform.journal.verify(caller, { mode: 'full' })
    damageIndex(join(data, 'omamori.sqlite'), 'sqlite_autoindex_log_tile_1')
    const { findings } = await platform.journal.verify(caller, { mode: 'full' })
    expect(findings.map(({ code }) => code)).toContain('index-differs')
    const { sample: _, ...facility } = sampleFacility('2026-11-20')
    await expect(platform.registry.replaceFacility(caller, facility)).rejects.toMatchObject({ code: 'corrupt' })
  })
})
