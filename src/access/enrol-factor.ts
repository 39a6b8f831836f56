import { Refusal } from '#shared'
import type { Change } from '#storage'
import { type Factor, factorView } from './account.ts'
import type { Caller } from './caller.ts'
import { decodeCodeList, drawCodeList, encodeCodeList, withoutCode } from './code-list.ts'
import type { BeginFactorRequest, BegunFactor, ConfirmFactorRequest, FactorView } from './contract.ts'
import { facilityOf } from './create-facility.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demandFresh, holdUnmoved, loadOwn, type Own } from './own-account.ts'
import { newId } from './random.ts'
import { factorContext } from './second-factor.ts'
import { confirmFactor, deleteFactors, insertFactor, listFactors } from './store.ts'
import { proposeTotp, totpStep } from './totp.ts'
import type { FactorKind } from './words.ts'

// A telephone, a tablet, a key ring and a printed list; more would only be more to lose.
const FACTORS_MAX = 5

export async function readOwnFactors(ground: Ground, caller: Caller): Promise<readonly FactorView[]> {
  return (await loadOwn(ground, caller)).factors.map(factorView)
}

/** Begins a factor. It counts from the moment its first code was typed; one begun before and left is thrown away. */
export async function beginFactor(ground: Ground, caller: Caller, request: BeginFactorRequest): Promise<BegunFactor> {
  const own = await loadOwn(ground, caller)
  await demandFresh(ground, caller, own, request.currentPassword)
  const { secret, counter, shown } = request.kind === 'totp' ? drawTotp(ground, own) : drawList(ground)
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    await holdUnmoved(change, own.account)
    const factors = await listFactors(change.db, own.account.id)
    const [confirmed, left] = [factors.filter((each) => each.confirmed), factors.filter((each) => !each.confirmed)]
    if (confirmed.length >= FACTORS_MAX) throw new Refusal('too-large', { limit: 'factors' })
    await deleteFactors(change, idsOf(left))
    const facts = { accountId: own.account.id, kind: request.kind, secret, counter, confirmedAt: null }
    return { factorId: await keepFactor(ground, change, facts), ...shown }
  })
}

/** The first code shows that the app took the secret, or that the list was printed. */
export async function confirmOwnFactor(ground: Ground, caller: Caller, request: ConfirmFactorRequest): Promise<void> {
  const { account, factors } = await loadOwn(ground, caller)
  const begun = factors.find((factor) => factor.id === request.factorId && !factor.confirmed)
  if (!begun) throw new Refusal('not-found', { what: 'factor' })
  const counter = await firstCounter(ground, caller, begun, request.code)
  if (counter === undefined) throw new Refusal('sign-in-failed', { wrong: 'factor' })
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    await holdUnmoved(change, account)
    const confirmed = await confirmFactor(change, begun.id, { confirmed_at: ground.clock.now(), counter })
    if (!confirmed) throw new Refusal('not-found', { what: 'factor' })
    if (begun.kind === 'code-list') await throwOldListsAway(change, begun)
    await noteEnrolled(ground, change, account.id, begun.kind, caller.actor.session)
  })
}

/** Keeps a secret that the first run has already proven, sealed. The code that proved it is used up. */
export async function keepTotp(
  ground: Ground,
  change: Change,
  accountId: string,
  { secret, step }: { readonly secret: string; readonly step: number },
): Promise<void> {
  const bytes = new TextEncoder().encode(secret)
  const confirmedAt = ground.clock.now()
  await keepFactor(ground, change, { accountId, kind: 'totp', secret: bytes, counter: step, confirmedAt })
  await noteEnrolled(ground, change, accountId, 'totp')
}

function drawTotp(ground: Ground, { account, names }: Own) {
  const { secret, uri } = proposeTotp(ground.randomBytes, names.at(-1) ?? '', account.loginName)
  return { secret: new TextEncoder().encode(secret), counter: 0, shown: { secret, uri } }
}

function drawList(ground: Ground) {
  const { codes, list } = drawCodeList(ground.randomBytes)
  return { secret: encodeCodeList(list), counter: codes.length, shown: { codes: [...codes] } }
}

/** Where the counter stands after the first code: an app's code is used up, one of the list stays good. */
async function firstCounter(ground: Ground, caller: Caller, begun: Factor, typed: string): Promise<number | undefined> {
  const secret = await ground.keys.open(scopeOf(caller.facilityId), begun.secret, factorContext(begun.id))
  if (begun.kind === 'totp') return totpStep(new TextDecoder().decode(secret), typed, ground.clock.now())
  return withoutCode(decodeCodeList(secret), typed) && begun.counter
}

async function throwOldListsAway(change: Change, drawn: Factor): Promise<void> {
  const factors = await listFactors(change.db, drawn.accountId)
  await deleteFactors(change, idsOf(factors.filter((each) => each.kind === 'code-list' && each.id !== drawn.id)))
}

interface NewFactor {
  readonly accountId: string
  readonly kind: FactorKind
  readonly secret: Uint8Array
  readonly counter: number
  readonly confirmedAt: string | null
}

async function keepFactor(ground: Ground, change: Change, facts: NewFactor): Promise<string> {
  const { accountId, kind, secret, counter, confirmedAt } = facts
  const factorId = newId(ground.randomBytes)
  const { keyId, bytes } = await ground.keys.seal(change.scope, 'secret', secret, factorContext(factorId))
  const ids = { facility_id: facilityOf(change), factor_id: factorId, account_id: accountId, key_id: keyId }
  const state = { counter, confirmed_at: confirmedAt, created_at: ground.clock.now() }
  await insertFactor(change, { ...ids, ...state, kind, secret: bytes })
  return factorId
}

async function noteEnrolled(
  ground: Ground,
  change: Change,
  accountId: string,
  kind: FactorKind,
  session?: string,
): Promise<void> {
  const subject = { kind: 'account', id: accountId } as const
  const actor = { kind: 'account', id: accountId, session } as const
  await ground.journal.append(change, { act: 'account.factor-enrolled', actor, subject, detail: { kind } })
}

function idsOf(factors: readonly Factor[]): readonly string[] {
  return factors.map((factor) => factor.id)
}
