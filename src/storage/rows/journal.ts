import type { Instant } from '#shared'

/** 証跡の1年度分 — one log: a facility's fiscal year. Its row is the state that appends compare and swap. */
export interface LogRow {
  readonly facility_id: string
  readonly origin: string
  readonly fiscal_year: number
  readonly size: number
  /** The compact range: hashes of the perfect subtrees, left to right, 32 bytes each. */
  readonly frontier: Uint8Array
  /** Signed-note verifier key, `name+hash+key`. */
  readonly verifier_key: string
  readonly wrapped_signing_key: Uint8Array
  readonly key_id: string
  readonly created_at: Instant
  /** The size that the last checkpoint speaks of; null, like the seal, in a log that was last written before 0006. */
  readonly signed_size: number | null
  /** Shows that size, frontier and signed size are ours. */
  readonly seal: Uint8Array | null
  /** Stands for the log in the keys of its entries; no two logs of a database share one. */
  readonly number: number
}

export interface LogEntryRow {
  readonly facility_id: string
  /** The log's number and the index of the entry in one, so that entries lie in their order: see `entryIdOf`. */
  readonly entry_id: number
  /** The entry, format v1, exactly as hashed. */
  readonly entry: Uint8Array
  /** Ciphertext of the detail; null when there is none or it was destroyed. */
  readonly detail: Uint8Array | null
}

/** How many entries a log can hold. */
export const MOST_ENTRIES_OF_A_LOG = 2 ** 32

/** The key of an entry. */
export function entryIdOf({ number }: Pick<LogRow, 'number'>, index: number): number {
  return number * MOST_ENTRIES_OF_A_LOG + index
}

/** 索引の区画 — 256 entries of a log that can be searched; later ones are looked through. Derived, and verified. */
export interface LogBlockRow {
  readonly facility_id: string
  readonly log_number: number
  readonly block: number
  /** The earliest and the latest time that stands in an entry of the block. */
  readonly first_at: Instant
  readonly last_at: Instant
}

/** 索引 — in which places of a block a word stands. Derived from the entries, and verified. */
export interface LogPostingRow {
  readonly facility_id: string
  readonly log_number: number
  /** 48 bits of the digest of the word. */
  readonly term: number
  readonly block: number
  /** One byte for each place, rising; from 32 places on, a bit for each of the 256. */
  readonly places: Uint8Array
}

export interface LogTileRow {
  readonly facility_id: string
  readonly origin: string
  readonly level: number
  readonly tile_index: number
  /** The hashes of the tile, 32 bytes each, 1 to 256 of them. */
  readonly hashes: Uint8Array
}

export interface LogCheckpointRow {
  readonly facility_id: string
  readonly origin: string
  readonly size: number
  /** Size of the checkpoint before this one, 0 for the first: shows that none was taken out. */
  readonly previous_size: number
  /** The signed note. */
  readonly note: string
  readonly created_at: Instant
}
