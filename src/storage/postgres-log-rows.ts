import pg from 'pg'
import { hasMoreBlocks, isNewestLog, newestLogFirst, searchedBlocks } from './log-order.ts'
import type { LogRows, LogSql, LogState, NewLogEntry } from './log-rows.ts'
import { entryIdOf } from './tables.ts'

// In one go, and so with the facility's name inside: the lock, and behind it the row as it is once the lock is ours.
const newest = (facilityId: string) => {
  const ofFacility = `from log where facility_id = ${pg.escapeLiteral(facilityId)} order by ${newestLogFirst} limit 1`
  return `select origin ${ofFacility} for update; select *, ${searchedBlocks} as blocks ${ofFacility}`
}
const lagging = `select *, ${searchedBlocks} as blocks from log where facility_id = $1 and ${hasMoreBlocks} limit 1`
const freeNumber = "select nextval('log_number_next') as free"
// The bytes of all entries come as one value that the server cuts apart: the driver would write an array of them in hex.
const add = `insert into log_entry (facility_id, entry_id, entry, detail)
  select $1, $2::bigint + n - 1, substring($3::bytea from start for size),
    case when detail_size >= 0 then substring($4::bytea from detail_start for detail_size) end
  from unnest($5::int[], $6::int[], $7::int[], $8::int[])
    with ordinality as added (start, size, detail_start, detail_size, n)`
// The same for a log that is only remembered: its row is locked and compared first, and without it nothing is added. Another
// process may have opened a newer log while we waited for the lock; that shows when the log is moved on.
const stands = (first: number) => `number = $${first} and fiscal_year = $${first + 1} and verifier_key = $${first + 2}
  and frontier = $${first + 3} and signed_size = $${first + 4} and seal = $${first + 5} and ${isNewestLog}`
const addRemembered = `with held as materialized (
  select 1 from log where facility_id = $1 and origin = $9 and size = $10 and ${stands(11)} for update)
  ${add}, held`
// The server hashes what it holds: what it says of the bytes is counted apart from what we said, and 32 bytes travel.
const leavesReadBack = `select string_agg(sha256('\\x00'::bytea || entry), ''::bytea order by entry_id) as leaves
  from log_entry where facility_id = $1 and entry_id >= $2 and entry_id < $3`
const readBack =
  'select entry from log_entry where facility_id = $1 and entry_id >= $2 and entry_id < $3 order by entry_id'
const addBlock = `with added as (insert into log_block (facility_id, log_number, block, first_at, last_at)
    values ($1, $2, $3, $4, $5))
  insert into log_posting (facility_id, log_number, term, block, places)
  select $1, $2, term, $3, substring($6::bytea from start for size)
  from unnest($7::bigint[], $8::int[], $9::int[]) as posting (term, start, size)`
const moveOn = `update log set size = $1, frontier = $2, signed_size = $3, seal = $4
  where facility_id = $5 and origin = $6 and size = $7`
const moveOnRemembered = `${moveOn} and ${stands(8)}`

const HASH_BYTES = 32

export const postgresLogSql: LogSql = (facilityId, run) => {
  const leaves: LogRows['leavesReadBack'] = async (log, from, to) => {
    const { rows } = await run<{ readonly leaves: Uint8Array | null }>({
      name: 'log-leaves',
      sql: leavesReadBack,
      parameters: [facilityId, entryIdOf(log, from), entryIdOf(log, to)],
    })
    const bytes = rows[0]?.leaves ?? new Uint8Array()
    return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
      bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    )
  }
  return {
    async newest() {
      for (;;) {
        const { rows } = await run<LogState>({ sql: newest(facilityId), parameters: [] })
        const [locked, found] = rows
        if (locked === undefined) return undefined
        // While we waited for the lock, its holder may have opened the log of the next fiscal year.
        if (found?.origin === locked.origin) return found
      }
    },
    async lagging() {
      const { rows } = await run<LogState>({ sql: lagging, parameters: [facilityId] })
      return rows[0]
    },
    async freeNumber() {
      const { rows } = await run<{ readonly free: number }>({ sql: freeNumber, parameters: [] })
      if (rows[0] === undefined) throw new Error('the sequence of log numbers gave none')
      return rows[0].free
    },
    async add({ log, isRead }, entries) {
      const parameters = [facilityId, entryIdOf(log, log.size), ...packed(entries)]
      const added = isRead
        ? await run({ name: 'log-add', sql: add, parameters })
        : await run({
            name: 'log-add-remembered',
            sql: addRemembered,
            parameters: [...parameters, log.origin, log.size, ...standing(log)],
          })
      return added.numAffectedRows === 0n ? undefined : leaves(log, log.size, log.size + entries.length)
    },
    leavesReadBack: leaves,
    async entriesReadBack(log, from, to) {
      const parameters = [facilityId, entryIdOf(log, from), entryIdOf(log, to)]
      const { rows } = await run<{ readonly entry: Uint8Array }>({ sql: readBack, parameters })
      return rows.map(({ entry }) => entry)
    },
    async addBlock({ number }, { block, first_at, last_at, postings }) {
      const places = lengths(postings.map((posting) => posting.places))
      const terms = postings.map(({ term }) => term)
      const parameters = [
        facilityId,
        number,
        block,
        first_at,
        last_at,
        places.bytes,
        terms,
        places.starts,
        places.sizes,
      ]
      await run({ sql: addBlock, parameters })
    },
    async moveOn({ log, isRead }, { size, frontier, signed_size, seal }) {
      const parameters = [size, frontier, signed_size, seal, facilityId, log.origin, log.size]
      const moved = isRead
        ? await run({ name: 'log-move', sql: moveOn, parameters })
        : await run({
            name: 'log-move-remembered',
            sql: moveOnRemembered,
            parameters: [...parameters, ...standing(log)],
          })
      return moved.numAffectedRows === 1n
    },
  }
}

/** What is compared of a log that is only remembered, beside its name and size. */
function standing({ number, fiscal_year, verifier_key, frontier, signed_size, seal }: LogState): readonly unknown[] {
  return [number, fiscal_year, verifier_key, frontier, signed_size, seal]
}

function packed(entries: readonly NewLogEntry[]): readonly unknown[] {
  const bodies = lengths(entries.map(({ entry }) => entry))
  const details = lengths(entries.map(({ detail }) => detail))
  return [bodies.bytes, details.bytes, bodies.starts, bodies.sizes, details.starts, details.sizes]
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
