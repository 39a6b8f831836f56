/** Newest first: by fiscal year, and within one by the number of the continuation (`…/2026`, `…/2026.2`, `…/2026.10`). */
export const newestLogFirst = 'fiscal_year desc, length(origin) desc, origin desc'

/** How many blocks of the log of a row can be searched: they follow one another from 0. */
export const searchedBlocks = `coalesce((select block + 1 from log_block
  where log_block.facility_id = log.facility_id and log_number = log.number order by block desc limit 1), 0)`

/** Whether there are complete blocks of 256 entries beyond those. */
export const hasMoreBlocks = `size / 256 > ${searchedBlocks}`
