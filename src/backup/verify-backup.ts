import type { Instant } from '#shared'
import type { Finding } from './finding.ts'
import { judgePlan, stateOf } from './judge.ts'
import { lookAtPlace, type Surroundings } from './looking/look-at-place.ts'
import type { Observation } from './observation.ts'
import type { BackupPlanFile } from './plan/plan.ts'
import { rulesFor } from './rule-set.ts'

export interface VerifiedPlan {
  readonly id: string
  readonly name: string
  readonly state: Finding['state']
  readonly findings: readonly Finding[]
  readonly places: readonly Observation[]
}

export interface BackupReport {
  readonly format: 'omamori-backup-report@1'
  readonly lookedAt: Instant
  readonly facility?: string
  readonly state: Finding['state']
  readonly plans: readonly VerifiedPlan[]
}

/**
 * Looks at every place of every plan, one after the other, and judges. What is wrong is a finding: a backup that fails
 * its verification is a successful verification. Answers 6.10.C-4-6, 7.3.C-2-5 and 7.3.D-1-3 of guideline 5.2.
 */
export async function verifyBackup(file: BackupPlanFile, around: Surroundings): Promise<BackupReport> {
  const rules = rulesFor(file)
  const limits = { ...around.limits, placeMs: file.limits.minutes * 60_000 }
  const plans: VerifiedPlan[] = []
  for (const plan of file.plans) {
    const places: Observation[] = []
    for (const place of plan.places) places.push(await lookAtPlace(place, { ...around, limits }))
    // Judged at the end of the look: a backup that was taken while we looked is not one of the future.
    const findings = judgePlan(plan, places, rules, around.clock.now())
    plans.push({ id: plan.id, name: plan.name, state: stateOf(findings), findings, places })
  }
  return {
    format: 'omamori-backup-report@1',
    lookedAt: around.clock.now(),
    ...(file.facility === undefined ? {} : { facility: file.facility }),
    state: stateOf(plans),
    plans,
  }
}
