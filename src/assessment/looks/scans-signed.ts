import { type Look, met, notMet } from './look.ts'

/** 9.1 C 2(3), 9.2 C 1 — a scan is signed within the time that the facility decided. */
export const lookAtScans: Look = ({ scans, scansOverdue }) => {
  if (scansOverdue > 0) return [notMet('kept-scans-overdue', { count: scansOverdue })]
  return scans === 0 ? [] : [met('kept-scans-signed', { count: scans })]
}
