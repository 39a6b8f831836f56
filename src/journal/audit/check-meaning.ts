import type { Entry } from '@omamori/ledger'
import type { Keys } from '#keys'
import type { Reader, Scope } from '#storage'
import { checkDetail, checkEnd } from '../check-rows.ts'
import { compareBlock } from '../check-search.ts'
import { decodedOrUndefined } from '../log-state.ts'
import { BLOCK, searchBlock } from '../search-block.ts'
import { detailsBetween } from '../store.ts'
import type { Doubt, LogPlan } from './tasks.ts'

/** What particulars are opened with. */
export interface MeaningGround {
  readonly scope: Scope
  readonly keys: Pick<Keys, 'open'>
}

/** Entries of one block, in one piece, each with a byte before it. */
export interface BlockRead {
  readonly at: number
  readonly bytes: Uint8Array
  readonly lengths: readonly number[]
}

/**
 * Reads the entries of a block, opens what they say of particulars, and makes the rows that searches go by anew. Gives how
 * many of those there must be.
 */
export async function checkMeaning(
  { scope, keys }: MeaningGround,
  db: Reader,
  { log, searched }: LogPlan,
  { at, bytes, lengths }: BlockRead,
  ends: ReadonlyMap<number, string>,
  doubt: Doubt,
): Promise<number> {
  const details = await detailsBetween(db, log, at, at + lengths.length)
  const entries: (Entry | undefined)[] = []
  let from = 1
  for (const [place, length] of lengths.entries()) {
    const index = at + place
    const stored = bytes.subarray(from, from + length)
    from += length + 1
    const entry = decodedOrUndefined(stored)
    entries.push(entry)
    if (entry === undefined || entry.log !== log.origin || (entry.previous !== undefined && index > 0)) {
      doubt('entry', index)
      continue
    }
    checkEnd(index, entry, ends.get(index + 1), doubt)
    await checkDetail(keys, scope, { index, entry: stored, detail: details.get(index) ?? null }, entry, doubt)
  }
  const block = at / BLOCK
  if (lengths.length < BLOCK || block >= searched) return 0
  const expected = searchBlock(block, entries)
  await compareBlock(db, log, expected, doubt)
  return expected.postings.length
}
