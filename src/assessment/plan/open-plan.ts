import type { Caller } from '#access'
import type { Language } from '../contract.ts'
import { makeTaskSheet, openFromGaps, type PlanGround, readPlan, readTaskPage } from './load-plan.ts'
import type { OpenFromGapsRequest } from './wire.ts'

/** The use cases of the plan on the given ground. */
export function openPlan(ground: PlanGround) {
  return {
    readPlan: (caller: Caller, language: Language) => readPlan(ground, caller, language),
    openFromGaps: (caller: Caller, request: OpenFromGapsRequest, language: Language) =>
      openFromGaps(ground, caller, request, language),
    readTaskPage: (caller: Caller, taskId: string, language: Language) =>
      readTaskPage(ground, caller, taskId, language),
    makeTaskSheet: (caller: Caller, taskId: string, language: Language) =>
      makeTaskSheet(ground, caller, taskId, language),
  }
}

/** 改善計画 — the tasks of the facility beside its assessment. */
export type Plan = ReturnType<typeof openPlan>
