import { hash } from 'node:crypto'
import type { Clock } from '#shared'
import type { EvidenceCache } from './cache.ts'
import type { Exempt, NotFetched } from './checked-address.ts'
import type { Evidence } from './evidence.ts'
import { fetchGuarded, type Question, type Resolve } from './fetch-guarded.ts'
import { type EvidenceKind, readEvidence } from './read-evidence.ts'

/** Lists of public authorities have up to 10 MB, those of HPKI some 100 kB. */
const mostListBytes = 16 * 1024 * 1024
/** The largest answer and the largest certificate that the package reads. */
const mostSmallBytes = 256 * 1024
/** A list of 10 MB over a slow line; everything else answers within a second. */
const oneFetchMs = 20_000
/** A folder of letters from a hundred authorities. */
const mostFetchesInRun = 500
/** Everything that was fetched stays in memory until the run ends. */
const mostBytesInRun = 256 * 1024 * 1024

/** 取得 — what became of one address, as the answer tells it. */
export interface Fetched {
  readonly url: string
  readonly what: EvidenceKind
  readonly outcome: 'fetched' | 'from-cache' | 'not-fetched'
  /** SHA-256 of the octets as they came; null: none did. */
  readonly sha256: string | null
  /** Why not; null where it was. */
  readonly reason: NotFetched | null
  /** A status, an error's code, the kind of address. */
  readonly said: string | null
}

export interface Wanted {
  readonly what: EvidenceKind
  readonly address: string
  readonly question: Question
}

export interface Got {
  readonly told: Fetched
  readonly evidence: Evidence | null
}

export interface FetchGround {
  readonly clock: Clock
  readonly exempt: Exempt
  readonly cache: EvidenceCache | null
  readonly resolve?: Resolve
  /** Shorter in tests of slow servers. */
  readonly timeMs?: number
}

export type FetchOnce = (wanted: Wanted) => Promise<Got>

/** Asks each address once in a run, however many files name it; what is current in the cache is not asked for. */
export function fetchingOnce(ground: FetchGround): FetchOnce {
  const known = new Map<string, Promise<Got>>()
  const spent = { fetches: 0, bytes: 0 }
  return (wanted) => {
    const key = keyOf(wanted)
    const before = known.get(key)
    if (before !== undefined) return before
    const got = fetched(wanted, key, spent, ground)
    known.set(key, got)
    return got
  }
}

export const keyOf = ({ what, address, question }: Wanted): string =>
  [what, address, ...(question === null ? [] : [hash('sha256', question.bytes, 'hex')])].join(' ')

async function fetched(
  wanted: Wanted,
  key: string,
  spent: { fetches: number; bytes: number },
  ground: FetchGround,
): Promise<Got> {
  const { what, address, question } = wanted
  const now = Date.parse(ground.clock.now())
  const kept = (await ground.cache?.read(key, now)) ?? null
  const known = kept === null ? null : readEvidence(what, kept, now)
  if (kept !== null && known !== null) return told(wanted, known.evidence, kept, 'from-cache')
  if (spent.fetches >= mostFetchesInRun || spent.bytes >= mostBytesInRun) return notFetched(wanted, 'fetch-limit')
  spent.fetches += 1
  const answer = await fetchGuarded(address, question, {
    exempt: ground.exempt,
    mostBytes: what === 'list' ? mostListBytes : mostSmallBytes,
    timeMs: ground.timeMs ?? oneFetchMs,
    ...(ground.resolve === undefined ? {} : { resolve: ground.resolve }),
  })
  if (!answer.got) return notFetched(wanted, answer.reason, answer.said)
  spent.bytes += answer.bytes.length
  const read = readEvidence(what, answer.bytes, now)
  if (read === null) return notFetched(wanted, 'unreadable')
  // A cache that cannot be written costs the next run a question, and this one nothing.
  await ground.cache?.keep(key, answer.bytes, read.until, now).catch(() => {})
  return told(wanted, read.evidence, answer.bytes, 'fetched')
}

const told = (wanted: Wanted, evidence: Evidence, bytes: Uint8Array, outcome: 'fetched' | 'from-cache'): Got => ({
  told: { ...named(wanted), outcome, sha256: hash('sha256', bytes, 'hex'), reason: null, said: null },
  evidence,
})

export const notFetched = (wanted: Wanted, reason: NotFetched, said: string | null = null): Got => ({
  told: { ...named(wanted), outcome: 'not-fetched', sha256: null, reason, said },
  evidence: null,
})

/** An address is a stranger's text: what is told of it fits a line, and steers nothing. */
const named = ({ what, address }: Wanted) => ({
  what,
  url: address.slice(0, 300).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD'),
})
