import type { Requirement } from '@omamori/guideline'
import type { JudgedRequirement, State } from './contract.ts'

const worstFirst: readonly State[] = ['not-met', 'unknown', 'met']
const bestFirst: readonly State[] = ['met', 'unknown', 'not-met']

/** 親の項目 — the sum of its sub-items: the worst of them, or the best where any one is enough. */
export function judgeParent({ id, combine }: Requirement, parts: readonly JudgedRequirement[]): JudgedRequirement {
  const states: readonly State[] = parts.map(({ state }) => state).filter((state) => state !== 'not-applicable')
  const order = combine === 'any' ? bestFirst : worstFirst
  const state = order.find((candidate) => states.includes(candidate)) ?? 'not-applicable'
  return { id, state, reason: 'children', decidedBy: 'children', findings: [], evidence: [] }
}
