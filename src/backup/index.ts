export { defaultLimits } from './looking/watch.ts'
export { readPlan } from './plan/read-plan.ts'
export { type BackupReport, verifyBackup } from './verify-backup.ts'
export { reportLines } from './words/report-lines.ts'
