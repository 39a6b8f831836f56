import { parseHash, parseSize } from './checkpoint-text.ts'
import { isOrigin } from './entry-shape.ts'
import { LedgerError } from './error.ts'
import { type NoteSigner, openNote, parseNote, signNote } from './note.ts'
import { parseVerifierKey, type VerifierKey } from './note-key.ts'
import type { LastCosigned } from './submission.ts'

/**
 * 後継の届け — a log that has ended says where it ended, and by which key the log that goes on from there is known. Whoever
 * witnessed the one can go on with the other, without a person in between. A note of our own
 * (docs/formats/log-succession.md); its first line keeps it from ever being read as a checkpoint.
 */
export interface Succession {
  /** The log that ended, at its last size and root. */
  readonly ended: { readonly origin: string; readonly size: number; readonly root: Uint8Array }
  /** The verifier key of the log that goes on. */
  readonly next: string
}

const FORMAT = 'omamori-log-succession/v1'
const LINES = 5
// Two names of 255 characters, a key and a signature.
export const MAX_SUCCESSION_BYTES = 4_096

export function signSuccession({ ended, next }: Succession, signer: NoteSigner): string {
  const root = Buffer.from(ended.root).toString('base64')
  const note = signNote(`${[FORMAT, ended.origin, ended.size, root, next].join('\n')}\n`, [signer])
  parseSuccession(note)
  return note
}

/** Reads one without believing it. */
export function parseSuccession(note: string): Succession {
  if (note.length > MAX_SUCCESSION_BYTES) throw malformed('too long')
  const lines = parseNote(note).text.split('\n')
  const [format, origin = '', sizeText = '', rootText = '', next = ''] = lines
  if (format !== FORMAT || lines.length !== LINES + 1) throw malformed('form')
  const size = parseSize(sizeText)
  const root = parseHash(rootText)
  if (!isOrigin(origin) || size === undefined || size === 0 || root === undefined) throw malformed('end')
  const { name, kind } = parseVerifierKey(next)
  if (kind !== 'ed25519' || !isOrigin(name) || name === origin) throw malformed('next')
  return { ended: { origin, size, root }, next }
}

/** What the witness knows of the log that ended; undefined when it does not watch it. */
export type FindEnded = (origin: string) =>
  | {
      readonly key: VerifierKey
      readonly last?: LastCosigned
      /** The key that was named before. */
      readonly next?: string
    }
  | undefined

/** What a witness makes of it: the HTTP status, and what goes with it. */
export type WeighedSuccession =
  | { readonly status: 200; readonly succession: Succession }
  | { readonly status: 400; readonly problem: string }
  /** Not signed by the log's key, about a log of another owner, or another one was named before. */
  | { readonly status: 403 | 404; readonly origin: string }
  /** The witness has not cosigned this very end: `size` is what it has. */
  | { readonly status: 409; readonly origin: string; readonly size: number }

/**
 * The witness's judgement, pure like `weighSubmission`. A log names one successor, once, from an end that was cosigned,
 * and within its owner's names alone: so a stolen key opens no way into anybody else's history.
 */
export function weighSuccession(note: string, find: FindEnded): WeighedSuccession {
  const read = orProblem(() => parseSuccession(note))
  if (typeof read === 'string') return { status: 400, problem: read }
  const { origin, size, root } = read.ended
  const log = find(origin)
  if (log === undefined) return { status: 404, origin }
  const isOurs = ownerOf(parseVerifierKey(read.next).name) === ownerOf(origin)
  const isOther = log.next !== undefined && log.next !== read.next
  if (!isSignedBy(note, log.key) || log.key.name !== origin || !isOurs || isOther) return { status: 403, origin }
  const isEnd = log.last?.size === size && Buffer.compare(log.last.root, root) === 0
  return isEnd ? { status: 200, succession: read } : { status: 409, origin, size: log.last?.size ?? 0 }
}

/** All but the last step of a name: `omamori/FACILITY` of `omamori/FACILITY/2026`. */
const ownerOf = (origin: string) => origin.slice(0, origin.lastIndexOf('/') + 1)

function isSignedBy(note: string, key: VerifierKey): boolean {
  return typeof orProblem(() => ({ text: openNote(note, [key]) })) !== 'string'
}

function orProblem<T>(read: () => T): T | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof LedgerError) return error.message
    throw error
  }
}

function malformed(problem: string): LedgerError {
  return new LedgerError('succession-malformed', { problem })
}
