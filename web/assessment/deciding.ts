import type { PresentedRequirement } from '#assessment/contract'

type Judged = Pick<PresentedRequirement, 'state' | 'reason' | 'reasonSentence' | 'findings' | 'evidence'>
type Finding = PresentedRequirement['findings'][number]
type Evidence = PresentedRequirement['evidence'][number]

/** The finding that decides: the first of those that say what the state says. */
export function decidingFinding({ state, findings }: Judged): Finding | undefined {
  return findings.find((finding) => finding.state === state)
}

/** The person's word on which it stands, where no rule has found anything. */
export function decidingWord({ state, evidence }: Judged): Evidence | undefined {
  return state === 'met' ? evidence.find(({ kind, expired }) => kind === 'attestation' && !expired) : undefined
}

/** ◷ 期限切れ — nothing was found wrong, but what is known has grown too old to count. */
export function isOverdue(requirement: Judged): boolean {
  if (requirement.state !== 'unknown') return false
  if (requirement.reason === 'facts-stale' || requirement.reason === 'attestation-expired') return true
  return decidingFinding(requirement)?.code === 'facts-stale'
}
