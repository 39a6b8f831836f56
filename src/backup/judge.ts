import type { Instant } from '#shared'
import type { Finding, RuleId } from './finding.ts'
import type { Observation } from './observation.ts'
import type { BackupPlan } from './plan/plan.ts'
import type { RuleSet } from './rule-set.ts'
import { checkCanary } from './rules/canary.ts'
import { checkChange } from './rules/change.ts'
import { checkClock } from './rules/clock.ts'
import { checkCompleteness } from './rules/completeness.ts'
import { checkContent } from './rules/content.ts'
import { checkDisclosure } from './rules/disclosure.ts'
import { checkFreshness } from './rules/freshness.ts'
import { checkGaps } from './rules/gaps.ts'
import { checkGenerations } from './rules/generations.ts'
import { checkIntegrity } from './rules/integrity.ts'
import { checkMethods } from './rules/methods.ts'
import { checkPlaceSeen } from './rules/place-seen.ts'
import { lookOf, type Rule } from './rules/plan-look.ts'
import { checkProtection } from './rules/protection.ts'
import { checkReach } from './rules/reach.ts'
import { checkRetention } from './rules/retention.ts'

interface Row {
  readonly id: RuleId
  /** The requirement of guideline 5.2 that it speaks to. */
  readonly requirementId: string
  readonly check: Rule
}

const generationsKept = '6.10.C-4-6'
const restorable = '7.3.C-2-5'
const notTampered = '7.3.D-1-3'

/** The table of rules, each beside the requirement that it answers. */
export const table: readonly Row[] = [
  { id: 'place-seen', requirementId: generationsKept, check: checkPlaceSeen },
  { id: 'integrity', requirementId: notTampered, check: checkIntegrity },
  { id: 'content', requirementId: notTampered, check: checkContent },
  { id: 'canary', requirementId: notTampered, check: checkCanary },
  { id: 'freshness', requirementId: generationsKept, check: checkFreshness },
  { id: 'gaps', requirementId: generationsKept, check: checkGaps },
  { id: 'generations', requirementId: generationsKept, check: checkGenerations },
  { id: 'retention', requirementId: generationsKept, check: checkRetention },
  { id: 'protection', requirementId: generationsKept, check: checkProtection },
  { id: 'reach', requirementId: generationsKept, check: checkReach },
  { id: 'methods', requirementId: generationsKept, check: checkMethods },
  { id: 'change', requirementId: restorable, check: checkChange },
  { id: 'clock', requirementId: restorable, check: checkClock },
  { id: 'completeness', requirementId: restorable, check: checkCompleteness },
  { id: 'disclosure', requirementId: generationsKept, check: checkDisclosure },
]

/** Judges one plan by what was seen of its places at `now`; pure. */
export function judgePlan(
  plan: BackupPlan,
  observations: readonly Observation[],
  rules: RuleSet,
  now: Instant,
): readonly Finding[] {
  const look = lookOf(plan, observations, rules, now)
  return table.flatMap(({ id, requirementId, check }) =>
    check(look).map((judged) => ({ rule: id, requirementId, ...judged })),
  )
}

/** What findings come to: one that is not met decides, then one that is unknown. */
export function stateOf(findings: readonly Pick<Finding, 'state'>[]): Finding['state'] {
  const states = new Set(findings.map(({ state }) => state))
  return states.has('not-met') ? 'not-met' : states.has('unknown') || states.size === 0 ? 'unknown' : 'met'
}
