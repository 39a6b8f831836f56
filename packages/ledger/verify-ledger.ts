import { createAuditJoin } from './audit-join.ts'
import { type AuditFinding, auditPart, PART_SIZE, type PartAudit, type PartTask } from './audit-part.ts'
import type { Checkpoint } from './checkpoint-text.ts'
import type { Fetch } from './fetch.ts'
import { type LogReport, type LogSource, readCheckpoints, verifyLog } from './verify-log.ts'

export interface LedgerReport extends Omit<LogReport, 'findings'> {
  readonly findings: readonly AuditFinding[]
  /** Bytes of entries that were hashed. */
  readonly bytes: number
  /** Checkpoints whose signatures hold. */
  readonly checkpoints: number
}

export interface AuditOptions {
  /** Audits one part; the default does it here. A worker pool hands the task on to another thread. */
  readonly audit?: (task: PartTask) => Promise<PartAudit>
  /** How many parts may be under way at once: the number of threads. */
  readonly atOnce?: number
  /** Whether every entry is read too, and not only hashed; the default. It takes several times as long. */
  readonly readEntries?: boolean
  readonly onPart?: (done: number, all: number) => void
}

/**
 * Verifies a whole log: every signature, every leaf, every tile, and that every signed checkpoint is a beginning of the
 * newest one. It is done in parts of 65,536 entries, so memory does not grow with the log (but for 32 bytes a part and the
 * list of checkpoints). Where anything is wrong, a careful recount of the whole log finds out which side is.
 */
export async function verifyLedger(
  origin: string,
  verifierKey: string,
  fetch: Fetch,
  { audit = (task) => auditPart(fetch, task), atOnce = 1, readEntries = true, onPart }: AuditOptions = {},
): Promise<LedgerReport> {
  const early: AuditFinding[] = []
  const report = (code: AuditFinding['code'], index: number | undefined, facts: AuditFinding['facts'] = {}) => {
    early.push(index === undefined ? { code, facts } : { code, index, facts })
  }
  const checkpoints = await readCheckpoints(origin, verifierKey, fetch, report)
  const size = checkpoints.at(-1)?.size ?? 0
  const join = createAuditJoin(checkpoints)
  const tasks = tasksOf(checkpoints, readEntries ? origin : undefined)
  const all = Math.ceil(size / PART_SIZE)
  let bytes = 0
  for await (const done of inOrder(tasks, audit, atOnce)) {
    join.take(done)
    bytes += done.bytes
    onPart?.(done.part + 1, all)
  }
  const { root, findings } = await join.finish(fetch)
  const facts = { origin, signedSize: size, bytes, checkpoints: checkpoints.length }
  if (early.length + findings.length === 0) {
    return { ...facts, size, root: Buffer.from(root).toString('base64'), findings: [], leftOut: 0 }
  }
  const careful = await verifyLog(origin, verifierKey, sourceOf(fetch, size))
  const bundles = findings.filter(({ code }) => code === 'bundle-missing' || code === 'bundle-malformed')
  // What the careful recount does not see again must not be lost: a file that changed in between is still a finding.
  const seen = [...bundles, ...careful.findings]
  const named = seen.length > 0 ? seen : [...early, ...findings]
  return { ...facts, size: careful.size, root: careful.root, findings: byIndex(named), leftOut: careful.leftOut }
}

/** The parts of a log, each with the checkpoints that end in it. */
export function* tasksOf(checkpoints: readonly Checkpoint[], origin?: string): Generator<PartTask> {
  const size = checkpoints.at(-1)?.size ?? 0
  let next = checkpoints.findIndex((checkpoint) => checkpoint.size > 0)
  for (let part = 0; part * PART_SIZE < size; part++) {
    const checkpointSizes: number[] = []
    const end = (part + 1) * PART_SIZE
    for (let one = checkpoints[next]; one !== undefined && one.size <= end; one = checkpoints[++next]) {
      checkpointSizes.push(one.size)
    }
    yield origin === undefined ? { part, size, checkpointSizes } : { part, size, checkpointSizes, origin }
  }
}

/** Runs up to `atOnce` audits at a time and gives their results in order. */
async function* inOrder(
  tasks: Iterable<PartTask>,
  audit: (task: PartTask) => Promise<PartAudit>,
  atOnce: number,
): AsyncGenerator<PartAudit> {
  const underWay: Promise<PartAudit>[] = []
  for (const task of tasks) {
    const running = audit(task)
    // A failure is met where the result is awaited; until then it must not count as unhandled.
    running.catch(() => undefined)
    underWay.push(running)
    const oldest = underWay.length >= Math.max(1, atOnce) ? underWay.shift() : undefined
    if (oldest) yield await oldest
  }
  for (const rest of underWay) yield await rest
}

function sourceOf(fetch: Fetch, size: number): LogSource {
  return {
    checkpoints: () => fetch.checkpoints(),
    tile: async (level, index, width) => fetch.tile(level, index, width),
    async *entries() {
      for (let start = 0; start < size; start += 256) {
        const width = Math.min(256, size - start)
        yield* lenientBundle(await fetch.entries(start / 256, width), start, width)
      }
    },
  }
}

/** As many entries as a bundle holds up to its first fault: what is missing becomes a gap that the tiles bridge. */
function* lenientBundle(
  bundle: Uint8Array | undefined,
  start: number,
  width: number,
): Generator<{ readonly index: number; readonly bytes: Uint8Array }> {
  let at = 0
  for (let i = 0; bundle !== undefined && i < width; i++) {
    const from = at + 2
    at = from + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0))
    if (at > bundle.length) return
    yield { index: start + i, bytes: bundle.subarray(from, at) }
  }
}

function byIndex(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return [...findings].sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity) || 0)
}
