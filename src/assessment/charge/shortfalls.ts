import type { Facility } from '#registry/contract'
import { actionFor } from '../action.ts'
import type { Assessment, FactReference, Finding, Gap, Reason } from '../contract.ts'
import { isInChargeOf } from '../responsible.ts'

/** 担当の不足 — one thing in somebody's charge that makes a requirement fall short, or of which nothing is known. */
export interface Shortfall {
  readonly requirementId: string
  readonly state: Gap['state']
  readonly action: Gap['action']
  readonly about?: FactReference
  /** What was found; where nothing was looked at, why it is not known. */
  readonly finding?: Finding
  readonly reason?: Reason
}

/**
 * What of the gaps falls to these persons, heaviest first. A gap names only the worst of the things it speaks of; here
 * each thing speaks for itself, so that nobody is told to be in order because somebody else's system is worse.
 */
export function shortfallsOf(
  { gaps, requirements }: Pick<Assessment, 'gaps' | 'requirements'>,
  facility: Facility,
  personIds: readonly string[],
): readonly Shortfall[] {
  const judged = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return gaps.flatMap(({ requirementId, state, action, about }): readonly Shortfall[] => {
    const requirement = judged.get(requirementId)
    const found = requirement?.findings.flatMap((finding) =>
      finding.state === 'met' ? [] : [{ ...finding, state: finding.state }],
    )
    if (!requirement || !found || found.length === 0) {
      const own = isInChargeOf(facility, about, personIds)
      return own ? [{ requirementId, state, action, about, reason: requirement?.reason }] : []
    }
    return found
      .filter((finding) => isInChargeOf(facility, finding.about, personIds))
      .map((finding) => ({
        ...{ requirementId, state: finding.state, about: finding.about, finding },
        action: actionFor(requirement, finding, facility),
      }))
  })
}
