import {
  formatSignatureLine,
  parseSubmission,
  parseVerifierKey,
  TLOG_SIZE_TYPE,
  type Weighed,
  weighSubmission,
} from '@omamori/ledger'
import type { Change, WatchedLogRow } from '#storage'
import { contradictionOf } from './contradiction.ts'
import { type FacilityScope, type Ground, note, secondsOf } from './ground.ts'
import type { FindCosigners } from './own-keys.ts'
import { addEvidence, evidenceOf, findWatched, holdWatched, moveWatched, successionOf } from './store.ts'
import type { EvidenceKind } from './wire.ts'

// Whoever holds a log's key can sign as many contradictions as they like; the first ones prove it.
const EVIDENCE_KEPT = 20

/** What a witness answers with: https://c2sp.org/tlog-witness#add-checkpoint. */
export interface Answer {
  readonly status: Weighed['status'] | 503
  readonly type: string
  readonly body: string
}

/**
 * 連署する — weighs a submission and cosigns it. The new state is compared, swapped and durable before anything signed
 * exists, so that neither two submissions at once nor a death in between leave two roots for one size. What is refused
 * writes nothing, unless it is evidence.
 */
export async function addCheckpoint(
  ground: Ground,
  findCosigners: FindCosigners,
  scope: FacilityScope,
  body: string,
): Promise<Answer> {
  const first = weighSubmission(body, () => undefined)
  if (first.status !== 404) return answerTo(first)
  const cosigners = await findCosigners(scope)
  const [row, ended] = await ground.storage.read(scope, async (db) => [
    await findWatched(db, first.origin),
    await successionOf(db, first.origin),
  ])
  const foreseen = weigh(body, row)
  if (foreseen.status === 200 && cosigners.length === 0) return answered(503, 'no key\n')
  const speaksAgainst = row && contradictionOf(body, foreseen, row, ended !== undefined)
  if (foreseen.status !== 200 && !speaksAgainst) return answerTo(foreseen)
  const weighed = await ground.storage.write(scope, (change) => keep(ground, change, first.origin, body))
  if (weighed.status !== 200) return answerTo(weighed)
  const seconds = secondsOf(ground.clock.now())
  return answered(200, cosigners.map((one) => formatSignatureLine(one.cosign(weighed.text, seconds))).join(''))
}

/** Weighs once more with the row held, and keeps what follows. */
async function keep(ground: Ground, change: Change, origin: string, body: string): Promise<Weighed> {
  const row = await holdWatched(change, origin)
  const weighed = weigh(body, row)
  if (!row) return weighed
  const kind = contradictionOf(body, weighed, row, (await successionOf(change.db, origin)) !== undefined)
  if (kind) await keepEvidence(ground, change, row, kind, body)
  if (kind === 'grew-after-end') return { status: 403, origin }
  if (weighed.status === 200) {
    const { size, root } = weighed.checkpoint
    const { checkpoint } = parseSubmission(body)
    const to = { size, root, note: checkpoint, cosigned_at: ground.clock.now() }
    // The row is held, so this cannot fail; should it ever, nothing may be signed.
    if (!(await moveWatched(change, row, to))) return { status: 409, origin, size: row.size, fork: false }
  }
  return weighed
}

/** Keeps both sides of a contradiction, each once. */
async function keepEvidence(
  ground: Ground,
  change: Change,
  row: WatchedLogRow,
  kind: EvidenceKind,
  body: string,
): Promise<void> {
  const there = await evidenceOf(change.db, row.origin)
  if (there.length >= EVIDENCE_KEPT || there.some(({ theirs }) => theirs === body)) return
  const evidence_id = ground.newId()
  const place = { facility_id: row.facility_id, evidence_id, origin: row.origin }
  await addEvidence(change, { ...place, kind, ours: row.note ?? '', theirs: body, found_at: ground.clock.now() })
  const subject = { kind: 'log', id: row.origin }
  const detail = { evidenceId: evidence_id, kind, cosignedSize: row.size }
  await note(ground, change, { act: 'witness.evidence-kept', actor: { kind: 'peer', id: row.origin }, subject, detail })
}

function weigh(body: string, row: WatchedLogRow | undefined): Weighed {
  return weighSubmission(body, () => {
    if (!row || row.removed_at !== null) return undefined
    const keys = [parseVerifierKey(row.verifier_key)]
    return row.root === null ? { keys } : { keys, last: { size: row.size, root: row.root } }
  })
}

function answerTo(weighed: Exclude<Weighed, { readonly status: 200 }> | Weighed): Answer {
  switch (weighed.status) {
    case 409:
      return { status: 409, type: TLOG_SIZE_TYPE, body: `${weighed.size}\n` }
    case 400:
      return answered(400, `${weighed.problem}\n`)
    case 403:
      return answered(403, 'not signed by a known key of the log, or beyond its end\n')
    case 404:
      return answered(404, 'unknown log\n')
    case 422:
      return answered(422, 'the consistency proof does not hold\n')
    case 200:
      throw new TypeError('a checkpoint that holds is cosigned, not answered')
  }
}

function answered(status: Answer['status'], body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body }
}
