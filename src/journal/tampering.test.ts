import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, Storage } from '#storage'
import { eachEngine } from '../storage/testing.ts'
import type { JournalReport } from './contract.ts'
import { termOf } from './search-block.ts'
import { journalOn, keysInMemory } from './testing.ts'
import { type Recounted, verifyJournal } from './verify-journal.ts'

const clinic = { facilityId: 'mihon-clinic' }
const ORIGIN = 'omamori/mihon-clinic/2026'
const SIZE = 300

/** A change of one column of one row, and the entry that must then be named; `undefined` where no entry is concerned. */
interface Tampering {
  readonly table: 'log' | 'log_entry' | 'log_tile' | 'log_checkpoint' | 'log_block' | 'log_posting'
  readonly column: string
  readonly row: string
  readonly set: Readonly<Record<Engine, string>>
  readonly entry: number | undefined
}

const same = (text: string): Tampering['set'] => ({ sqlite: text, postgresql: text })

/** Turns the lowest bits of one byte around. */
const flipped = (column: string, position: number): Tampering['set'] => ({
  sqlite: `cast(substr(${column}, 1, ${position}) || case hex(substr(${column}, ${position + 1}, 1)) when '5A' then x'5B' else x'5A' end || substr(${column}, ${position + 2}) as blob)`,
  postgresql: `set_byte(${column}, ${position}, get_byte(${column}, ${position}) # 1)`,
})

const at = (of: string, index: number) => `${of}entry_id % 4294967296 = ${index}`
const entry = (column: string, set: Tampering['set'], index = 7): Tampering => ({
  table: 'log_entry',
  column,
  row: at('', index),
  set,
  entry: index,
})
const tile = (column: string, set: Tampering['set'], row: string, first: number): Tampering => ({
  table: 'log_tile',
  column,
  row,
  set,
  entry: first,
})
const checkpoint = (column: string, set: Tampering['set'], last: number | undefined = 6): Tampering => ({
  table: 'log_checkpoint',
  column,
  row: 'size = 7',
  set,
  entry: last,
})
const block = (column: string, set: Tampering['set']): Tampering => ({
  table: 'log_block',
  column,
  row: 'block = 0',
  set,
  entry: 0,
})
const posting = (column: string, set: Tampering['set']): Tampering => ({
  table: 'log_posting',
  column,
  row: `block = 0 and term = ${termOf(['subject', 't-6'])}`,
  set,
  entry: 13,
})
const log = (column: string, set: Tampering['set'], named: number | undefined): Tampering => ({
  table: 'log',
  column,
  row: 'true',
  set,
  entry: named,
})

const tamperings: readonly Tampering[] = [
  entry('facility_id', same("'reidai-clinic'")),
  entry('entry_id', same('100000')),
  entry('entry_id', same('entry_id + 100000')),
  entry('entry', flipped('entry', 40)),
  entry('entry', flipped('entry', 0), 299),
  entry('entry', same(`(select b.entry from log_entry b where ${at('b.', 8)})`)),
  entry('detail', flipped('detail', 30)),
  entry('detail', same('null')),
  entry('detail', same(`(select b.detail from log_entry b where ${at('b.', 8)})`)),
  entry('detail', same(`(select b.detail from log_entry b where ${at('b.', 8)})`), 0),
  block('facility_id', same("'reidai-clinic'")),
  block('log_number', same('9')),
  block('block', same('1')),
  block('block', same('-1')),
  block('first_at', same("'2026-11-22T01:02:03.005Z'")),
  block('last_at', same("'2026-11-22T01:02:03.003Z'")),
  posting('facility_id', same("'reidai-clinic'")),
  posting('log_number', same('9')),
  posting('term', same('term + 1')),
  posting('block', same('1')),
  posting(
    'places',
    same(
      '(select b.places from log_posting b where length(b.places) = 1 and b.term <> log_posting.term order by b.places desc limit 1)',
    ),
  ),
  tile('facility_id', same("'reidai-clinic'"), 'level = 0 and tile_index = 1', 256),
  tile('origin', same("'omamori/mihon-clinic/2025'"), 'level = 0 and tile_index = 0', 0),
  tile('level', same('2'), 'level = 0 and tile_index = 1', 256),
  tile('tile_index', same('9'), 'level = 0 and tile_index = 1', 256),
  tile('hashes', flipped('hashes', 3 * 32 + 5), 'level = 0 and tile_index = 0', 3),
  tile('hashes', flipped('hashes', 5), 'level = 1 and tile_index = 0', 0),
  tile('hashes', same('substr(hashes, 1, 64)'), 'level = 0 and tile_index = 1', 256),
  checkpoint('facility_id', same("'reidai-clinic'"), 7),
  checkpoint('origin', same("'omamori/mihon-clinic/2025'"), 7),
  checkpoint('size', same('8000'), 7999),
  checkpoint('size', same('8'), 7),
  checkpoint('previous_size', same('6')),
  checkpoint('note', same("replace(note, 'a', 'b')")),
  checkpoint('note', same('(select b.note from log_checkpoint b where b.size = 300)')),
  checkpoint('created_at', same("'2026-11-22T01:02:03.005Z'")),
  log('facility_id', same("'reidai-clinic'"), 0),
  log('origin', same("'omamori/mihon-clinic/2025'"), 0),
  log('fiscal_year', same('2025'), 0),
  log('size', same('299'), 299),
  log('frontier', flipped('frontier', 3), 299),
  log('verifier_key', same("replace(verifier_key, '+A', '+B')"), undefined),
  log('wrapped_signing_key', flipped('wrapped_signing_key', 20), undefined),
  log('key_id', same("'secret-2'"), undefined),
  log('created_at', same("'2026-11-22T01:02:03.005Z'"), 0),
  log('signed_size', same('298'), 299),
  log('seal', flipped('seal', 4), 299),
  log('number', same('9'), 0),
]

const bearsOrigin: ReadonlySet<string> = new Set(['log', 'log_tile', 'log_checkpoint'])
const columns = { log: 12, log_entry: 4, log_tile: 5, log_checkpoint: 6, log_block: 5, log_posting: 5 } as const

it('every column of every table of the journal is tampered with', () => {
  for (const [table, count] of Object.entries(columns)) {
    const covered = new Set(tamperings.filter((one) => one.table === table).map(({ column }) => column))
    expect(covered.size, table).toBe(count)
  }
})

// Somebody who owns the database switches the guards off first.
const guardsOff: Readonly<Record<Engine, string>> = {
  sqlite: [
    'drop trigger log_entry_stands',
    'drop trigger log_entry_stays',
    'drop trigger log_tile_stands',
    'drop trigger log_tile_stays',
    'drop trigger log_checkpoint_stands',
    'drop trigger log_checkpoint_stays',
    'drop trigger log_stays',
    'drop trigger log_block_stands',
    'drop trigger log_block_stays',
    'drop trigger log_posting_stands',
    'drop trigger log_posting_stays',
  ].join(';'),
  postgresql: Object.keys(columns)
    .map((table) => `alter table ${table} disable trigger user`)
    .join(';'),
}

eachEngine('tampering', (open) => {
  let storage: Storage
  let verify: () => Promise<JournalReport>
  let recount: () => Promise<Recounted>

  beforeAll(async () => {
    storage = await open()
    const keys = keysInMemory()
    const { journal } = journalOn(storage, undefined, keys)
    verify = () => journal.verify(clinic)
    recount = () => storage.read(clinic, (db) => verifyJournal(keys, clinic, db))
    const write = (count: number) =>
      storage.write(clinic, async (change) => {
        for (let i = 0; i < count; i++) {
          await journal.append(change, {
            act: 'registry.changed',
            actor: { kind: 'account', id: 'account-1' },
            subject: { kind: 'terminal', id: `t-${i}` },
            detail: { owner: '見本 太郎' },
          })
        }
      })
    // The opening of the log is entry 0.
    await write(6)
    await journal.sign(clinic)
    await write(SIZE - 7)
    await journal.sign(clinic)
    await open.tamper(storage, guardsOff[storage.engine])
    for (const table of Object.keys(columns)) {
      await open.tamper(storage, `create table kept_${table} as select * from ${table}`)
    }
  })

  it('an untouched journal has no finding', async () => {
    expect(await verify()).toMatchObject({ entries: SIZE, findings: [], leftOut: 0 })
  })

  describe.each(tamperings)('$table, $column, where $row', ({ table, column, row, set, entry }) => {
    it(`is found, and entry ${entry ?? '—'} named`, async () => {
      const where = bearsOrigin.has(table) ? `origin = '${ORIGIN}' and ${row}` : row
      await open.tamper(storage, `update ${table} set ${column} = ${set[storage.engine]} where ${where}`)
      const { findings } = await verify()
      const slowly = await recount()
      await open.tamper(storage, `delete from ${table}; insert into ${table} select * from kept_${table}`)
      expect(findings).not.toEqual([])
      expect(findings).toEqual(slowly.findings)
      if (entry !== undefined) expect(findings.map(({ index }) => index)).toContain(entry)
    })
  })

  it('a row of the searches that is missing or too many is found', async () => {
    const subject = `block = 0 and term = ${termOf(['subject', 't-6'])}`
    await open.tamper(storage, `delete from log_posting where ${subject}`)
    const { findings } = await verify()
    expect(findings).toMatchObject([{ code: 'search-differs', index: 13 }])
    await open.tamper(storage, 'delete from log_posting; insert into log_posting select * from kept_log_posting')
    await open.tamper(
      storage,
      `insert into log_posting select facility_id, log_number, 12345, block, places from kept_log_posting where ${subject}`,
    )
    expect((await verify()).findings).toMatchObject([{ code: 'search-differs', index: 0 }])
    await open.tamper(storage, 'delete from log_posting; insert into log_posting select * from kept_log_posting')
    await open.tamper(storage, 'delete from log_block')
    expect((await verify()).findings).toMatchObject([{ code: 'search-differs' }])
    await open.tamper(storage, 'insert into log_block select * from kept_log_block')
  })

  it('put back as it was, the journal is whole again', async () => {
    expect((await verify()).findings).toEqual([])
  })
})
