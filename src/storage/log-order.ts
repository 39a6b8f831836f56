/** Newest first: by fiscal year, and within one by the number of the continuation (`…/2026`, `…/2026.2`, `…/2026.10`). */
export const newestLogFirst = 'fiscal_year desc, length(origin) desc, origin desc'

/** Whether the row of a log is the newest of its facility, with the same order. */
export const isNewestLog = `not exists (select 1 from log as newer where newer.facility_id = log.facility_id and
  (newer.fiscal_year, length(newer.origin), newer.origin) > (log.fiscal_year, length(log.origin), log.origin))`

/** How many blocks of the log of a row can be searched: they follow one another from 0. */
export const searchedBlocks = `coalesce((select block + 1 from log_block
  where log_block.facility_id = log.facility_id and log_number = log.number order by block desc limit 1), 0)`

/** Whether there are complete blocks of 256 entries beyond those. */
export const hasMoreBlocks = `size / 256 > ${searchedBlocks}`
