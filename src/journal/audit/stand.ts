import { edgeTiles, LedgerError, rangeFromTiles, rootOf, type Tile } from '@omamori/ledger'
import type { Keys } from '#keys'
import type { Reader, Scope } from '#storage'
import { checkState, continuation, type Ending } from '../check-log.ts'
import type { Found } from '../check-rows.ts'
import type { AuditResult, LogSummary } from '../contract.ts'
import { rangeOf } from '../log-state.ts'
import { BLOCK } from '../search-block.ts'
import { blocksOutside, searchedBlocksOf } from '../search-rows.ts'
import { keyOf } from '../signing-key.ts'
import { allLogs, entriesFrom, findTile, lastCheckpointOf } from '../store.ts'
import { type SealedTail, sealedTail } from '../verify-tail.ts'
import type { LogPlan } from './tasks.ts'

type Head = NonNullable<AuditResult['heads']>[number]

/** どこまで進んでいるか — a log as the audit meets it: what is to be looked at, and what its own row says. */
export interface Standing {
  readonly plan: LogPlan
  readonly summary: LogSummary
  readonly doubts: readonly string[]
  /** How far an earlier audit found it whole; 0 when it met none. */
  readonly before: number
  /** Whether it begins with what that audit found. */
  readonly begins: boolean
}

/** All logs of the facility, in one snapshot; everything that is looked at later lies below what is seen here. */
export async function standingOf(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  db: Reader,
  heads: readonly Head[],
): Promise<readonly Standing[]> {
  const standing: Standing[] = []
  let older: Ending | undefined
  for (const log of await allLogs(db)) {
    const doubts: string[] = []
    const found: Found = (code, index) => void doubts.push(`${code} ${index}`)
    const key = await keyOf(keys, scope, log)
    const last = await lastCheckpointOf(db, log.origin)
    const tail = key && (await sealedTail(db, log, key, last))
    const { size } = log
    const edges = await edgesOf(db, log.origin, size, tail)
    const readTile = async (level: number, index: number) =>
      edges.find((tile) => tile.level === level && tile.index === index)?.hashes ??
      (await findTile(db, log.origin, level, index))?.hashes
    const rootAt = (at: number) => rootFromTiles(at, readTile)
    const range = rangeOf(log)
    const root = range === undefined ? '' : base64(rootOf(range))
    if (size === 0 || root === '' || (await rootAt(size)) !== root) found('root-differs-from-checkpoint', size)
    if (last === undefined || last.size > size || (last.size < size && !tail)) found('entry-not-signed', size)
    if ((await entriesFrom(db, log, size, 1)).length > 0) found('entry-not-signed', size)
    if ((await blocksOutside(db, log, Math.floor(size / BLOCK))).length > 0) found('search-differs', size)
    const [first] = await entriesFrom(db, log, 0, 1)
    const opening = first?.index === 0 ? first.entry : undefined
    checkState(key, log, { size, root }, last?.size ?? 0, opening, found)
    const { ending, lost } = continuation(log, { size, root }, opening, older, found)
    older = ending
    const head = heads.find((one) => one.log === log.origin)
    const searched = Math.min(await searchedBlocksOf(db, log), Math.floor(size / BLOCK))
    const signedSize = last?.size ?? 0
    const { origin, fiscal_year: fiscalYear, verifier_key: verifierKey } = log
    standing.push({
      plan: { log, size, signedSize, searched, edges },
      summary: { log: origin, fiscalYear, size, signedSize, root, verifierKey, ...(lost && { lost }) },
      doubts,
      before: head?.size ?? 0,
      begins: head === undefined || (head.size <= size && (await rootAt(head.size)) === head.root),
    })
  }
  return standing
}

/** The tiles that are not full, or not there yet because nothing is signed since: as they are at this moment. */
async function edgesOf(
  db: Reader,
  origin: string,
  size: number,
  tail: SealedTail | undefined,
): Promise<readonly Tile[]> {
  const edges: Tile[] = [...(tail?.tiles ?? [])]
  for (const { level, index } of edgeTiles(size)) {
    if (edges.some((tile) => tile.level === level && tile.index === index)) continue
    const row = await findTile(db, origin, level, index)
    // One that is not there is an edge of nothing, so that it is not looked for again when it may have come.
    edges.push({ level, index, hashes: row?.hashes ?? new Uint8Array() })
  }
  return edges
}

async function rootFromTiles(
  size: number,
  readTile: (level: number, index: number) => Promise<Uint8Array | undefined>,
): Promise<string | undefined> {
  try {
    return base64(rootOf(await rangeFromTiles(size, readTile)))
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
