import pg from 'pg'
import { expect, it } from 'vitest'
import { documentSearch } from '../migrations/0027-document-search.ts'
import { sqliteFileOf } from '../open-sqlite.ts'
import { openStorageForReading, type StoragePlace } from '../open-storage.ts'
import { plainSql } from '../postgres-connection.ts'
import { connectSqlite } from '../sqlite-connection.ts'
import type { Storage } from '../storage.ts'
import { eachEngine } from '../testing.ts'
import { findPlaces } from './find-places.ts'
import type { Asked } from './tokens.ts'
import { windowsOf } from './windows.ts'

const at = '2026-11-22T00:00:00.000Z'

const keep = (storage: Storage, facilityId: string, documentId: string, text: string) =>
  storage.write({ facilityId }, async ({ db, words }) => {
    const own = { facility_id: facilityId, document_id: documentId }
    const head = { kind: 'referral', standing: 'copy', title: '', written_on: '2026-11-22', patient: null }
    const nobody = { encounter: null, registered_by: 'account-1', registered_at: at, destroyed_at: null }
    const entry = { entered_by: 'account-1', entered_at: at, approved_at: null, confirmed_at: null, reason: null }
    const content = { version: 1, blob_id: 'blob-1', sha256: '', content_type: 'text' }
    await db
      .insertInto('document')
      .values({ ...own, ...head, ...nobody })
      .execute()
    await db
      .insertInto('document_version')
      .values({ ...own, ...content, ...entry, entered_for: null, confirmed_by: null })
      .execute()
    await db
      .insertInto('document_text')
      .values({ ...own, version: 1, text })
      .execute()
    await words.enter({ documentId, kind: head.kind, writtenOn: head.written_on, patient: null, texts: [text] })
  })

const find = (storage: Storage, facilityId: string, asked: Partial<Asked>) =>
  storage.read({ facilityId }, (db) =>
    findPlaces({ engine: storage.engine, facilityId, db, limit: 9 }, { words: [], ...asked }),
  )

eachEngine('the index of words', (open) => {
  it('finds words of any length, of the own facility alone, newest first', async () => {
    const storage = await open()
    await keep(storage, 'facility-a', 'd-1', '診療情報提供書 ワルファリン 2mg')
    await keep(storage, 'facility-b', 'd-1', 'ワルファリン')
    await keep(storage, 'facility-a', 'd-2', 'メトホルミン')
    const found = (words: string[], facilityId = 'facility-a') => find(storage, facilityId, { words })
    expect(await found(['ルファリ'])).toEqual(['d-1'])
    expect(await found(['ミン'])).toEqual(['d-2'])
    expect(await found(['ン'])).toEqual(['d-2', 'd-1'])
    expect(await found(['ン', '2mg'])).toEqual(['d-1'])
    expect(await found(['ルファリン2'])).toEqual([])
    expect(await found(['ルファリ'], 'facility-b')).toEqual(['d-1'])
    expect(await found(['ミン'], 'facility-b')).toEqual([])
  })

  it('is only read, in no other way than by what it was made for', async () => {
    const storage = await open()
    await keep(storage, 'facility-a', 'd-1', '発熱')
    const write = storage.write({ facilityId: 'facility-a' }, ({ db }) =>
      db
        .deleteFrom('document_search' as 'document_text')
        .where('document_id', '=', 'd-1')
        .execute(),
    )
    await expect(write).rejects.toThrow('document_search is only read')
    await expect(storage.write('installation', ({ words }) => words.replace(none, none))).rejects.toThrow('facility')
  })

  it('finds what has changed by its new words, and no more by the former, and is whole when it is opened again', async () => {
    let storage = await open()
    await keep(storage, 'facility-a', 'd-1', '発熱')
    const before = { ...none, documentId: 'd-1', kind: 'referral', texts: ['発熱'] }
    await storage.write({ facilityId: 'facility-a' }, async ({ db, words }) => {
      await db.updateTable('document_text').set({ text: '頭痛' }).execute()
      await words.replace(before, { ...before, texts: ['頭痛'] })
    })
    await storage.close()
    if (storage.engine === 'sqlite') await (await openStorageForReading(open.placeOf(storage))).close()
    storage = await open.again(storage)
    const found = [
      await find(storage, 'facility-a', { words: ['発熱'] }),
      await find(storage, 'facility-a', { words: ['頭'] }),
    ]
    expect(found).toEqual([[], ['d-1']])
  })
})

eachEngine('documents kept before there was an index', (open) => {
  it('are found by it after the upgrade, each in its own facility', async () => {
    const storage = await open()
    await keep(storage, 'facility-a', 'd-1', '発熱')
    await keep(storage, 'facility-b', 'd-2', '発熱')
    await open.tamper(storage, 'delete from document_place')
    // The former index knew nothing of what is taken out of the new one here.
    const emptied = {
      sqlite: "insert into document_search (document_search) values ('delete-all')",
      postgresql: 'delete from document_search',
    }
    await open.tamper(storage, emptied[storage.engine])
    expect(await find(storage, 'facility-a', { words: ['発熱'] })).toEqual([])
    await fillAt(open.placeOf(storage))
    expect(await find(storage, 'facility-a', { words: ['発熱'] })).toEqual(['d-1'])
    expect(await find(storage, 'facility-b', { words: ['熱'], kind: 'referral' })).toEqual(['d-2'])
  })
})

async function fillAt(place: StoragePlace): Promise<void> {
  if ('data' in place) {
    const connection = connectSqlite(sqliteFileOf(place.data), 'write')
    await documentSearch.fill?.(connection, 'sqlite')
    return connection.close()
  }
  const client = new pg.Client({ connectionString: place.url, options: '-c search_path=omamori' })
  await client.connect()
  await client.query('begin')
  await documentSearch.fill?.(plainSql(client), 'postgresql')
  await client.query('commit')
  await client.end()
}

const none = { documentId: 'd-0', writtenOn: '2026-11-22', kind: 'referral', patient: null, texts: [] }

it('the windows of a search follow one another without a gap, from the newest day to the oldest', () => {
  const windows = windowsOf('2001-05-17', '2026-11-22')
  expect(windows.slice(0, 2)).toEqual([
    { from: '2026-11-01', to: '2026-11-22', times: ['month=2026-11'] },
    { from: '2026-08-01', to: '2026-10-31', times: ['month=2026-10', 'month=2026-09', 'month=2026-08'] },
  ])
  expect(windows.at(-1)?.from).toBe('2001-05-17')
  expect(windows.at(-1)?.times).toContain('year=2001')
  expect(windowsOf('2026-11-22', '2026-11-22')).toHaveLength(1)
  expect(windowsOf('2026-11-22', '2026-11-21')).toEqual([])
})
