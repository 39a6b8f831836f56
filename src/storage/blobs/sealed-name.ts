import { hkdfSync } from 'node:crypto'
import type { BlobRow } from '../tables.ts'
import { closeName, openName } from './segments.ts'

/**
 * The name of a file as a person gave it, closed. Rows that share a file share its key, and each has a name of its own: so a key
 * for the name is drawn from the file's key by the row's id (HKDF, RFC 5869). Rows from before contents had names share nothing.
 */
export function closedName(fileKey: Uint8Array, blobId: string, name: string | undefined): Uint8Array | null {
  return name === undefined ? null : closeName(nameKey(fileKey, blobId), name)
}

export function openedName(fileKey: Uint8Array, row: BlobRow): string | undefined {
  if (!row.name) return undefined
  return openName(row.content_name === null ? fileKey : nameKey(fileKey, row.blob_id), row.name)
}

const nameKey = (fileKey: Uint8Array, blobId: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, '', `omamori-blob-name ${blobId}`, 32))
