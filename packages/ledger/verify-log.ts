import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { LedgerError } from './error.ts'
import { parseVerifierKey } from './note-key.ts'
import { leafHash, sameHash } from './tree.ts'
import { checkMeaning } from './verify-meaning.ts'
import { createRecount } from './verify-tree.ts'

/** Where a log is read from; a directory, a web site, a database and a test look the same. Nothing of it is believed. */
export interface LogSource {
  /** Signed notes, in any order. */
  checkpoints(): AsyncIterable<string>
  /** Entries in ascending order of their index. */
  entries(): AsyncIterable<{ readonly index: number; readonly bytes: Uint8Array }>
  /** Hashes of a tile; `width` is how many a tree of the signed size has there. */
  tile(level: number, index: number, width: number): Promise<Uint8Array | undefined>
}

export type LogFindingCode =
  | 'checkpoint-missing' // no readable checkpoint: nothing below is vouched for
  | 'checkpoint-unreadable'
  | 'checkpoint-signature-bad'
  | 'checkpoint-larger-than-log' // entries that were signed are gone
  | 'checkpoints-disagree' // two roots were signed for one size
  | 'entry-unreadable'
  | 'entry-version-unknown' // may be sound, but this program cannot say
  | 'entry-belongs-to-another-log'
  | 'entry-does-not-match-tree'
  | 'entry-not-signed' // lies beyond the newest checkpoint
  | 'entry-out-of-order'
  | 'previous-misplaced' // names an older log, but is not the first entry
  | 'gap' // entries are missing
  | 'root-differs-from-checkpoint' // some entry from `from` up to `to` is not the one that was signed
  | 'tile-differs'
  | 'tile-missing'

/** 指摘 — something in the log is not as it was signed. `index` is the (first) entry concerned. */
export interface LogFinding {
  readonly code: LogFindingCode
  readonly index?: number
  readonly facts: Readonly<Record<string, unknown>>
}

export interface LogReport {
  readonly origin: string
  /** Leaves that were recomputed, and the root over them, base64. */
  readonly size: number
  readonly root: string
  /** Size of the newest checkpoint with a good signature; 0 when there is none. */
  readonly signedSize: number
  /** In order of the entries they concern; those without one come last. */
  readonly findings: readonly LogFinding[]
  /** Findings beyond the first thousand are counted only. */
  readonly leftOut: number
}

export type Report = (code: LogFindingCode, index: number | undefined, facts?: LogFinding['facts']) => void

// A log that is damaged everywhere needs no list of everything.
const MAX_FINDINGS = 1000

/**
 * Recomputes a whole log from its entries and compares it with its tiles and with every checkpoint. It shares no
 * code with the writer but the two hash functions. A damaged log is a finding; only a source that fails throws.
 */
export async function verifyLog(origin: string, verifierKey: string, source: LogSource): Promise<LogReport> {
  const findings: LogFinding[] = []
  let leftOut = 0
  const report: Report = (code, index, facts = {}) => {
    if (findings.length >= MAX_FINDINGS) leftOut++
    else findings.push(index === undefined ? { code, facts } : { code, index, facts })
  }
  const checkpoints = await readCheckpoints(origin, verifierKey, source, report)
  const signedSize = checkpoints.at(-1)?.size ?? 0
  const recount = createRecount(checkpoints, source, report)
  for await (const { index, bytes } of source.entries()) {
    if (index < recount.size()) report('entry-out-of-order', index)
    else if (checkpoints.length > 0 && index >= signedSize) report('entry-not-signed', index, { signedSize })
    else if (await recount.add(index, leafHash(bytes))) checkMeaning(origin, index, bytes, report)
  }
  const { size, root } = await recount.finish()
  findings.sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity) || 0)
  return { origin, size, root: Buffer.from(root).toString('base64'), signedSize, findings, leftOut }
}

/** The checkpoints with a good signature, smallest first. */
export async function readCheckpoints(
  origin: string,
  verifierKey: string,
  source: Pick<LogSource, 'checkpoints'>,
  report: Report,
): Promise<readonly Checkpoint[]> {
  const key = keyOrUndefined(verifierKey)
  const good: Checkpoint[] = []
  for await (const note of source.checkpoints()) {
    try {
      if (key === undefined || key.name !== origin) throw new LedgerError('key-malformed')
      good.push(openCheckpoint(note, key))
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      const unsigned = error.code === 'note-not-signed' || error.code === 'key-malformed'
      const { index, says } = claimOf(note)
      report(unsigned ? 'checkpoint-signature-bad' : 'checkpoint-unreadable', index, { says, ...error.facts })
    }
  }
  good.sort((a, b) => a.size - b.size)
  good.forEach((one, i) => {
    const next = good[i + 1]
    if (next?.size === one.size && Buffer.compare(next.root, one.root) !== 0) {
      report('checkpoints-disagree', one.size - 1, { size: one.size })
    }
  })
  if (good.length === 0) report('checkpoint-missing', undefined)
  // The same head, kept in two places or cosigned by more, is asked once.
  return good.filter((one, i) => one.size !== good[i - 1]?.size || !sameHash(one.root, good[i - 1]?.root))
}

function keyOrUndefined(verifierKey: string): ReturnType<typeof parseVerifierKey> | undefined {
  try {
    return parseVerifierKey(verifierKey)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The last entry that a note speaks of, though it cannot be believed, and its first lines: enough to find it again. */
function claimOf(note: string): { readonly index: number | undefined; readonly says: readonly string[] } {
  const says = note.slice(0, 400).split('\n', 2)
  const size = /^[1-9]\d{0,14}$/.test(says[1] ?? '') ? Number(says[1]) : undefined
  return { index: size && size - 1, says }
}
