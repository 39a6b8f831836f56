import { type Checkpoint, parseCheckpoint, parseHash, parseSize } from './checkpoint-text.ts'
import { isConsistent } from './consistency.ts'
import { LedgerError } from './error.ts'
import { formatNote, type GoodNoteSignature, parseNote, parseSignatureLines, verifyNote } from './note.ts'
import type { VerifierKey } from './note-key.ts'

/** 立会いの依頼 — the body of `add-checkpoint`: https://c2sp.org/tlog-witness#add-checkpoint. */
export interface Submission {
  /** Size of the checkpoint that the witness cosigned last, as the log believes; 0 for none. */
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
}

/** The media type of the 409 answer. */
export const TLOG_SIZE_TYPE = 'text/x.tlog.size'

// The specification: a client must not send more.
const MAX_PROOF_LINES = 63
// A signed-note of ours is at most 500,000 characters; 63 lines of 45 more.
export const MAX_SUBMISSION_BYTES = 512_000

export function formatSubmission({ oldSize, proof, checkpoint }: Submission): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
  const text = `old ${oldSize}\n${hashes}\n${checkpoint}`
  parseSubmission(text)
  return text
}

export function parseSubmission(body: string): Submission {
  if (body.length > MAX_SUBMISSION_BYTES) throw malformed('too long', { length: body.length })
  const end = body.indexOf('\n\n')
  if (end < 0) throw malformed('no checkpoint')
  const [old = '', ...lines] = body.slice(0, end).split('\n')
  const oldSize = old.startsWith('old ') ? parseSize(old.slice('old '.length)) : undefined
  if (oldSize === undefined) throw malformed('old size', { line: 1 })
  if (lines.length > MAX_PROOF_LINES) {
    throw malformed('too many proof lines', { got: lines.length, limit: MAX_PROOF_LINES })
  }
  const proof = lines.map((line, i) => {
    const hash = parseHash(line)
    if (hash === undefined) throw malformed('proof line', { line: i + 2 })
    return hash
  })
  const checkpoint = body.slice(end + 2)
  parseNote(checkpoint)
  return { oldSize, proof, checkpoint }
}

/** What the witness remembers of a log: the checkpoint it cosigned last. */
export interface LastCosigned {
  readonly size: number
  readonly root: Uint8Array
}

/** What a witness makes of a submission: the HTTP status, and what goes with it. */
export type Weighed =
  /** To be kept, atomically with the check and before the answer leaves; then cosigned. */
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly status: 400; readonly problem: string }
  | { readonly status: 403 | 404; readonly origin: string }
  /** `size` is the whole body, with a newline; `fork` says that the log signed two roots for one size. */
  | { readonly status: 409; readonly origin: string; readonly size: number; readonly fork: boolean }
  | { readonly status: 422; readonly origin: string; readonly size: number }

/** What the witness knows of an origin; undefined when it does not watch that log. */
export type FindLog = (
  origin: string,
) => { readonly keys: readonly VerifierKey[]; readonly last?: LastCosigned } | undefined

/**
 * The witness's judgement, in the order of https://c2sp.org/tlog-witness#add-checkpoint. Pure: whoever calls it holds the
 * row of the origin locked from `find` until the new checkpoint is durable. A 422 or a `fork` from a log whose signature
 * holds is evidence worth keeping.
 */
export function weighSubmission(body: string, find: FindLog): Weighed {
  const submission = orProblem(() => parseSubmission(body))
  if (typeof submission === 'string') return { status: 400, problem: submission }
  const { text } = parseNote(submission.checkpoint)
  const checkpoint = orProblem(() => parseCheckpoint(text))
  if (typeof checkpoint === 'string') return { status: 400, problem: checkpoint }
  const { origin, size, root } = checkpoint
  const log = find(origin)
  if (log === undefined) return { status: 404, origin }
  if (!isSignedBy(submission.checkpoint, log.keys)) return { status: 403, origin }
  const { oldSize, proof } = submission
  if (oldSize > size) return { status: 400, problem: 'old size beyond the checkpoint' }
  const last = log.last ?? { size: 0, root: new Uint8Array() }
  if (oldSize !== last.size) return { status: 409, origin, size: last.size, fork: false }
  if (oldSize === size && oldSize > 0 && Buffer.compare(root, last.root) !== 0) {
    return { status: 409, origin, size: last.size, fork: true }
  }
  const consistent =
    oldSize === 0
      ? proof.length === 0
      : isConsistent({ oldSize, newSize: size, oldRoot: last.root, newRoot: root, proof })
  return consistent ? { status: 200, checkpoint, text } : { status: 422, origin, size: last.size }
}

/** What the log makes of a witness's answer. */
export type WitnessAnswer =
  /** The note with the witness's cosignatures added: each was verified. */
  | { readonly kind: 'cosigned'; readonly note: string; readonly signatures: readonly GoodNoteSignature[] }
  /** It holds an older checkpoint than we thought: send again from that size. */
  | { readonly kind: 'behind'; readonly size: number }
  /** It holds a newer one than we offer: we were rolled back, or somebody else writes in our name. Appends must stop. */
  | { readonly kind: 'ahead'; readonly size: number }
  /** It holds this very size with another root: a fork. Appends must stop. */
  | { readonly kind: 'fork'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  /** What came back is not an answer; nothing is shown as witnessed. */
  | { readonly kind: 'unreadable'; readonly problem: string }

/** Reads the answer to a submission. A witness that lies gains nothing: only signatures of its known keys count. */
export function readAnswer(
  submission: Submission,
  keys: readonly VerifierKey[],
  answer: { readonly status: number; readonly body: string },
): WitnessAnswer {
  const { text } = parseNote(submission.checkpoint)
  const { size: offered } = parseCheckpoint(text)
  if (answer.status === 200) return readCosignatures(submission.checkpoint, keys, answer.body)
  if (answer.status !== 409) return { kind: 'refused', status: answer.status }
  const size = answer.body.endsWith('\n') ? parseSize(answer.body.slice(0, -1)) : undefined
  if (size === undefined) return { kind: 'unreadable', problem: 'size' }
  if (size > offered) return { kind: 'ahead', size }
  // It knows this size, and we told it so: then only the roots can differ.
  if (size === submission.oldSize)
    return size === offered ? { kind: 'fork', size } : { kind: 'unreadable', problem: 'conflict without one' }
  return { kind: 'behind', size }
}

function readCosignatures(note: string, keys: readonly VerifierKey[], body: string): WitnessAnswer {
  const { text, signatures } = parseNote(note)
  const lines = orProblem(() => parseSignatureLines(body))
  if (typeof lines === 'string') return { kind: 'unreadable', problem: lines }
  const verified = orProblem(() => verifyNote(formatNote({ text, signatures: lines }), keys).signatures)
  if (typeof verified === 'string') return { kind: 'unreadable', problem: verified }
  const good = verified.filter(({ key }) => key.kind !== 'ed25519')
  if (good.length === 0) return { kind: 'unreadable', problem: 'no cosignature of a known key' }
  // A newer cosignature of the same key takes the place of the older.
  const kept = signatures.filter(
    (old) => !good.some(({ signature }) => old.keyId === signature.keyId && old.name === signature.name),
  )
  const added = [...kept, ...good.map(({ signature }) => signature)]
  return { kind: 'cosigned', note: formatNote({ text, signatures: added }), signatures: good }
}

/** Whether one of the log's keys signed; a bad signature of a known key is none. */
function isSignedBy(note: string, keys: readonly VerifierKey[]): boolean {
  const signatures = orProblem(() => verifyNote(note, keys).signatures)
  return typeof signatures !== 'string' && signatures.length > 0
}

function orProblem<T>(read: () => T): T | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof LedgerError) return error.message
    throw error
  }
}

function malformed(problem: string, facts: Readonly<Record<string, unknown>> = {}): LedgerError {
  return new LedgerError('submission-malformed', { ...facts, problem })
}
