import { hash } from 'node:crypto'
import { hasMoreBlocks, isNewestLog, newestLogFirst, searchedBlocks } from './log-order.ts'
import type { LogRows, LogSql, LogState } from './log-rows.ts'
import { isTaken } from './sqlite-errors.ts'
import { entryIdOf } from './tables.ts'

const newest = `select *, ${searchedBlocks} as blocks from log where facility_id = ? order by ${newestLogFirst} limit 1`
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
const moveOnRemembered = `${moveOn} and number = ? and fiscal_year = ? and verifier_key = ? and frontier = ?
  and signed_size = ? and seal = ? and ${isNewestLog}`

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
    async newest() {
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
    // The file is locked since the change began. A log that has grown since it was remembered has an entry at this place
    // already; whatever else is not as remembered shows when the log is moved on.
    async add({ log, isRead }, entries) {
      const first = entryIdOf(log, log.size)
      const each = entries.map(({ entry, detail }, i) => [facilityId, first + i, entry, detail])
      try {
        await run({ sql: add, parameters: [], each })
      } catch (error) {
        if (!isRead && isTaken(error)) return undefined
        throw error
      }
      return leavesReadBack(log, log.size, log.size + entries.length)
    },
    leavesReadBack,
    entriesReadBack,
    async addBlock({ number }, { block, first_at, last_at, postings }) {
      await run({ sql: addBlock, parameters: [facilityId, number, block, first_at, last_at] })
      const each = postings.map(({ term, places }) => [facilityId, number, term, block, places])
      await run({ sql: addPosting, parameters: [], each })
    },
    async moveOn({ log, isRead }, { size, frontier, signed_size, seal }) {
      const parameters = [size, frontier, signed_size, seal, facilityId, log.origin, log.size]
      const moved = isRead
        ? await run({ sql: moveOn, parameters })
        : await run({ sql: moveOnRemembered, parameters: [...parameters, ...standing(log)] })
      return moved.numAffectedRows === 1n
    },
  }
}

/** What is compared of a log that is only remembered, beside its name and size. */
function standing({ number, fiscal_year, verifier_key, frontier, signed_size, seal }: LogState): readonly unknown[] {
  return [number, fiscal_year, verifier_key, frontier, signed_size, seal]
}

// RFC 6962, said a second time and apart from the journal's own: the two must agree before a commit.
const leafBytes = Buffer.alloc(8 * 1024)

function leafOf(entry: Uint8Array): Uint8Array {
  const length = entry.length + 1
  const bytes = length <= leafBytes.length ? leafBytes.subarray(0, length) : Buffer.alloc(length)
  bytes.set(entry, 1)
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
}
