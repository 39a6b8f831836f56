import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Entry } from '@omamori/ledger'
import { openJournal } from '#journal'
import { createKeys, openKeys } from '#keys'
import { systemClock } from '#shared'
import { openStorage, type Storage, type StoragePlace } from '#storage'

export const scope = { facilityId: 'mihon-clinic' }
const BODY_BYTES = 1024

/** A journal in earnest: real keys, real storage, the clock of the machine. */
export async function openGround(place?: StoragePlace) {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-append-'))
  const storage: Storage = await openStorage(place ?? { data: join(folder, 'data') })
  const keyPlace = { directory: join(folder, 'keys'), unlock: { kind: 'key-file' }, clock: systemClock } as const
  await createKeys(keyPlace)
  const keys = await openKeys({ ...keyPlace, storage })
  const journal = openJournal({ storage, keys, clock: systemClock, randomBytes })
  const log = await storage.write(scope, async (change) => {
    await keys.createFor(change, scope.facilityId)
    await journal.create(change)
    return (await change.logs.newest())?.origin ?? ''
  })
  let number = 0
  const next = () => {
    number += 1
    return journal.encode(entryOf(log, number))
  }
  return {
    folder,
    storage,
    keys,
    journal,
    /** Entries of a kilobyte, encoded. */
    entries: (count: number) => Array.from({ length: count }, next),
    async close() {
      await journal.close()
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Ground = Awaited<ReturnType<typeof openGround>>

/** What a caller of `append` hands over; as an entry it is about a kilobyte. */
export const happening = {
  act: 'registry.changed',
  actor: { kind: 'account', id: 'account-1', session: 'session-1' },
  subject: { kind: 'terminal', id: 'terminal-1' },
  about: Array.from({ length: 11 }, (_, i) => ({ kind: 'document', id: `document-${i}-${'0'.repeat(30)}` })),
} as const

function entryOf(log: string, number: number): Entry {
  return { ...happening, id: number.toString(16).padStart(32, '0'), log, at: new Date().toISOString() }
}

/** The peer: a table of numbers and bytes, with the settings that make a commit durable. */
export function openPlain() {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-plain-'))
  const database = new DatabaseSync(join(folder, 'plain.sqlite'))
  database.exec('pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = extra')
  database.exec('create table plain (id integer primary key, body blob not null) strict')
  const insert = database.prepare('insert into plain (body) values (?)')
  const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')]
  const body = Buffer.alloc(BODY_BYTES, 7)
  return {
    folder,
    write(rows: number) {
      begin.run()
      for (let row = 0; row < rows; row += 1) insert.run(body)
      commit.run()
    },
    close() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Rows a second, over a while: `step` says how many it has kept. */
export async function rateOf(milliseconds: number, step: () => number | Promise<number>): Promise<number> {
  const started = performance.now()
  let rows = 0
  while (performance.now() - started < milliseconds) {
    const kept = step()
    const counted = typeof kept === 'number' ? kept : await kept
    rows += counted
  }
  return (rows / (performance.now() - started)) * 1000
}

/** The same with callers who each wait for their own answer. */
export async function rateOfCallers(
  milliseconds: number,
  callers: number,
  call: (caller: number) => Promise<number>,
): Promise<number> {
  const started = performance.now()
  let rows = 0
  const caller = async (_: unknown, number: number) => {
    while (performance.now() - started < milliseconds) {
      const kept = await call(number)
      rows += kept
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return (rows / (performance.now() - started)) * 1000
}
