export { makeChecklist } from './make-checklist.ts'
export { makeReport } from './make-report.ts'
export { makeAssessmentWorkbook } from './make-workbook.ts'
export type { Decision, ReportInput } from './report-input.ts'
