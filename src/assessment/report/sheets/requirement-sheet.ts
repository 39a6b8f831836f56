import { dayInFewWords, printable } from '#paper'
import type { Evidence } from '../../contract.ts'
import type { ReportedFinding, ReportedRequirement, ReportInput } from '../report-input.ts'
import { type ReportWords, wordsIn } from '../words/words.ts'
import { firstOf } from './gap-sheet.ts'
import { nameOf } from './requirement-name.ts'
import { sectionsOf } from './section-sheet.ts'

// The list stays readable and under twenty pages; everything is on the screen.
const MOST_FINDINGS = 2
const MOST_EVIDENCE = 2

const worstFirst: readonly ReportedFinding['state'][] = ['not-met', 'unknown', 'met']

/** 全項目 — each requirement with its state, what was found and what that rests on. */
export function requirementSheet(input: ReportInput) {
  return sectionsOf(input).map(({ name, items }) => ({
    name,
    kinds: (['C', 'D'] as const)
      .map((kind) => ({ kind, rows: items.filter((one) => one.kind === kind).map((one) => row(one, input)) }))
      .filter(({ rows }) => rows.length > 0),
  }))
}

function row(requirement: ReportedRequirement, { language }: ReportInput) {
  const words = wordsIn(language)
  const evidence = alike(requirement.evidence.map((one) => evidenceLine(one, words, language)))
  return {
    ...nameOf(requirement, words),
    state: requirement.state,
    reason: requirement.reason ? words.reasons[requirement.reason].name : '',
    findings: findingsOf(requirement, words),
    evidence: evidence.slice(0, MOST_EVIDENCE),
    more: evidence.length > MOST_EVIDENCE ? words.list.more(evidence.length - MOST_EVIDENCE) : '',
  }
}

/** The worst come first, as they decide; what is in order is left to its evidence. */
function findingsOf({ findings, state }: ReportedRequirement, words: ReportWords): readonly string[] {
  const shown = state === 'not-applicable' ? [] : findings.filter((finding) => finding.state !== 'met')
  const sorted = shown.toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state))
  return firstOf(
    sorted.map((finding) => printable(finding.sentence)),
    MOST_FINDINGS,
    words,
  )
}

/** Several fields of one thing read on one day are one line of paper. */
const alike = <T extends object>(lines: readonly T[]): readonly T[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
]

/** What it rests on and how strong that is, then its day and its end. */
function evidenceLine(evidence: Evidence, words: ReportWords, language: ReportInput['language']) {
  const subject = evidence.about?.name || evidence.statement || words.list.register
  const by = evidence.kind === 'attestation' ? (evidence.by ?? '') : ''
  return {
    subject: printable(words.list.evidence(subject, words.sources[evidence.source], by, evidence.expired)),
    days: words.list.until(dayInFewWords(evidence.takenOn, language), dayInFewWords(evidence.validUntil, language)),
  }
}
