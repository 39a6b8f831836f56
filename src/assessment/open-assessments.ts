import type { Caller } from '#access'
import type { Day } from '#shared'
import { attest, type Proof, readProof, withdrawAttestation } from './attest.ts'
import { approveExemption, proposeExemption, withdrawExemption } from './exempt.ts'
import type { Ground } from './ground.ts'
import { loadAssessment, readRequirementWords } from './load-assessment.ts'
import type * as wire from './wire.ts'

/** The use cases of this room on the given ground. */
export function openAssessments(ground: Ground) {
  return {
    loadAssessment: (caller: Caller, on?: Day) => loadAssessment(ground, caller, on),
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
  }
}

/** 点検 — the judgement of what is kept, and what people said about requirements. */
export type Assessments = ReturnType<typeof openAssessments>
