import { type Caller, demand } from '#access'
import { addDays, dayOf, Refusal } from '#shared'
import type { Change, ExemptionRow } from '#storage'
import { EDITION, type Ground, malformed, note, requirementOf, scopeOf, writerOf } from './ground.ts'
import { exemptionViewOf } from './kept.ts'
import { findExemption, insertExemption, markExemptionApproved, markExemptionWithdrawn, readWords } from './store.ts'
import type { ExemptionReference, ExemptionView, ProposeExemptionRequest } from './wire.ts'

/** A reason is looked at again within three years: people, systems and suppliers change faster. */
const REVIEW_DAYS_MAX = 1096

/** Writes down why a requirement does not apply here. It counts once the director has approved it. */
export async function proposeExemption(
  ground: Ground,
  caller: Caller,
  { requirementId, reason, reviewOn }: ProposeExemptionRequest,
): Promise<ExemptionView> {
  demand(caller, 'assessment.propose-exemption')
  const { retired } = requirementOf(ground, requirementId)
  if (retired) throw malformed('requirementId', 'retired')
  const at = ground.clock.now()
  const today = dayOf(at)
  const latest = addDays(today, REVIEW_DAYS_MAX)
  if (reviewOn <= today) throw malformed('reviewOn', 'day-over', { earliest: addDays(today, 1) })
  if (reviewOn > latest) throw malformed('reviewOn', 'too-late', { latest })
  const row: ExemptionRow = {
    facility_id: caller.facilityId,
    exemption_id: ground.newId(),
    edition: EDITION,
    requirement_id: requirementId,
    reason,
    proposed_by: writerOf(caller),
    proposed_at: at,
    approved_by: null,
    approved_at: null,
    review_on: reviewOn,
    withdrawn_at: null,
  }
  return ground.storage.write(scopeOf(caller), async (change) => {
    await insertExemption(change, row)
    const detail = { edition: EDITION, requirementId, reason, reviewOn }
    await note(ground, change, caller, 'assessment.exemption-proposed', subjectOf(row), { detail })
    return exemptionViewOf(row, (await readWords(change.db)).nameOf)
  })
}

/** 施設長の承認 — from now on the requirement does not apply here, until the day to look again has passed. */
export async function approveExemption(
  ground: Ground,
  caller: Caller,
  { exemptionId }: ExemptionReference,
): Promise<ExemptionView> {
  demand(caller, 'assessment.approve-exemption')
  const at = ground.clock.now()
  const by = writerOf(caller)
  return ground.storage.write(scopeOf(caller), async (change) => {
    const row = await exemptionIn(change, exemptionId)
    if (row.review_on <= dayOf(at)) throw new Refusal('conflict', { reason: 'review-day-over', exemptionId })
    if (!(await markExemptionApproved(change, exemptionId, { by, at })))
      throw new Refusal('conflict', { reason: row.withdrawn_at === null ? 'approved' : 'withdrawn', exemptionId })
    const { requirement_id: requirementId, reason, review_on: reviewOn } = row
    const detail = { edition: row.edition, requirementId, reason, reviewOn }
    await note(ground, change, caller, 'assessment.exemption-approved', subjectOf(row), { detail })
    return exemptionViewOf({ ...row, approved_by: by, approved_at: at }, (await readWords(change.db)).nameOf)
  })
}

/** Takes a reason back, approved or not. An approved one is taken back only by whoever may approve. */
export async function withdrawExemption(
  ground: Ground,
  caller: Caller,
  { exemptionId }: ExemptionReference,
): Promise<void> {
  demand(caller, 'assessment.propose-exemption')
  const at = ground.clock.now()
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await exemptionIn(change, exemptionId)
    if (row.approved_at !== null) demand(caller, 'assessment.approve-exemption')
    if (!(await markExemptionWithdrawn(change, exemptionId, at)))
      throw new Refusal('conflict', { reason: 'withdrawn', exemptionId })
    const detail = { edition: row.edition, requirementId: row.requirement_id }
    await note(ground, change, caller, 'assessment.exemption-withdrawn', subjectOf(row), { detail })
  })
}

async function exemptionIn(change: Change, exemptionId: string): Promise<ExemptionRow> {
  const row = await findExemption(change.db, exemptionId)
  if (!row) throw new Refusal('not-found', { what: 'exemption', exemptionId })
  return row
}

function subjectOf({ exemption_id }: ExemptionRow) {
  return { kind: 'exemption', id: exemption_id }
}
