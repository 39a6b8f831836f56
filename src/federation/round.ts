import type { Actor } from '#access'
import type { Offer } from '#journal'
import type { Change, LogWitnessRow } from '#storage'
import { type Asked, askWitness, contradictions } from './ask-witness.ts'
import { type FacilityScope, type Ground, note } from './ground.ts'
import { type Ended, handOver } from './hand-over.ts'
import { keepCosigned } from './keep-cosigned.ts'
import { policyAtFirst, policyOf } from './policy-of.ts'
import { lastCosignedBy } from './progress.ts'
import { cosignedOf, logWitnesses, policyIn, replaceLogWitness } from './store.ts'
import type { WitnessAnswerCode } from './wire.ts'

// A quiet weekend is no reason to look unwitnessed: what is cosigned already is cosigned anew, which tells the time.
const FRESH_HOURS = 6

type Reached = LogWitnessRow & { readonly url: string }

/** What came of asking one witness. */
export interface Outcome {
  readonly witnessId: string
  readonly label: string
  readonly answer: WitnessAnswerCode
}

export interface RoundOptions {
  readonly actor: Actor
  /** Whom to ask; everybody when left out. */
  readonly wanted?: (witnessId: string) => boolean
  /** Also those who have cosigned the newest checkpoint not long ago. */
  readonly anyway: boolean
}

/**
 * 立会いの一巡 — one and the same checkpoint for all witnesses, asked at the same time, so that their cosignatures come together on
 * it. Whatever they answer, nobody's writing waits for it.
 */
export async function askWitnesses(
  ground: Ground,
  scope: FacilityScope,
  { actor, wanted = () => true, anyway }: RoundOptions,
): Promise<readonly Outcome[]> {
  // A copy in doubt is nothing to be cosigned.
  if (ground.journal.quarantineOf(scope.facilityId)) return []
  const offer = await ground.journal.offer(scope)
  if (offer === undefined) return []
  const [witnesses, rows] = await ground.storage.read(scope, async (db) => [
    await logWitnesses(db),
    await cosignedOf(db, offer.origin),
  ])
  const believed = (one: LogWitnessRow) => lastCosignedBy(one, rows)
  const due = witnesses
    .filter((one): one is Reached => one.url !== null && wanted(one.witness_id))
    .filter((one) => anyway || believed(one) < offer.size || !isFresh(one, ground.clock.now()))
  const asked = await Promise.all(
    due.map(async (one) => ({ one, ...(await askInTurn(ground, scope, one, offer, believed(one))) })),
  )
  if (asked.length === 0) return []
  await ground.storage.write(scope, async (change) => {
    for (const { one, asked: came, ended } of asked) {
      for (const { verifierKey, note } of ended) {
        await keepCosigned(ground, change, scope.facilityId, await policyNow(change, verifierKey), note)
      }
      await keepAnswer(ground, change, actor, one, came, offer.verifierKey)
    }
  })
  return asked.map(({ one, asked: { answer } }) => ({ witnessId: one.witness_id, label: one.label, answer }))
}

/** Asks; a witness that does not know the log yet is told by the one before it, and asked once more. */
async function askInTurn(
  ground: Ground,
  scope: FacilityScope,
  one: Reached,
  offer: Offer,
  believed: number,
): Promise<{ readonly asked: Asked; readonly ended: readonly Ended[] }> {
  const asked = await askWitness(ground, scope, one, offer, believed)
  const ended = asked.answer === 'unknown-log' ? await handOver(ground, scope, one, offer.origin) : undefined
  if (ended === undefined) return { asked, ended: [] }
  return { asked: await askWitness(ground, scope, one, offer, 0), ended }
}

function isFresh({ cosigned_at, answer }: LogWitnessRow, now: string): boolean {
  if (cosigned_at === null || answer !== 'cosigned') return false
  return Date.parse(now) - Date.parse(cosigned_at) < FRESH_HOURS * 3_600_000
}

/** Keeps how a witness answered, and what it cosigned. A contradiction is written down when it is first heard. */
async function keepAnswer(
  ground: Ground,
  change: Change,
  actor: Actor,
  witness: LogWitnessRow,
  { answer, size, note: cosigned }: Asked,
  verifierKey: string,
): Promise<void> {
  const at = ground.clock.now()
  const shown = shownAnswer(witness.answer, answer)
  const heard = shown === answer ? { answer, answer_size: size ?? null } : {}
  const success = answer === 'cosigned' ? { cosigned_at: at } : {}
  const { witness_id, facility_id } = witness
  // Dropped while it was asked: then its answer is nobody's any more.
  if (!(await replaceLogWitness(change, witness_id, { tried_at: at, ...heard, ...success }))) return
  if (cosigned !== undefined) {
    const policy = await policyNow(change, verifierKey)
    await keepCosigned(ground, change, facility_id, policy, cosigned)
  }
  if (!contradictions.includes(answer) || witness.answer === answer) return
  const detail = size === undefined ? { answer } : { answer, size }
  const subject = { kind: 'witness', id: witness_id }
  await note(ground, change, { act: 'witness.contradicted', actor, subject, outcome: 'failed', detail })
}

/** A contradiction stays until the witness cosigns again: silence does not take it back. */
function shownAnswer(before: string | null, now: WitnessAnswerCode): string {
  const stays = contradictions.some((one) => one === before) && now !== 'cosigned' && !contradictions.includes(now)
  return stays ? (before ?? now) : now
}

export async function policyNow(change: Pick<Change, 'db'>, verifierKey: string) {
  const { needed } = (await policyIn(change.db)) ?? policyAtFirst
  return policyOf([verifierKey], await logWitnesses(change.db), needed)
}
