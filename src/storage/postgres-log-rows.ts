import { newestLogFirst } from './log-order.ts'
import type { LogSql, LogState, NewLogEntry } from './log-rows.ts'

const newest = `select * from log where facility_id = $1 order by ${newestLogFirst} limit 1`
// The bytes of all entries come as one value that the server cuts apart: the driver would write an array of them in hex.
const add = `insert into log_entry
  (facility_id, origin, entry_index, entry, at, act, actor_id, subject_kind, subject_id, detail, key_id)
  select $1, $2, $3::bigint + n - 1, substring($4::bytea from start for size), at, act, actor_id, subject_kind, subject_id,
    case when detail_size >= 0 then substring($5::bytea from detail_start for detail_size) end, key_id
  from unnest($6::int[], $7::int[], $8::int[], $9::int[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
    with ordinality as added (start, size, detail_start, detail_size, at, act, actor_id, subject_kind, subject_id, key_id, n)`
// The server hashes what it holds: what it says of the bytes is counted apart from what we said, and 32 bytes travel.
const readBack = `select string_agg(sha256('\\x00'::bytea || entry), ''::bytea order by entry_index) as leaves from log_entry
  where facility_id = $1 and origin = $2 and entry_index >= $3 and entry_index < $4`
const moveOn = `update log set size = $1, frontier = $2, signed_size = $3, seal = $4
  where facility_id = $5 and origin = $6 and size = $7`

const HASH_BYTES = 32

export const postgresLogSql: LogSql = (facilityId, run) => ({
  async newest() {
    for (;;) {
      const { rows: locked } = await run<LogState>({ sql: `${newest} for update`, parameters: [facilityId] })
      if (locked[0] === undefined) return undefined
      // While we waited for the lock, its holder may have opened the log of the next fiscal year.
      const { rows } = await run<LogState>({ sql: newest, parameters: [facilityId] })
      if (rows[0]?.origin === locked[0].origin) return locked[0]
    }
  },
  async add(origin, from, entries) {
    await run({ sql: add, parameters: [facilityId, origin, from, ...packed(entries)] })
  },
  async leavesReadBack(origin, from, to) {
    const { rows } = await run<{ readonly leaves: Uint8Array | null }>({
      sql: readBack,
      parameters: [facilityId, origin, from, to],
    })
    const bytes = rows[0]?.leaves ?? new Uint8Array()
    return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
      bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    )
  },
  async moveOn(origin, from, { size, frontier, signed_size, seal }) {
    const moved = await run({ sql: moveOn, parameters: [size, frontier, signed_size, seal, facilityId, origin, from] })
    return moved.numAffectedRows === 1n
  },
})

function packed(entries: readonly NewLogEntry[]): readonly unknown[] {
  const bodies = lengths(entries.map(({ entry }) => entry))
  const details = lengths(entries.map(({ detail }) => detail))
  const column = (name: Exclude<keyof NewLogEntry, 'entry' | 'detail'>) => entries.map((entry) => entry[name])
  return [
    ...[bodies.bytes, details.bytes, bodies.starts, bodies.sizes, details.starts, details.sizes],
    ...[column('at'), column('act'), column('actor_id')],
    ...[column('subject_kind'), column('subject_id'), column('key_id')],
  ]
}

/** All parts in one, and where each lies; PostgreSQL counts from 1, and a part that is not there has the size -1. */
function lengths(parts: readonly (Uint8Array | null)[]) {
  const starts: number[] = []
  let start = 1
  for (const part of parts) {
    starts.push(start)
    start += part?.length ?? 0
  }
  const bytes = Buffer.concat(parts.filter((part) => part !== null))
  return { bytes, starts, sizes: parts.map((part) => part?.length ?? -1) }
}
