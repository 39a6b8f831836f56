import { type EvidenceWish, writeOcspQuestion } from '@omamori/signature'
import { type Evidence, noEvidence, together } from './evidence.ts'
import {
  type Fetched,
  type FetchGround,
  type FetchOnce,
  fetchingOnce,
  keyOf,
  notFetched,
  type Wanted,
} from './fetch-once.ts'

/** Two chains of five certificates with two places each. */
const mostFetchesForFile = 24
/** Each round may climb one issuer further, or try the next place; after that nothing new is expected. */
const mostRounds = 12
/** Who waits for an answer about a file waits no longer than this for others. */
const mostMsForFile = 60_000

export interface Gathered {
  readonly evidence: Evidence
  /** In the order in which it was asked for. */
  readonly fetched: readonly Fetched[]
}

/**
 * 証拠の収集 — asks what is wanted with the evidence so far, fetches it, and asks again, until nothing is wanted that was not tried. What could not be
 * fetched is told, and never thrown: the verdict stays what it was.
 */
export type Gather = (wanted: (evidence: Evidence) => readonly EvidenceWish[]) => Promise<Gathered>

/** For one run of a command: what one file needed, the next one has. */
export function openGathering(ground: FetchGround): Gather {
  const fetchOnce = fetchingOnce(ground)
  return (wanted) => gatherFor(wanted, fetchOnce)
}

async function gatherFor(wanted: Parameters<Gather>[0], fetchOnce: FetchOnce): Promise<Gathered> {
  const giveUpAt = performance.now() + mostMsForFile
  const tried = new Set<string>()
  const fetched: Fetched[] = []
  let evidence = noEvidence
  for (let round = 0; round < mostRounds; round++) {
    const wishes = wanted(evidence).map(placesOf)
    if (wishes.every((places) => places.every((one) => tried.has(keyOf(one))))) break
    for (const places of wishes)
      for (const place of places) {
        if (tried.has(keyOf(place))) continue
        tried.add(keyOf(place))
        const mayAsk = fetched.length < mostFetchesForFile && performance.now() < giveUpAt
        const got = mayAsk ? await fetchOnce(place) : notFetched(place, 'fetch-limit')
        fetched.push(got.told)
        if (!mayAsk) return { evidence, fetched }
        if (got.evidence === null) continue
        evidence = together(evidence, got.evidence)
        break
      }
  }
  return { evidence, fetched }
}

/** The responder first: its answer is small, and newer than a list. */
function placesOf(wish: EvidenceWish): readonly Wanted[] {
  if (wish.kind === 'issuer') return wish.addresses.map((address) => ({ what: 'certificate', address, question: null }))
  const question = { type: 'application/ocsp-request', bytes: writeOcspQuestion(wish.certificate, wish.issuer) }
  return [
    ...wish.responders.map((address) => ({ what: 'ocsp-answer', address, question }) as const),
    ...wish.lists.map((address) => ({ what: 'list', address, question: null }) as const),
  ]
}
