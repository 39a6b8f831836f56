import type { Finding } from '../finding.ts'
import { table } from '../judge.ts'
import type { BackupReport } from '../verify-backup.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { BackupWords } from './words.ts'

const worst = { 'not-met': 0, unknown: 1, met: 2 } as const

/** The report for people: each plan, each rule, each finding as a sentence; what is wrong first within a rule. */
export function reportLines(report: BackupReport, language: 'ja' | 'en'): readonly string[] {
  const words = language === 'ja' ? ja : en
  const plans = report.plans.flatMap(({ name, state, findings }) => [
    `${words.states[state]} ${name}`,
    ...table.flatMap(({ id, requirementId }) => {
      const own = findings.filter(({ rule }) => rule === id).toSorted((a, b) => worst[a.state] - worst[b.state])
      return own.length === 0
        ? []
        : [`  ${words.rules[id]} (${requirementId})`, ...own.map((each) => `    ${line(each, words)}`)]
    }),
  ])
  return [...plans, '', words.lookedAt(report.lookedAt), words.caveat]
}

function line(finding: Finding, words: BackupWords): string {
  const { state, code, placeId, generationId, facts } = finding
  const where = [placeId, generationId].flatMap((id) => id ?? []).join(' / ')
  return `${words.states[state]} ${where === '' ? '' : `[${where}] `}${words.findings[code](facts)}`.replace(
    /\p{Cc}/gu,
    ' ',
  )
}
