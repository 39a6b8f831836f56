import type { JournalFinding, JournalFindingCode, JournalReport } from '../contract.ts'
import type { Quarantine } from './fence.ts'

const codes: Readonly<Record<Quarantine['reason'], JournalFindingCode>> = {
  'older-copy': 'older-than-anchor',
  differs: 'differs-from-anchor',
  unreadable: 'anchor-unreadable',
  missing: 'anchor-missing',
}

/** The report with what the anchor says, which the logs alone cannot show. */
export function withDoubt(report: JournalReport, doubt: Quarantine | undefined): JournalReport {
  if (doubt === undefined) return report
  const { reason, ...facts } = doubt
  const log = 'log' in doubt ? doubt.log : (report.logs.at(-1)?.log ?? '')
  const finding: JournalFinding = { log, code: codes[reason], facts }
  return { ...report, findings: [...report.findings, 'from' in doubt ? { ...finding, index: doubt.from } : finding] }
}
