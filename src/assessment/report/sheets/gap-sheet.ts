import { dayInFewWords, printable } from '#paper'
import type { ReportedGap, ReportedRequirement, ReportInput } from '../report-input.ts'
import { type ReportWords, wordsIn } from '../words/words.ts'
import { nameOf } from './requirement-name.ts'
import { groupUnknown, isAsked, type UnknownGroup } from './unknown-groups.ts'

// A finding may name dozens of terminals; the paper shows the first and says how many more there are.
const MOST_FINDINGS = 5

/** 足りないこと — what is not met with what to do, then what is unknown with whom to ask. */
export function gapSheet(input: ReportInput) {
  const { assessment, language } = input
  const words = wordsIn(language)
  const toDo = new Map(assessment.gaps.map((gap) => [gap.requirementId, printable(gap.sentence)]))
  const unknown = assessment.requirements.filter((one) => one.state === 'unknown')
  return {
    notMet: (['C', 'D'] as const).map((kind) => ({ kind, rows: notMetRows(input, kind) })),
    unknown: groupUnknown(unknown, assessment.gaps, language).map((group) => ({
      name: capitalised(group.name),
      count: words.gaps.count(group.count),
      ask: group.ask,
      parts: group.parts.map(({ askOf, items }) => ({
        askOf,
        items: items.map((one) => ({
          ...nameOf(one, words),
          section: words.sections.label(one.section),
          toDo: saysMore(group.reason) ? (toDo.get(one.id) ?? '') : '',
        })),
      })),
    })),
  }
}

// In the other groups the sentence of each item only says again what stands under the heading.
const saysMore = (reason: UnknownGroup['reason']): boolean => isAsked(reason) || reason === 'applicability-unknown'

/** In the order of the gaps, which come heaviest first; a requirement without a gap comes last. */
function notMetRows({ assessment, language }: ReportInput, kind: 'C' | 'D') {
  const words = wordsIn(language)
  const gaps = new Map(assessment.gaps.map((gap) => [gap.requirementId, gap]))
  const order = new Map(assessment.gaps.map((gap, index) => [gap.requirementId, index]))
  return assessment.requirements
    .filter((one) => one.kind === kind && one.state === 'not-met')
    .sort((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || 0)
    .map((one) => notMetRow(one, gaps.get(one.id), words, language))
}

function notMetRow(
  requirement: ReportedRequirement,
  gap: ReportedGap | undefined,
  words: ReportWords,
  language: ReportInput['language'],
) {
  const findings = requirement.findings.filter((finding) => finding.state === 'not-met')
  const reason = requirement.reason ? [words.reasons[requirement.reason].name] : []
  return {
    ...nameOf(requirement, words),
    section: words.sections.label(requirement.section),
    findings: firstOf(
      findings.length > 0 ? findings.map((finding) => printable(finding.sentence)) : reason,
      MOST_FINDINGS,
      words,
    ),
    toDo: gap ? printable(gap.sentence) : '',
    owner: gap?.owner ? printable(gap.owner) : '',
    due: gap?.dueOn ? dayInFewWords(gap.dueOn, language) : '',
  }
}

/** The first of many sentences, and the number of those left out in one more. */
export function firstOf(sentences: readonly string[], most: number, words: ReportWords): readonly string[] {
  return sentences.length <= most ? sentences : [...sentences.slice(0, most), words.list.more(sentences.length - most)]
}

/** A heading begins with a capital where the language has them. */
const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
