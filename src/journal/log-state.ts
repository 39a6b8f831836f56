import {
  type Checkpoint,
  type CompactRange,
  decodeEntry,
  type Entry,
  LedgerError,
  openCheckpoint,
  parseVerifierKey,
  readRange,
} from '@omamori/ledger'
import type { LogState } from '#storage'
import type { LogKey } from './signing-key.ts'

/** The tree as the row says it stands; undefined when the row says no such thing. */
export function rangeOf(log: Pick<LogState, 'size' | 'frontier'>): CompactRange | undefined {
  try {
    return readRange(log.size, log.frontier)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** What a checkpoint of ours says; undefined when it is not ours. */
export function claimOf(note: string, { signer }: LogKey): Checkpoint | undefined {
  try {
    return openCheckpoint(note, parseVerifierKey(signer.verifierKey))
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The entry that the bytes are; undefined when they are none. */
export function decodedOrUndefined(bytes: Uint8Array): Entry | undefined {
  try {
    return decodeEntry(bytes)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
