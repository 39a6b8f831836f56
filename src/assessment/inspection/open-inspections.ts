import type { Caller } from '#access'
import type { PaperLanguage } from '#paper'
import type { Step } from './contract.ts'
import type { InspectorGround } from './inspector/ground.ts'
import { inviteInspector, openInspectorLink, readInspectors, withdrawInspector } from './inspector/links.ts'
import { openShownPart, readShownFiles, readShownParts } from './inspector/read-shown.ts'
import type { InviteInspectorRequest } from './inspector/wire.ts'
import type { InspectionGround } from './load-material.ts'
import { makeInspection } from './make-inspection.ts'
import { type InspectionKind, openInspection, readInspections } from './read-inspections.ts'

/** The use cases of the inspection file on the given ground. */
export function openInspections(ground: InspectionGround & InspectorGround) {
  return {
    makeInspection: (caller: Caller, language: PaperLanguage, begin: (step: Step) => void) =>
      makeInspection(ground, caller, language, begin),
    readInspections: (caller: Caller) => readInspections(ground, caller),
    openInspection: (caller: Caller, inspectionId: string, kind: InspectionKind) =>
      openInspection(ground, caller, inspectionId, kind),

    inviteInspector: (caller: Caller, request: InviteInspectorRequest) => inviteInspector(ground, caller, request),
    readInspectors: (caller: Caller) => readInspectors(ground, caller),
    withdrawInspector: (caller: Caller, linkId: string) => withdrawInspector(ground, caller, linkId),
    openInspectorLink: (token: string, userAgent?: string) => openInspectorLink(ground, token, userAgent),
    readShownFiles: (caller: Caller) => readShownFiles(ground, caller),
    readShownParts: (caller: Caller, inspectionId: string) => readShownParts(ground, caller, inspectionId),
    openShownPart: (caller: Caller, inspectionId: string, partId: string) =>
      openShownPart(ground, caller, inspectionId, partId),
  }
}

/** 立入検査ファイル — what is handed over at an inspection. */
export type Inspections = ReturnType<typeof openInspections>
