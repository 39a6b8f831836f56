import { readCertificate } from '@omamori/signature'
import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change, TrustItemRow } from '#storage'
import type { Act } from '../act.ts'
import { certificateView } from '../certificate-view.ts'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { ConfirmItemRequest, WithdrawItemRequest } from '../wire.ts'
import { fingerprintDigits, fits } from './fingerprint.ts'
import { addStep, itemRow, moveItem } from './store.ts'

/**
 * 指紋で確かめる — an anchor is trusted from the moment when a person types the fingerprint that its operator publishes. One that does not fit is
 * refused and written down: it may be a slip, and it may be somebody else's certificate.
 */
export async function confirmItem(
  ground: Ground,
  caller: Caller,
  itemId: string,
  { fingerprint, source, seenOn }: ConfirmItemRequest,
): Promise<void> {
  demand(caller, 'trust.confirm')
  const typed = fingerprintDigits(fingerprint)
  if (seenOn > dayOf(ground.clock.now())) throw malformed('trust-seen-in-future', 'seenOn')
  const isRight = await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, itemId)
    if (row.state !== 'proposed') throw new Refusal('conflict', { reason: 'trust-not-proposed', state: row.state })
    const right = fits(typed, certificateView(readCertificate(row.octets)))
    if (right) await moveItem(change, itemId, 'trusted')
    await keepStep(ground, change, caller, row, { step: right ? 'confirmed' : 'refused', typed, source, seenOn })
    return right
  })
  if (!isRight) throw malformed('trust-fingerprint-differs', 'fingerprint')
}

/** 取り下げる — from now on nothing is believed by it. It stays in the list, with the reason. */
export async function withdrawItem(
  ground: Ground,
  caller: Caller,
  itemId: string,
  { reason }: WithdrawItemRequest,
): Promise<void> {
  demand(caller, 'trust.confirm')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, itemId)
    if (row.state === 'withdrawn') throw new Refusal('conflict', { reason: 'trust-withdrawn-already' })
    await moveItem(change, itemId, 'withdrawn')
    await keepStep(ground, change, caller, row, { step: 'withdrawn', reason })
  })
}

async function held(change: Change, itemId: string): Promise<TrustItemRow> {
  await holdFacility(change)
  const row = await itemRow(change.db, itemId)
  if (!row) throw new Refusal('not-found', { what: 'trust-item', itemId })
  return row
}

interface Step {
  readonly step: 'confirmed' | 'refused' | 'withdrawn'
  readonly typed?: string
  readonly source?: string
  readonly seenOn?: string
  readonly reason?: string
}

const acts: Readonly<Record<Step['step'], Act>> = {
  confirmed: 'trust.confirmed',
  refused: 'trust.refused',
  withdrawn: 'trust.withdrawn',
}

async function keepStep(
  { journal, clock }: Ground,
  change: Change,
  caller: Caller,
  { item_id, facility_id, fingerprint }: TrustItemRow,
  { step, typed, source, seenOn, reason }: Step,
): Promise<void> {
  await addStep(change, {
    ...{ facility_id, item_id, step },
    ...{ typed: typed ?? null, source: source ?? null, seen_on: seenOn ?? null, reason: reason ?? null },
    ...{ written_by: writerOf(caller), written_at: clock.now() },
  })
  const said = { typed, source, seenOn, reason }
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  await journal.append(change, {
    act: acts[step],
    actor: caller.actor,
    subject: { kind: 'trust-item', id: item_id },
    ...(step === 'refused' && { outcome: 'failed' as const }),
    detail: { fingerprint, ...(given as Record<string, string>) },
  })
}
