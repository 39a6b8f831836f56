import type { Caller } from '#access'
import type { Day } from '#shared'
import { attest, type Proof, readProof, withdrawAttestation } from './attest.ts'
import { answerChecklist, withdrawChecklistAnswer } from './checklist/answer-checklist.ts'
import { readChecklist } from './checklist/load-checklist.ts'
import type { AnswerChecklistRequest, WithdrawChecklistAnswerRequest } from './checklist/wire.ts'
import { approveExemption, proposeExemption, withdrawExemption } from './exempt.ts'
import type { Ground } from './ground.ts'
import { loadAssessment, loadUnknowns, readRequirementWords } from './load-assessment.ts'
import { readComparison, readRequirementHistory, readSnapshot, readSnapshots } from './snapshot/read-snapshots.ts'
import { approveSnapshot, takeSnapshot } from './snapshot/take-snapshot.ts'
import type { ApproveSnapshotRequest } from './snapshot/wire.ts'
import type * as wire from './wire.ts'

/** The use cases of this room on the given ground. */
export function openAssessments(ground: Ground) {
  return {
    loadAssessment: (caller: Caller, on?: Day) => loadAssessment(ground, caller, on),
    loadUnknowns: (scope: { readonly facilityId: string }) => loadUnknowns(ground, scope),
    readRequirementWords: (caller: Caller, requirementId: string) =>
      readRequirementWords(ground, caller, requirementId),
    attest: (caller: Caller, request: wire.AttestRequest, proof?: Proof) => attest(ground, caller, request, proof),
    withdrawAttestation: (caller: Caller, request: wire.AttestationReference) =>
      withdrawAttestation(ground, caller, request),
    readProof: (caller: Caller, request: wire.AttestationReference) => readProof(ground, caller, request),
    proposeExemption: (caller: Caller, request: wire.ProposeExemptionRequest) =>
      proposeExemption(ground, caller, request),
    approveExemption: (caller: Caller, request: wire.ExemptionReference) => approveExemption(ground, caller, request),
    withdrawExemption: (caller: Caller, request: wire.ExemptionReference) => withdrawExemption(ground, caller, request),
    takeSnapshot: (caller: Caller) => takeSnapshot(ground, caller),
    approveSnapshot: (caller: Caller, request: ApproveSnapshotRequest) => approveSnapshot(ground, caller, request),
    readSnapshots: (caller: Caller) => readSnapshots(ground, caller),
    readSnapshot: (caller: Caller, snapshotId: string) => readSnapshot(ground, caller, snapshotId),
    readComparison: (caller: Caller, ids: { readonly before: string; readonly after: string }) =>
      readComparison(ground, caller, ids),
    readRequirementHistory: (caller: Caller, requirementId: string) =>
      readRequirementHistory(ground, caller, requirementId),
    readChecklist: (caller: Caller, checklistId: string, on?: Day) => readChecklist(ground, caller, checklistId, on),
    answerChecklist: (caller: Caller, checklistId: string, request: AnswerChecklistRequest) =>
      answerChecklist(ground, caller, checklistId, request),
    withdrawChecklistAnswer: (caller: Caller, checklistId: string, request: WithdrawChecklistAnswerRequest) =>
      withdrawChecklistAnswer(ground, caller, checklistId, request),
  }
}

/** 点検 — the judgement of what is kept, and what people said about requirements. */
export type Assessments = ReturnType<typeof openAssessments>
