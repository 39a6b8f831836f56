import type { PresentedRequirement } from '#assessment/contract'

type Judged = Pick<PresentedRequirement, 'state' | 'reason' | 'reasonSentence' | 'findings'>
type Finding = PresentedRequirement['findings'][number]

/** The finding that decides: the first of those that say what the state says. */
export function decidingFinding({ state, findings }: Judged): Finding | undefined {
  return findings.find((finding) => finding.state === state)
}

/**
 * Why it stands as it does, in a sentence. Where it waits for a person or is put out of consideration, that is the
 * reason, whatever the facts say; otherwise the deciding finding.
 */
export function whyOf(requirement: Judged): string {
  return decidingFinding(requirement)?.sentence ?? requirement.reasonSentence ?? ''
}

/** ◷ 期限切れ — nothing was found wrong, but what is known has grown too old to count. */
export function isOverdue(requirement: Judged): boolean {
  if (requirement.state !== 'unknown') return false
  if (requirement.reason === 'facts-stale' || requirement.reason === 'attestation-expired') return true
  return decidingFinding(requirement)?.code === 'facts-stale'
}
