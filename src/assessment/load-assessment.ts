import { type Caller, demand, may } from '#access'
import { type Day, dayOf } from '#shared'
import { countsAWord } from './attest.ts'
import type { Assessment } from './contract.ts'
import { editionOf, type Ground, requirementOf, scopeOf } from './ground.ts'
import { assess } from './judge.ts'
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

/** The judgement together with the very facts it was made from. */
export async function judgeFacility(ground: Ground, scope: { readonly facilityId: string }, on: Day) {
  const facility = await ground.registry.loadFacility(scope)
  const words = wordsThatCount(await ground.storage.read(scope, readWords))
  return { facility, assessment: assess({ edition: editionOf(ground), facility, ...words, on }) }
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
