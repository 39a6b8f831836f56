import { LedgerError } from './error.ts'
import { HASH_BYTES } from './tree.ts'

/** 検印 — the head of a log at a size: https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Lines after the root; we write none. */
  readonly extensions?: readonly string[]
}

const MAX_EXTENSIONS = 16
// One line of ours has 255 characters; a stranger's may be longer, but a checkpoint stays a text one can read.
const MAX_CHARACTERS = 16_384

export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const text = `${[origin, String(size), Buffer.from(root).toString('base64'), ...extensions].join('\n')}\n`
  parseCheckpoint(text)
  return text
}

/** Reads the text of a checkpoint, strictly: one form for one tree head. */
export function parseCheckpoint(text: string): Checkpoint {
  if (text.length > MAX_CHARACTERS) throw malformed('too long')
  if (!text.endsWith('\n')) throw malformed('no newline at the end')
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n')
  if (origin === '' || extensions.includes('')) throw malformed('empty line')
  if (extensions.length > MAX_EXTENSIONS) throw malformed('too many extension lines')
  const size = parseSize(sizeText)
  if (size === undefined) throw malformed('size')
  const root = parseHash(rootText)
  if (root === undefined) throw malformed('root')
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions }
}

/** A size or index in its only form: decimal, no leading zero, within 2^53. */
export function parseSize(text: string): number | undefined {
  const size = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(size) ? size : undefined
}

/** A hash in its only form: canonical base64 of 32 bytes. */
export function parseHash(text: string): Uint8Array | undefined {
  if (text.length !== 44) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === HASH_BYTES && bytes.toString('base64') === text ? bytes : undefined
}

function malformed(problem: string): LedgerError {
  return new LedgerError('checkpoint-malformed', { problem })
}
