import { dayOf, type Instant, Refusal } from '#shared'
import type { PastPaperPlanRow } from '#storage'
import { malformed } from '../ground.ts'
import { DISPENSED } from './scan.ts'
import type { ScanRequest } from './wire.ts'

/** Refuses a form that does not say what its case asks for (9.2 to 9.5). Pure. */
export function refuseUnfit(request: ScanRequest, facilityType: string | undefined, now: Instant): void {
  const { scanCase, kind, paperAt, dispensedAt, planId, patient, keptAt, writtenOn } = request
  const isOriginal = scanCase !== 'convenience'
  if (writtenOn > dayOf(now)) throw malformed('document-written-in-future', 'writtenOn')
  if (scanCase === 'at-care' && paperAt === undefined) throw malformed('scan-needs-paper-at', 'paperAt')
  if (paperAt !== undefined && paperAt > now) throw malformed('scan-paper-in-future', 'paperAt')
  if (scanCase === 'past-paper' && planId === undefined) throw malformed('scan-needs-plan', 'planId')
  if (scanCase !== 'past-paper' && planId !== undefined) throw malformed('scan-plan-elsewhere', 'planId')
  if (scanCase === 'past-paper' && patient === undefined) throw malformed('scan-needs-patient', 'patient')
  if (scanCase === 'convenience' && keptAt === undefined) throw malformed('scan-needs-place', 'keptAt')
  // 3.3, 9.4: before the medicine was handed out the paper is the original, and the pharmacy's scan is none.
  if (isOriginal && kind === 'prescription' && facilityType === 'pharmacy')
    throw malformed('scan-before-dispensing', 'kind')
  if (isOriginal && kind === DISPENSED && dispensedAt === undefined)
    throw malformed('scan-needs-dispensed-at', 'dispensedAt')
  if (dispensedAt !== undefined && dispensedAt > now) throw malformed('scan-dispensed-in-future', 'dispensedAt')
}

/** Refuses to scan by a plan that does not run now. */
export function refuseIdle(plan: PastPaperPlanRow | undefined, now: Instant): void {
  if (!plan) throw malformed('scan-plan-unknown', 'planId')
  if (plan.ended_at !== null) throw new Refusal('conflict', { reason: 'scan-plan-ended' })
  if (plan.starts_on > dayOf(now)) throw new Refusal('conflict', { reason: 'scan-plan-not-started' })
}
