import { dayInFewWords, dayInWords, printable } from '#paper'
import type { Decision, ReportInput } from '../report-input.ts'
import { type ReportWords, wordsIn } from '../words/words.ts'
import { totalOf } from './count-states.ts'
import { groupUnknown } from './unknown-groups.ts'

const MOST_URGENT = 4

/** 院長の1枚 — what to decide first, then how it stands. Everything here is a ready sentence or a figure. */
export function directorSheet(input: ReportInput) {
  const { assessment, language } = input
  const words = wordsIn(language)
  const minimum = assessment.counts.C
  return {
    addressee: [printable(input.facilityName), words.director.to(input.director && printable(input.director))],
    reportNumber: input.reportNumber ? printable(input.reportNumber) : '',
    lead: words.director.lead(input.editionTitle, totalOf(minimum), dayInFewWords(assessment.on, language)),
    verdict: verdict(input, words),
    decisions: input.decisions.map((decision) => decisionRow(decision, words)),
    counts: { ...minimum, total: totalOf(minimum) },
    apart: words.director.apart(minimum['not-applicable']),
    resultBase: words.director.resultBase(totalOf(minimum), minimum.met),
    previous: previousRow(input, words),
    notes: notes(input, words),
    urgent: urgentRows(input),
    urgentBases: urgentBases(input, words),
    colophon: [
      [words.director.edition, printable(input.editionTitle)],
      [words.director.createdOn, dayInWords(input.createdOn, language)],
      [words.director.createdBy, printable(input.createdBy)],
      [words.director.responsible, printable(input.responsible)],
    ],
  }
}

function verdict({ decisions, assessment }: ReportInput, words: ReportWords): string {
  const minimum = assessment.counts.C
  return decisions.length > 0
    ? words.director.decide(decisions.length)
    : words.director.nothingToDecide(minimum['not-met'], minimum.unknown)
}

const decisionRow = (decision: Decision, words: ReportWords) => ({
  title: printable(decision.title),
  detail: printable(decision.detail),
  options: (decision.options ?? words.director.answers).map(printable),
})

function previousRow({ previous, language }: ReportInput, words: ReportWords) {
  if (!previous) return null
  return {
    name: words.director.previous(dayInFewWords(previous.on, language)),
    counts: { ...previous.counts, total: totalOf(previous.counts) },
  }
}

function notes({ assessment, language }: ReportInput, words: ReportWords): string[] {
  const { C, D } = assessment.counts
  const unknown = assessment.requirements.filter((one) => one.kind === 'C' && one.state === 'unknown')
  const groups = groupUnknown(unknown, assessment.gaps, language)
  return [
    ...(groups.length > 0 ? [words.director.unknownAre(C.unknown, groups)] : []),
    words.director.recommended(totalOf(D), D.met, D['not-met'], D.unknown, D['not-applicable']),
  ]
}

/** What stands beside the heading, for each number of rows the page may have room for. */
function urgentBases(input: ReportInput, words: ReportWords): readonly string[] {
  const notMet = input.assessment.counts.C['not-met']
  const besides = input.decisions.some((decision) => decision.requirementId !== undefined)
  return [
    notMet === 0 ? words.director.noUrgent : words.director.urgentElsewhere(notMet),
    ...urgentRows(input).map((_, index) => words.director.urgentBase(notMet, index + 1, besides)),
  ]
}

/** The heaviest minimum items not met, besides those to be decided above. Owner and day stay empty where nobody knows them, to be written in by hand. */
function urgentRows({ assessment, decisions, language }: ReportInput) {
  const asked = new Set(decisions.map((decision) => decision.requirementId))
  const minimum = new Set(assessment.requirements.filter((one) => one.kind === 'C').map((one) => one.id))
  return assessment.gaps
    .filter((gap) => gap.state === 'not-met' && minimum.has(gap.requirementId) && !asked.has(gap.requirementId))
    .slice(0, MOST_URGENT)
    .map((gap) => ({
      sentence: printable(gap.sentence),
      owner: gap.owner ? printable(gap.owner) : '',
      due: gap.dueOn ? dayInFewWords(gap.dueOn, language) : '',
    }))
}
