import {
  type Checkpoint,
  consistencyProof,
  decodeEntry,
  isConsistent,
  LedgerError,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  readHashesFromTiles,
} from '@omamori/ledger'
import type { LogRow, Reader } from '#storage'
import { allLogs, entriesFrom, findTile, lastCheckpointOf } from '../store.ts'

/**
 * 読み取り専用の理由 — what the comparison with the anchor says against writing. `older-copy`: what was anchored is not
 * here. `differs`: something else stands in its place. `unreadable`: the anchor does not say.
 */
export type Doubt =
  | {
      readonly reason: 'older-copy'
      readonly log: string
      readonly from: number
      readonly to: number
      readonly root: string
    }
  | { readonly reason: 'differs'; readonly log: string; readonly from: number }
  | { readonly reason: 'unreadable' }

/** Compares the logs at hand with a checkpoint that was kept elsewhere: they must begin with what it speaks of. */
export async function judgeAnchor(db: Reader, note: string): Promise<Doubt | undefined> {
  const claim = claimed(note)
  if (claim === undefined) return { reason: 'unreadable' }
  const { origin, size } = claim
  const root = Buffer.from(claim.root).toString('hex')
  const logs = await allLogs(db)
  if (await isDeclaredLost(db, logs, { origin, size, root })) return undefined
  const log = logs.find((one) => one.origin === origin)
  if (log === undefined) return { reason: 'older-copy', log: origin, from: 0, to: size, root }
  if (!isSignedBy(note, log)) return { reason: 'differs', log: origin, from: 0 }
  const own = await ownCheckpoint(db, log)
  if (own === undefined || own.size < size)
    return { reason: 'older-copy', log: origin, from: own?.size ?? 0, to: size, root }
  return (await begins(db, claim, own)) ? undefined : { reason: 'differs', log: origin, from: 0 }
}

function claimed(note: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(parseNote(note).text)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function isSignedBy(note: string, log: LogRow): boolean {
  return opened(note, log) !== undefined
}

function opened(note: string, log: LogRow): Checkpoint | undefined {
  try {
    return openCheckpoint(note, parseVerifierKey(log.verifier_key))
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

async function ownCheckpoint(db: Reader, log: LogRow): Promise<Checkpoint | undefined> {
  const last = await lastCheckpointOf(db, log.origin)
  return last && opened(last.note, log)
}

/** A log whose first entry says that exactly this is lost: somebody went on after it, on purpose and with a reason. */
async function isDeclaredLost(
  db: Reader,
  logs: readonly LogRow[],
  lost: { readonly origin: string; readonly size: number; readonly root: string },
): Promise<boolean> {
  for (const log of logs) {
    const [first] = await entriesFrom(db, log, 0, 1)
    const previous = first && previousOf(first.entry)
    if (previous?.origin === lost.origin && previous.size === lost.size && previous.root === lost.root) return true
  }
  return false
}

function previousOf(entry: Uint8Array) {
  try {
    return decodeEntry(entry).previous
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

async function begins(db: Reader, older: Checkpoint, own: Checkpoint): Promise<boolean> {
  const readTile = async (level: number, index: number) => (await findTile(db, own.origin, level, index))?.hashes
  try {
    const proof = await consistencyProof(older.size, own.size, readHashesFromTiles(readTile))
    const [oldSize, newSize, oldRoot, newRoot] = [older.size, own.size, older.root, own.root]
    return isConsistent({ oldSize, newSize, oldRoot, newRoot, proof })
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}
