import { LedgerError } from './error.ts'

/**
 * 書き出した証跡の目録 — what an exported log says of itself: docs/formats/ledger-export.md. Nothing in it is believed: the key
 * is compared with the one on paper, the rest is recomputed.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT
  readonly origin: string
  /** `name+hash+key`, as in https://c2sp.org/signed-note#verifier-keys. */
  readonly verifierKey: string
  readonly size: number
  /** How many signed checkpoints lie below `history/`. */
  readonly checkpoints: number
}

export const MANIFEST_FORMAT = 'omamori-ledger-export@1'
export const MANIFEST_PATH = 'manifest.json'

// Five short members.
const MAX_BYTES = 16_384

export function formatManifest(manifest: Manifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)
}

export function parseManifest(bytes: Uint8Array): Manifest {
  const value = bytes.length > MAX_BYTES ? undefined : jsonOrUndefined(bytes)
  if (typeof value !== 'object' || value === null) throw malformed('not JSON')
  const { format, origin, verifierKey, size, checkpoints } = value as Partial<Manifest>
  if (format !== MANIFEST_FORMAT) throw malformed('format')
  if (typeof origin !== 'string' || typeof verifierKey !== 'string') throw malformed('origin or key')
  if (!isCount(size) || !isCount(checkpoints)) throw malformed('size or checkpoints')
  return { format, origin, verifierKey, size, checkpoints }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function jsonOrUndefined(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

function malformed(problem: string): LedgerError {
  return new LedgerError('range-malformed', { what: MANIFEST_PATH, problem })
}
