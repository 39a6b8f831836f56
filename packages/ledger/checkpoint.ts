import { LedgerError } from './error.ts'
import { type NoteSigner, openNote, signNote, type VerifierKey } from './note.ts'
import { HASH_BYTES } from './tree.ts'

/** 署名付き要約 — the head of a log at a size: https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Lines after the root; we write none. */
  readonly extensions?: readonly string[]
}

const MAX_EXTENSIONS = 16

export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const text = `${[origin, String(size), Buffer.from(root).toString('base64'), ...extensions].join('\n')}\n`
  parseCheckpoint(text)
  return text
}

/** Reads the text of a checkpoint, strictly: one form for one tree head. */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw malformed('no newline at the end')
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n')
  if (origin === '' || extensions.includes('')) throw malformed('empty line')
  if (extensions.length > MAX_EXTENSIONS) throw malformed('too many extension lines')
  const size = Number(sizeText)
  if (!/^(0|[1-9]\d{0,15})$/.test(sizeText) || !Number.isSafeInteger(size)) throw malformed('size')
  const root = Buffer.from(rootText, 'base64')
  if (root.length !== HASH_BYTES || root.toString('base64') !== rootText) throw malformed('root')
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions }
}

export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(formatCheckpoint(checkpoint), [signer])
}

/** The checkpoint in a note signed by the key, which must bear the name of the log. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [key]))
  if (checkpoint.origin !== key.name) throw malformed('another origin')
  return checkpoint
}

function malformed(problem: string): LedgerError {
  return new LedgerError('checkpoint-malformed', { problem })
}
