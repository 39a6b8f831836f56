import type { Caller } from '#access'
import type { PaperLanguage } from '#paper'
import type { Step } from './contract.ts'
import type { InspectionGround } from './load-material.ts'
import { makeInspection } from './make-inspection.ts'
import { type InspectionKind, openInspection, readInspections } from './read-inspections.ts'

/** The use cases of the inspection file on the given ground. */
export function openInspections(ground: InspectionGround) {
  return {
    makeInspection: (caller: Caller, language: PaperLanguage, begin: (step: Step) => void) =>
      makeInspection(ground, caller, language, begin),
    readInspections: (caller: Caller) => readInspections(ground, caller),
    openInspection: (caller: Caller, inspectionId: string, kind: InspectionKind) =>
      openInspection(ground, caller, inspectionId, kind),
  }
}

/** 立入検査ファイル — what is handed over at an inspection. */
export type Inspections = ReturnType<typeof openInspections>
