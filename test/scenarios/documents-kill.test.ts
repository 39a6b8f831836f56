import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import type { Platform, PlatformOptions } from '#platform'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun } from '../installation.ts'
import { root } from '../running.ts'
import { contentOf } from './document-content.ts'

// The whole suite kills a few times; OMAMORI_KILL_ROUNDS=200 is for the nights before a release.
const ROUNDS = Number(process.env.OMAMORI_KILL_ROUNDS ?? 5)
const MAX_LIFE_MS = 600
const timeout = 60_000 + ROUNDS * 15_000
/** Beside a database server, files are given a day for their row: the look at what is left comes after it. */
const later = { now: () => new Date(Date.now() + 2 * 24 * 60 * 60_000).toISOString() }

/** Lets a process register documents, kills it at a random moment after its first, and returns what it acknowledged until then. */
async function killedClerks({ data, database }: PlatformOptions, facilityId: string): Promise<Map<string, number>> {
  const words = ['test/scenarios/document-writer.ts', data, facilityId, ...(database === undefined ? [] : [database])]
  const writer: ChildProcess = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => writer.once('exit', (_, signal) => resolve(signal)))
  const acknowledged = new Map<string, number>()
  if (!writer.stdout) throw new Error('nothing is heard of the clerks')
  let ending: Promise<boolean> | undefined
  for await (const line of createInterface({ input: writer.stdout })) {
    const [, documentId = '', seed = ''] = line.split(' ')
    acknowledged.set(documentId, Number(seed))
    ending ??= setTimeout(Math.random() * MAX_LIFE_MS).then(() => writer.kill('SIGKILL'))
  }
  await ending
  expect(await ended, 'they wrote until they were killed').toBe('SIGKILL')
  return acknowledged
}

async function expectWhole(platform: Platform, facilityId: string, acknowledged: ReadonlyMap<string, number>) {
  const caller = consoleCaller(facilityId)
  for (const [documentId, seed] of acknowledged) {
    const { content } = await platform.documents.openVersion(caller, documentId, 1)
    expect(await text(content), documentId).toBe(contentOf(seed))
  }
}

/** Nothing lies there that no row names, and nothing is named that does not lie there. */
async function expectNoOrphans({ storage, sweepFiles }: Platform, data: string, facilityId: string): Promise<number> {
  const swept = await sweepFiles()
  const rows = await storage.read({ facilityId }, (db) => db.selectFrom('blob').select('sha256').distinct().execute())
  const entries = readdirSync(join(data, 'blobs'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  expect(files.toSorted()).toEqual(rows.map(({ sha256 }) => sha256).toSorted())
  return swept?.removed ?? 0
}

eachEngine('a process killed while it registers documents', (open) => {
  it('has lost none that it acknowledged, and leaves nothing behind', { timeout }, async () => {
    const place = await emptyPlace(open)
    const { facilityId } = await atPlatform(place, async (platform) => (await firstRun(platform)).administrator)
    let [documents, orphans] = [0, 0]
    for (let round = 0; round < ROUNDS; round += 1) {
      const acknowledged = await killedClerks(place, facilityId)
      documents += acknowledged.size
      await atPlatform(place, (platform) => expectWhole(platform, facilityId, acknowledged))
      const clock = place.database === undefined ? {} : { clock: later }
      const look = (platform: Platform) => expectNoOrphans(platform, place.data, facilityId)
      orphans += await atPlatform({ ...place, ...clock }, look)
    }
    expect(documents).toBeGreaterThanOrEqual(ROUNDS)
    console.log(`${ROUNDS} kills, ${documents} documents acknowledged, none missing, ${orphans} orphans removed`)
  })
})
