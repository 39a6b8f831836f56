import { type Caller, demand, may } from '#access'
import { loadReviews } from '#log-review'
import { suppliersKnow } from '#registry'
import { type Day, dayOf } from '#shared'
import { type UnknownFact, withAnswers } from '#supplier'
import { countsAWord } from './attest.ts'
import type { Assessment } from './contract.ts'
import { editionOf, type Ground, requirementOf, scopeOf } from './ground.ts'
import { assess, factsWaitedFor } from './judge.ts'
import { attestationViewOf, exemptionViewOf, wordsThatCount } from './kept.ts'
import { remembered } from './remembered.ts'
import { readWords } from './store.ts'
import type { RequirementWordsView } from './wire.ts'

/** The facility as it is kept now, judged on the given day or today. Nothing is kept: the same rows give the same. */
export async function loadAssessment(ground: Ground, caller: Caller, on?: Day): Promise<Assessment> {
  demand(caller, 'assessment.read')
  const at = ground.clock.now()
  const [scope, day] = [scopeOf(caller), on ?? dayOf(at)]
  const judge = async () => (await judgeFacility(ground, scope, day)).assessment
  return { ...(await remembered(ground, scope, day, judge)), at }
}

/**
 * The judgement together with the very facts it was made from: the registry's, and where it does not know, what
 * suppliers told.
 */
export async function judgeFacility(ground: Ground, scope: { readonly facilityId: string }, on: Day) {
  const registered = await ground.registry.loadFacility(scope)
  const { given, asked } = await ground.suppliers.loadAnswers(scope)
  const words = wordsThatCount(await ground.storage.read(scope, readWords))
  const reviews = await loadReviews(ground, scope)
  const archive = await ground.archive(scope, on)
  const told = withAnswers(registered, given, on)
  const answers = { registered, filled: told.filled, confirmed: told.confirmed, disputes: told.disputes, asked }
  const material = { edition: editionOf(ground), facility: told.facility, answers, reviews, archive, ...words, on }
  return { facility: told.facility, registered, given, archive, material, assessment: assess(material) }
}

/** For whoever asks suppliers: every fact that a requirement waits for, missing or stale. Asks for no permission. */
export async function loadUnknowns(
  ground: Ground,
  scope: { readonly facilityId: string },
): Promise<readonly UnknownFact[]> {
  const { assessment, material } = await judgeFacility(ground, scope, dayOf(ground.clock.now()))
  const concerned = assessment.requirements.filter(({ state }) => state !== 'not-applicable')
  return factsWaitedFor(material, concerned, ({ kind, field }) => suppliersKnow(kind, field) !== undefined)
}

/** What people said about one requirement, withdrawn words included, and what the reader may do next. */
export async function readRequirementWords(
  ground: Ground,
  caller: Caller,
  requirementId: string,
): Promise<RequirementWordsView> {
  demand(caller, 'assessment.read')
  const requirement = requirementOf(ground, requirementId)
  const isAsked = requirement.retired === undefined
  const { attestations, exemptions, nameOf } = await ground.storage.read(scopeOf(caller), readWords)
  return {
    requirementId,
    attestations: attestations
      .filter(({ requirement_id }) => requirement_id === requirementId)
      .map((row) => attestationViewOf(row, nameOf)),
    exemptions: exemptions
      .filter(({ requirement_id }) => requirement_id === requirementId)
      .map((row) => exemptionViewOf(row, nameOf)),
    may: {
      attest: may(caller, 'assessment.attest') && countsAWord(requirement),
      proposeExemption: may(caller, 'assessment.propose-exemption') && isAsked,
      approveExemption: may(caller, 'assessment.approve-exemption') && isAsked,
    },
  }
}
