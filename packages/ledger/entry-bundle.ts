import { LedgerError } from './error.ts'

const LENGTH_BYTES = 2
const MAX_LENGTH = 65_535
const MAX_IN_BUNDLE = 256

/** Entries one after another, each behind its length as a big-endian uint16: https://c2sp.org/tlog-tiles#log-entries. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > MAX_IN_BUNDLE) throw new LedgerError('bundle-malformed', { entries: entries.length })
  const bytes = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + LENGTH_BYTES + entry.length, 0))
  let at = 0
  for (const [i, entry] of entries.entries()) {
    if (entry.length > MAX_LENGTH) throw new LedgerError('bundle-malformed', { entry: i, length: entry.length })
    at = bytes.writeUInt16BE(entry.length, at)
    bytes.set(entry, at)
    at += entry.length
  }
  return bytes
}

/** The entries of a bundle; refuses one that does not hold exactly as many. */
export function decodeBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const end = at + LENGTH_BYTES + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
    if (at + LENGTH_BYTES > bytes.length || end > bytes.length || entries.length === width) {
      throw new LedgerError('bundle-malformed', { entry: entries.length, at, bytes: bytes.length })
    }
    entries.push(bytes.subarray(at + LENGTH_BYTES, end))
    at = end
  }
  if (entries.length !== width) throw new LedgerError('bundle-malformed', { expected: width, got: entries.length })
  return entries
}
