import { randomBytes } from 'node:crypto'
import { type StampTime, writeStampQuestion } from '@omamori/signature'
import { Refusal } from '#shared'
import type { Trust } from './read-trust.ts'
import { readAnswer, type Stamped, type Token } from './stamp-answer.ts'
import { askAuthority, type Failed } from './stamp-client.ts'

/** Authorities answer within a second; who signs at a counter waits no longer than this for each. */
const patienceMs = 10_000
/** And no longer than this for all of them. */
const totalMs = 30_000
/** One that failed for a moment is asked once more for the same stamp. */
const mostTries = 2
/** Doubled with each failure in a row. */
const firstRestMs = 1_000
const longestRestMs = 60_000
/** One that refuses, or answers something else, will do so again. */
const wrongRestMs = 10 * 60_000

export interface StampPool {
  readonly stamp: StampTime
  /** In order, one for each token. */
  readonly stamped: readonly Stamped[]
}

export interface StampOrder {
  readonly addresses: readonly string[]
  readonly trust: Trust | null
  readonly pace?: Pace
}

/** Where a test has a clock of its own. */
export interface Pace {
  readonly now: () => number
  readonly pause: (ms: number) => Promise<unknown>
}

const realPace: Pace = {
  now: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

interface Authority {
  readonly address: string
  restsUntil: number
  failures: number
}

/**
 * タイムスタンプ局の組 — asks authorities in their order until one gives a token for this very digest that holds by itself. One that fails rests, as long as
 * it says itself, and the next is asked. `unreachable` names what each said: whoever signs can then go on without a stamp,
 * which costs a level and never the signature.
 */
export function openStampPool({ addresses, trust, pace = realPace }: StampOrder): StampPool {
  const authorities = addresses.map((address): Authority => ({ address, restsUntil: pace.now(), failures: 0 }))
  const stamped: Stamped[] = []
  return {
    stamped,
    stamp: async (imprint) => {
      const { token, told } = await stampBy(authorities, imprint, trust, pace)
      stamped.push(told)
      return token
    },
  }
}

async function stampBy(
  authorities: readonly Authority[],
  imprint: Parameters<StampTime>[0],
  trust: Trust | null,
  pace: Pace,
): Promise<Token> {
  const deadline = pace.now() + totalMs
  const said: string[] = []
  const tries = new Map<Authority, number>()
  for (;;) {
    const next = nextOf(
      authorities.filter((one) => (tries.get(one) ?? 0) < mostTries),
      pace.now(),
    )
    if (next === undefined || Math.max(next.restsUntil, pace.now()) >= deadline) break
    if (next.restsUntil > pace.now()) await pace.pause(next.restsUntil - pace.now())
    tries.set(next, (tries.get(next) ?? 0) + 1)
    const question = { ...imprint, nonce: BigInt(`0x${randomBytes(8).toString('hex')}`) }
    const timeMs = Math.max(1, Math.ceil(Math.min(patienceMs, deadline - pace.now())))
    const answer = await askAuthority(next.address, writeStampQuestion(question), timeMs)
    const read = readAnswer(answer, question, next.address, trust)
    if ('token' in read) {
      next.failures = 0
      return read
    }
    said.push(`${next.address}: ${read.said}`)
    if (!read.mayHeal) tries.set(next, mostTries)
    next.restsUntil = pace.now() + restOf(read, ++next.failures)
  }
  const resting = authorities.filter((one) => !tries.has(one)).map(({ address }) => `${address}: resting`)
  throw new Refusal('unreachable', { reason: 'no-time-stamp', said: [...said, ...resting] })
}

/** The first that does not rest; where all do, the one that is back first. */
const nextOf = (authorities: readonly Authority[], now: number): Authority | undefined =>
  authorities.find(({ restsUntil }) => restsUntil <= now) ??
  authorities.toSorted((a, b) => a.restsUntil - b.restsUntil)[0]

function restOf({ mayHeal, restMs }: Failed, failures: number): number {
  if (!mayHeal) return wrongRestMs
  return restMs ?? Math.min(firstRestMs * 2 ** (failures - 1), longestRestMs)
}
