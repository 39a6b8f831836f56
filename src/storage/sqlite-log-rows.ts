import { hash } from 'node:crypto'
import { newestLogFirst } from './log-order.ts'
import type { LogSql, LogState, NewLogEntry } from './log-rows.ts'

const newest = `select * from log where facility_id = ? order by ${newestLogFirst} limit 1`
const add = `insert into log_entry
  (facility_id, origin, entry_index, entry, at, act, actor_id, subject_kind, subject_id, detail, key_id)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const readBack = `select entry from log_entry
  where facility_id = ? and origin = ? and entry_index >= ? and entry_index < ? order by entry_index`
const moveOn = `update log set size = ?, frontier = ?, signed_size = ?, seal = ?
  where facility_id = ? and origin = ? and size = ?`

/** SQLite runs in this process, so that a statement prepared once and run for each row is the fastest way in. */
export const sqliteLogSql: LogSql = (facilityId, run) => ({
  async newest() {
    const { rows } = await run<LogState>({ sql: newest, parameters: [facilityId] })
    return rows[0]
  },
  async add(origin, from, entries) {
    let index = from
    for (const entry of entries) {
      await run({ sql: add, parameters: [facilityId, origin, index, ...columns(entry)] })
      index += 1
    }
  },
  async leavesReadBack(origin, from, to) {
    const { rows } = await run<{ readonly entry: Uint8Array }>({
      sql: readBack,
      parameters: [facilityId, origin, from, to],
    })
    return rows.map(({ entry }) => leafOf(entry))
  },
  async moveOn(origin, from, { size, frontier, signed_size, seal }) {
    const moved = await run({ sql: moveOn, parameters: [size, frontier, signed_size, seal, facilityId, origin, from] })
    return moved.numAffectedRows === 1n
  },
})

function columns({ entry, at, act, actor_id, subject_kind, subject_id, detail, key_id }: NewLogEntry) {
  return [entry, at, act, actor_id, subject_kind, subject_id, detail, key_id]
}

// RFC 6962, said a second time and apart from the journal's own: the two must agree before a commit.
const LEAF = Uint8Array.of(0)

function leafOf(entry: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([LEAF, entry]), 'buffer')
}
