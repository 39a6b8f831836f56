import { receiptState } from '@omamori/ledger'
import { type Caller, demand } from '#access'
import type { LogWitnessRow, Reader, WatchedLogRow, WitnessEvidenceRow } from '#storage'
import { alarmOf } from './alarm.ts'
import { type Ground, instantOf, scopeOf, secondsOf } from './ground.ts'
import { keysOf, policyAtFirst, policyOf } from './policy-of.ts'
import { witnessedOf } from './progress.ts'
import { cosignedOf, evidenceIn, knownLogs, logWitnesses, policyIn, watchedLogs, witnessKeysIn } from './store.ts'
import type { EvidenceView, WatchedLogView, WitnessAnswerCode, WitnessingView, WitnessView } from './wire.ts'

const DAY_MS = 86_400_000

/** 立会い — both directions on one page. */
export async function readWitnessing(ground: Ground, caller: Caller): Promise<WitnessingView> {
  demand(caller, 'witness.read')
  const scope = scopeOf(caller)
  const offer = await ground.journal.offer(scope)
  const now = ground.clock.now()
  return ground.storage.read(scope, async (db) => {
    const witnesses = await logWitnesses(db)
    const rule = (await policyIn(db)) ?? policyAtFirst
    const rows = offer ? await cosignedOf(db, offer.origin) : []
    const policy = offer && policyOf([offer.verifierKey], witnesses, rule.needed)
    const witnessed = witnessedOf(rows, policy, secondsOf(now))
    const received = offer && receivedOf(offer.durableSize, witnessed, witnesses)
    const watching = await readWatching(db, now)
    const view = {
      ...(offer ? { log: logOf(offer) } : {}),
      ...(received ? { witnessed: received } : {}),
      needed: rule.needed,
      warnAfterHours: rule.warn_after_hours,
      witnesses: witnesses.map(witnessViewOf),
      ...watching,
    }
    const isBehind = offer !== undefined && received?.size !== offer.durableSize
    const alarm = alarmOf({ ...view, isBehind, witnessedAt: received?.at, now })
    return alarm ? { ...view, alarm } : view
  })
}

type Offered = NonNullable<Awaited<ReturnType<Ground['journal']['offer']>>>

function logOf({ origin, verifierKey, durableSize, size }: Offered): WitnessingView['log'] {
  return { origin, verifierKey, durableSize, signedSize: size }
}

/** How far the receipts are complete: by the state of the last entry that the witnessed checkpoint holds. */
function receivedOf(
  durableSize: number,
  witnessed: ReturnType<typeof witnessedOf>,
  witnesses: readonly LogWitnessRow[],
): WitnessingView['witnessed'] {
  if (witnessed === undefined) return undefined
  const by = witnessed.by.map((place) => witnesses[place]?.label ?? '')
  const state = receiptState(witnessed.size - 1, { durableSize, witnessed: { ...witnessed, witnesses: by } })
  if (state.state !== 'witnessed') return undefined
  return { size: state.size, at: instantOf(state.seconds), by: [...state.witnesses] }
}

async function readWatching(
  db: Reader,
  now: string,
): Promise<Pick<WitnessingView, 'ownKeys' | 'watched' | 'evidence'>> {
  const keys = await witnessKeysIn(db)
  const known = await knownLogs(db)
  const watched = await watchedLogs(db)
  // Evidence outlives the list: also of a log that is witnessed no more it says whose it was.
  const labels = new Map(known.map(({ origin, label }) => [origin, label]))
  return {
    ownKeys: keys.map(({ verifier_key }) => verifier_key),
    watched: watched.map((row) => watchedViewOf(row, now)),
    evidence: (await evidenceIn(db)).map((row) => evidenceViewOf(row, labels.get(row.origin) ?? row.origin)),
  }
}

export function witnessViewOf(row: LogWitnessRow): WitnessView {
  return {
    witnessId: row.witness_id,
    label: row.label,
    keys: [...keysOf(row)],
    addedAt: row.added_at,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.tried_at === null ? {} : { triedAt: row.tried_at }),
    ...(row.answer === null ? {} : { answer: row.answer as WitnessAnswerCode }),
    ...(row.answer_size === null ? {} : { answerSize: row.answer_size }),
    ...(row.cosigned_at === null ? {} : { cosignedAt: row.cosigned_at }),
  }
}

function watchedViewOf({ origin, label, size, added_at, cosigned_at }: WatchedLogRow, now: string): WatchedLogView {
  const silentMs = Date.parse(now) - Date.parse(cosigned_at ?? added_at)
  const view = { origin, label, size, addedAt: added_at, silentDays: Math.max(0, Math.floor(silentMs / DAY_MS)) }
  return cosigned_at === null ? view : { ...view, cosignedAt: cosigned_at }
}

function evidenceViewOf(row: WitnessEvidenceRow, label: string): EvidenceView {
  const { evidence_id, origin, kind, found_at } = row
  return { evidenceId: evidence_id, origin, label, kind: kind as EvidenceView['kind'], foundAt: found_at }
}
