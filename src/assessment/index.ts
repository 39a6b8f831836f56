export { PROOF_BYTES_MAX, type Proof } from './attest.ts'
export { shortfallsOf } from './charge/shortfalls.ts'
export type { FilledChecklist } from './checklist/contract.ts'
export { presentChecklist } from './checklist/present-checklist.ts'
export { proposeChecklist } from './checklist/propose.ts'
export * from './contract.ts'
export { steps as inspectionSteps } from './inspection/contract.ts'
export { type Inspections, openInspections } from './inspection/open-inspections.ts'
export { wordsOf as inspectionWords } from './inspection/words/words.ts'
export { assess, type Material } from './judge.ts'
export { type Assessments, openAssessments } from './open-assessments.ts'
export { openReports, type Reports } from './open-reports.ts'
export { openPlan, type Plan } from './plan/open-plan.ts'
export { planRowsOf } from './plan/plan-rows.ts'
export { writePlanWorkbook } from './plan/plan-workbook.ts'
export { seesEveryTask } from './plan/whose.ts'
export { present } from './present.ts'
export { proofTypeOf } from './proof-type.ts'
export { makeAssessmentWorkbook, makeChecklist, makeReport } from './report/index.ts'
export { previousOf, reportFor } from './report-for.ts'
export { holderOf, ownerOf, supplierOf } from './responsible.ts'
export { presentComparison } from './snapshot/present-comparison.ts'
export {
  ownTasksOfToday,
  type PlannedOfToday,
  type ReaderOfToday,
  TASKS_OF_TODAY,
  type TaskOfToday,
  type Today,
  todayOf,
} from './today.ts'
