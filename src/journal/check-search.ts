import type { Entry } from '@omamori/ledger'
import type { LogRow, Reader } from '#storage'
import type { Found } from './check-rows.ts'
import { BLOCK, placesIn, searchBlock } from './search-block.ts'
import { blockOf, blocksOutside, postingsByBlock, postingsOf, searchedBlocksOf } from './search-rows.ts'

/** Holds what the searches go by against the entries, block by block. */
export interface SearchCheck {
  /** The entries in their order; undefined stands for one that cannot be read. */
  see(index: number, entry: Entry | undefined): Promise<void>
  end(size: number): Promise<void>
}

/**
 * 索引の検証 — a row that is missing, altered or too many would hide an entry from those who look for it, though the entry
 * itself is whole. So every block is made anew from its entries and compared.
 */
export async function checkSearch(db: Reader, log: LogRow, found: Found): Promise<SearchCheck> {
  const searched = await searchedBlocksOf(db, log)
  const rows = new Map<number, number>()
  let block = 0
  let entries = emptyBlock()

  async function turnTo(next: number): Promise<void> {
    for (; block < next; block += 1, entries = emptyBlock()) {
      if (block >= searched) continue
      const expected = searchBlock(block, entries)
      rows.set(block, expected.postings.length)
      await compareBlock(db, log, expected, found)
    }
  }

  return {
    async see(index, entry) {
      const next = Math.floor(index / BLOCK)
      // An index that lies far off is a finding of its own; nothing is made up between.
      if (next > block + 1 && next > searched) return
      await turnTo(next)
      if (next === block) entries[index - block * BLOCK] = entry
    },
    async end(size) {
      const complete = Math.floor(size / BLOCK)
      await turnTo(Math.max(block, Math.min(searched, complete)))
      const differs = (at: number) => found('search-differs', Math.max(0, at * BLOCK), { block: at })
      for (const outside of await blocksOutside(db, log, complete)) differs(outside)
      const counted = new Map((await postingsByBlock(db, log)).map(({ block, rows }) => [block, rows]))
      for (const [at, count] of counted) if (count > (rows.get(at) ?? 0)) differs(at)
    },
  }
}

const emptyBlock = (): (Entry | undefined)[] => Array.from({ length: BLOCK }, () => undefined)

/** A block as it is stored against the block as its entries make it. */
export async function compareBlock(
  db: Reader,
  log: LogRow,
  { block, first_at, last_at, postings }: ReturnType<typeof searchBlock>,
  found: Found,
): Promise<void> {
  const differs = (place: number) => found('search-differs', block * BLOCK + place, { block })
  const row = await blockOf(db, log, block)
  if (row?.first_at !== first_at || row?.last_at !== last_at) differs(0)
  const terms = postings.map(({ term }) => term)
  const stored = new Map((await postingsOf(db, log, block, terms)).map(({ term, places }) => [term, places]))
  for (const { term, places } of postings) {
    const other = stored.get(term)
    if (other === undefined || Buffer.compare(places, other) !== 0) differs(firstDifference(places, other))
  }
}

function firstDifference(places: Uint8Array, other: Uint8Array = new Uint8Array()): number {
  const [mine, theirs] = [new Set(placesIn(places)), new Set(placesIn(other))]
  const differing = [...mine, ...theirs].filter((place) => mine.has(place) !== theirs.has(place))
  return differing.length > 0 ? Math.min(...differing) : 0
}
