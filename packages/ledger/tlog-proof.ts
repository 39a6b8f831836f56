import { parseHash, parseSize } from './checkpoint-text.ts'
import { LedgerError } from './error.ts'
import { isIncluded } from './inclusion.ts'
import { parseNote } from './note.ts'
import type { Policy } from './policy.ts'
import { leafHash } from './tree.ts'
import { judgeCheckpoint, type WitnessedCheckpoint } from './witnessed.ts'

/** 受領証 — that an entry stands in a log, as a text that is checked without the log: https://c2sp.org/tlog-proof. */
export interface TlogProof {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint with its cosignatures, verbatim. */
  readonly checkpoint: string
  /** In our receipts the bytes of the entry, so that one file is enough; the proof binds them. */
  readonly extra?: Uint8Array
}

const HEADER = 'c2sp.org/tlog-proof@v1'
// A tree of 2^63 leaves has paths of 63 hashes.
const MAX_PROOF_LINES = 63
// The longest entry is 65,535 bytes, in base64 a third more; the note has its own limit of 500,000.
const MAX_CHARACTERS = 600_000

export function formatTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const lines = [HEADER]
  if (extra !== undefined) lines.push(`extra ${Buffer.from(extra).toString('base64')}`)
  lines.push(`index ${index}`, ...proof.map((hash) => Buffer.from(hash).toString('base64')), '', checkpoint)
  const text = lines.join('\n')
  parseTlogProof(text)
  return text
}

/** Reads a receipt without believing it: every line in its only form, and no more of them than a path can have. */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > MAX_CHARACTERS) throw malformed('too long', { length: text.length, limit: MAX_CHARACTERS })
  const end = text.indexOf('\n\n')
  if (end < 0) throw malformed('no checkpoint')
  const [header, ...lines] = text.slice(0, end).split('\n')
  if (header !== HEADER) throw malformed('header', { line: 1 })
  const extraLine = lines[0]?.startsWith('extra ') ? lines.shift() : undefined
  const before = extraLine === undefined ? 1 : 2
  const index = /^index (.*)$/.exec(lines.shift() ?? '')?.[1]
  const number = index === undefined ? undefined : parseSize(index)
  if (number === undefined) throw malformed('index', { line: before + 1 })
  if (lines.length > MAX_PROOF_LINES) {
    throw malformed('too many hashes', { got: lines.length, limit: MAX_PROOF_LINES })
  }
  const proof = lines.map((line, i) => {
    const hash = parseHash(line)
    if (hash === undefined) throw malformed('hash', { line: before + 2 + i })
    return hash
  })
  const checkpoint = text.slice(end + 2)
  parseNote(checkpoint)
  const extra = extraLine === undefined ? undefined : extraOf(extraLine)
  return extra === undefined ? { index: number, proof, checkpoint } : { index: number, proof, checkpoint, extra }
}

export interface VerifiedReceipt extends WitnessedCheckpoint {
  readonly index: number
  readonly entry: Uint8Array
}

/**
 * Verifies a receipt against a policy and nothing else: who signed, whether enough witnesses did, and that the entry (the
 * one given, or the one the receipt carries) stands at its index. Throws when it does not hold; too few witnesses is said
 * in `isQuorum`, for the entry is in the log all the same.
 */
export function verifyTlogProof(text: string, policy: Policy, entry?: Uint8Array): VerifiedReceipt {
  const { index, proof, checkpoint: note, extra } = parseTlogProof(text)
  const bytes = entry ?? extra
  if (bytes === undefined) throw new LedgerError('proof-does-not-hold', { problem: 'no entry' })
  const judged = judgeCheckpoint(note, policy)
  const { size, root } = judged.checkpoint
  if (!isIncluded({ index, size, leaf: leafHash(bytes), root, proof })) {
    throw new LedgerError('proof-does-not-hold', { index, size })
  }
  return { ...judged, index, entry: bytes }
}

function extraOf(line: string): Uint8Array {
  const text = line.slice('extra '.length)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw malformed('extra: base64 is not canonical', { line: 2 })
  return bytes
}

function malformed(problem: string, facts: Readonly<Record<string, unknown>> = {}): LedgerError {
  return new LedgerError('proof-malformed', { ...facts, problem })
}
