import type { ChecklistItem } from '@omamori/guideline'
import type { Finding, JudgedRequirement, State } from '../contract.ts'
import type { Proposal, ProposalReason } from './contract.ts'

type Judged = ReadonlyMap<string, JudgedRequirement>
type Basis = ChecklistItem['basis']['requirements'][number]

/**
 * What the assessment says of one row. Yes only when every requirement that answers it is met and together they are
 * enough; no when one that is needed is not met; blank for everything else.
 */
export function proposalFor({ basis }: Pick<ChecklistItem, 'basis'>, judged: Judged): Proposal {
  const requirements = basis.requirements.map(({ id }) => ({ id, state: stateOf(id, judged) }))
  const against = basis.requirements.flatMap((one) => findingsAgainst(one, judged))
  if (basis.requirements.some((one) => fails(one, judged)))
    return { answer: 'no', reason: 'not-met', requirements, findings: against }
  const reason = reasonOf(basis.covers, new Set(requirements.map(({ state }) => state)))
  return { ...(reason === 'all-met' ? { answer: 'yes' } : {}), reason, requirements, findings: [] }
}

function reasonOf(covers: ChecklistItem['basis']['covers'], states: ReadonlySet<State>): ProposalReason {
  if (covers === 'none' || states.size === 0) return 'nothing-answers'
  if (states.has('not-met')) return 'not-met-elsewhere'
  if (states.has('unknown')) return 'unknown'
  if (states.has('not-applicable')) return 'not-applicable'
  return covers === 'whole' ? 'all-met' : 'partly'
}

function stateOf(id: string, judged: Judged): State {
  return judged.get(id)?.state ?? 'unknown'
}

/** A requirement that asks more than the row does fails it only by the facts the row asks for. */
function fails(one: Basis, judged: Judged): boolean {
  if (stateOf(one.id, judged) !== 'not-met') return false
  return one.fields === undefined || findingsAgainst(one, judged).length > 0
}

function findingsAgainst({ id, fields }: Basis, judged: Judged): readonly Finding[] {
  const found = judged.get(id)?.findings.filter(({ state }) => state === 'not-met') ?? []
  return fields ? found.filter(({ about }) => about?.field !== undefined && fields.includes(about.field)) : found
}
