import type { Edition } from '@omamori/guideline'
import type { Facility } from '#registry/contract'
import { actionFor } from './action.ts'
import type { Finding, Gap, JudgedRequirement } from './contract.ts'
import { weightOfPath, weights } from './weights.ts'

/** Everything that is not met or not known, heaviest first, each with one step to take. Sums of sub-items are no gaps. */
export function gapsOf(edition: Edition, judged: readonly JudgedRequirement[], facility: Facility): readonly Gap[] {
  const minimum = new Set(edition.requirements.filter(({ kind }) => kind === 'C').map(({ id }) => id))
  return judged
    .flatMap((requirement) => gapOf(requirement, minimum.has(requirement.id), facility))
    .toSorted((a, b) => b.weight - a.weight)
}

function gapOf(requirement: JudgedRequirement, isMinimum: boolean, facility: Facility): readonly Gap[] {
  const { id, state, decidedBy, findings } = requirement
  if (state === 'met' || state === 'not-applicable' || decidedBy === 'children') return []
  const weight = weigh(requirement, state, isMinimum)
  const worst = findings.find((finding) => finding.state === state)
  return [{ requirementId: id, state, weight, action: actionFor(requirement, worst, facility), about: worst?.about }]
}

function weigh({ id, findings }: JudgedRequirement, state: Gap['state'], isMinimum: boolean): number {
  const things = thingsIn(findings.filter((finding) => finding.state === state))
  return (
    (state === 'not-met' ? weights.notMet : 0) +
    (isMinimum ? weights.minimum : 0) +
    weightOfPath(id) +
    Math.min(things, weights.things)
  )
}

function thingsIn(findings: readonly Finding[]): number {
  return new Set(findings.map(({ about }) => about && `${about.kind} ${about.id}`)).size
}
