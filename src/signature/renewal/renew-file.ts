import { policyNames, type StampTime } from '@omamori/signature'
import { type Clock, Refusal } from '#shared'
import type { Gather } from '../evidence/gather.ts'
import { extendFile } from '../extend-file.ts'
import type { Trust } from '../read-trust.ts'
import { type VerifiedFile, verifyFiles } from '../verify-files.ts'

export interface RenewOrder {
  readonly trust: Trust
  readonly stamp: StampTime
  /** What ends within so many days is renewed. */
  readonly withinDays: number
  readonly clock: Clock
  readonly gather?: Gather
}

export interface SignedDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it signs, where it stands beside its file. */
  readonly content: Uint8Array | null
}

/** 更新の結果 — `nothing-proves`: valid, but nothing shows since when; a person decides whether to extend it for the first time. */
export type RenewalOutcome =
  | 'renewed'
  | 'not-due'
  | 'unsigned'
  | 'nothing-proves'
  | 'not-valid'
  | 'not-longer'
  | 'changed-meanwhile'
  | 'failed'

export interface Renewal {
  readonly outcome: RenewalOutcome
  /** Until when it held before; null: nobody can say. */
  readonly until: string | null
  /** Until when it holds now, where it was renewed. */
  readonly renewedUntil: string | null
  /** The sub-indication of what does not hold, or what went wrong. */
  readonly reason: string | null
  /** What each authority said. */
  readonly said: readonly string[]
}

export const renewal = (outcome: RenewalOutcome, more: Partial<Renewal> = {}): Renewal => ({
  ...{ outcome, until: null, renewedUntil: null, reason: null, said: [] },
  ...more,
})

/** A renewed document is a new version of it, to be put in its place. */
export type RenewedFile = { readonly renewal: Renewal; readonly bytes: Uint8Array | null }

const dayMs = 86_400_000

/**
 * 署名の更新 — one more archive time stamp, before what the newest one stands on ends. The new version must hold, and longer than the old one: otherwise the old
 * one stays as it is.
 */
export async function renewFile(document: SignedDocument, order: RenewOrder): Promise<RenewedFile> {
  const before = await judged(document, order)
  if (before.outcome !== 'not-due') return { renewal: before, bytes: null }
  const { until } = before
  if (until === null || Date.parse(until) > Date.parse(order.clock.now()) + order.withinDays * dayMs)
    return { renewal: before, bytes: null }
  try {
    const at = Date.parse(order.clock.now())
    const bytes = await extendFile(document.bytes, { ...order, level: 'B-LTA', at, content: document.content })
    const after = await judged({ ...document, bytes }, order)
    if (after.until === null || after.until <= until)
      return { renewal: renewal('not-longer', { until, reason: after.reason }), bytes: null }
    return { renewal: renewal('renewed', { until, renewedUntil: after.until }), bytes }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { renewal: failed(error, until), bytes: null }
  }
}

export function failed({ code, facts: { reason, said } }: Refusal, until: string | null = null): Renewal {
  const told = Array.isArray(said) ? said.map(String) : []
  return renewal('failed', { until, reason: typeof reason === 'string' ? reason : code, said: told })
}

/** `not-due` with the day until which all of its signatures hold; or why nothing can be renewed. */
async function judged(document: SignedDocument, { trust, clock, gather }: RenewOrder): Promise<Renewal> {
  const question = { ...document, documentKind: null }
  const online = gather === undefined ? {} : { gather }
  const order = { trust, at: Date.parse(clock.now()), policy: policyNames[0], ...online }
  const [answer] = await verifyFiles([question], order)
  return answer === undefined ? renewal('unsigned') : standingOf(answer)
}

function standingOf({ trouble, indication, subIndication, signatures }: VerifiedFile): Renewal {
  if (trouble !== null && trouble.reason !== 'unknown-kind-of-file')
    return renewal('failed', { reason: trouble.reason })
  if (indication === null) return renewal('unsigned')
  if (indication !== 'TOTAL-PASSED') return renewal('not-valid', { reason: subIndication })
  if (signatures.length === 0) return renewal('failed', { reason: 'only-time-stamps' })
  const ends = signatures.flatMap(({ holdsUntil }) => (holdsUntil === null ? [] : [holdsUntil.until])).sort()
  const [first = null] = ends
  return ends.length < signatures.length ? renewal('nothing-proves') : renewal('not-due', { until: first })
}
