import { hash } from 'node:crypto'
import { hasMoreBlocks, newestLogFirst, searchedBlocks } from './log-order.ts'
import type { LogRows, LogSql, LogState } from './log-rows.ts'
import { entryIdOf } from './tables.ts'

const newest = `select *, ${searchedBlocks} as blocks from log where facility_id = ? order by ${newestLogFirst} limit 1`
// No other process writes to the file, but its owner may: what we left is compared whole, and that nothing newer is there.
const stands = `select 1 as stands from log where facility_id = ? and origin = ? and number = ? and fiscal_year = ?
  and verifier_key = ? and size = ? and frontier = ? and signed_size = ? and seal = ?
  and not exists (select 1 from log as newer where newer.facility_id = log.facility_id and
    (newer.fiscal_year, length(newer.origin), newer.origin) > (log.fiscal_year, length(log.origin), log.origin))`
const lagging = `select *, ${searchedBlocks} as blocks from log where facility_id = ? and ${hasMoreBlocks} limit 1`
// The writer of the file is alone and sees the logs of all facilities.
const freeNumber = 'select coalesce(max(number), 0) + 1 as free from log'
const add = 'insert into log_entry (facility_id, entry_id, entry, detail) values (?, ?, ?, ?)'
const readBack =
  'select entry from log_entry where facility_id = ? and entry_id >= ? and entry_id < ? order by entry_id'
const addBlock = 'insert into log_block (facility_id, log_number, block, first_at, last_at) values (?, ?, ?, ?, ?)'
const addPosting = 'insert into log_posting (facility_id, log_number, term, block, places) values (?, ?, ?, ?, ?)'
const moveOn = `update log set size = ?, frontier = ?, signed_size = ?, seal = ?
  where facility_id = ? and origin = ? and size = ?`

/** SQLite runs in this process, so that a statement prepared once and run for each row is the fastest way in. */
export const sqliteLogSql: LogSql = (facilityId, run) => {
  const entriesReadBack: LogRows['entriesReadBack'] = async (log, from, to) => {
    const parameters = [facilityId, entryIdOf(log, from), entryIdOf(log, to)]
    const { rows } = await run<{ readonly entry: Uint8Array }>({ sql: readBack, parameters })
    return rows.map(({ entry }) => entry)
  }
  const leavesReadBack: LogRows['leavesReadBack'] = async (log, from, to) =>
    (await entriesReadBack(log, from, to)).map(leafOf)
  return {
    async newest(known) {
      if (known && (await run({ sql: stands, parameters: stateOf(facilityId, known) })).rows.length > 0) return known
      const { rows } = await run<LogState>({ sql: newest, parameters: [facilityId] })
      return rows[0]
    },
    async lagging() {
      const { rows } = await run<LogState>({ sql: lagging, parameters: [facilityId] })
      return rows[0]
    },
    async freeNumber() {
      const { rows } = await run<{ readonly free: number }>({ sql: freeNumber, parameters: [] })
      return rows[0]?.free ?? 1
    },
    async add(log, from, entries) {
      const first = entryIdOf(log, from)
      const each = entries.map(({ entry, detail }, i) => [facilityId, first + i, entry, detail])
      await run({ sql: add, parameters: [], each })
      return leavesReadBack(log, from, from + entries.length)
    },
    leavesReadBack,
    entriesReadBack,
    async addBlock({ number }, { block, first_at, last_at, postings }) {
      await run({ sql: addBlock, parameters: [facilityId, number, block, first_at, last_at] })
      const each = postings.map(({ term, places }) => [facilityId, number, term, block, places])
      await run({ sql: addPosting, parameters: [], each })
    },
    async moveOn({ origin }, from, { size, frontier, signed_size, seal }) {
      const parameters = [size, frontier, signed_size, seal, facilityId, origin, from]
      const moved = await run({ sql: moveOn, parameters })
      return moved.numAffectedRows === 1n
    },
  }
}

function stateOf(facilityId: string, log: LogState): readonly unknown[] {
  const { origin, number, fiscal_year, verifier_key, size, frontier, signed_size, seal } = log
  return [facilityId, origin, number, fiscal_year, verifier_key, size, frontier, signed_size, seal]
}

// RFC 6962, said a second time and apart from the journal's own: the two must agree before a commit.
const leafBytes = Buffer.alloc(8 * 1024)

function leafOf(entry: Uint8Array): Uint8Array {
  const length = entry.length + 1
  const bytes = length <= leafBytes.length ? leafBytes.subarray(0, length) : Buffer.alloc(length)
  bytes.set(entry, 1)
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
}
