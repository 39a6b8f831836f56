import type { Edition } from '@omamori/guideline'
import { compile, dayInWords, printable, shortened } from '#paper'
import type { Facility } from '#registry/contract'
import { outcomes, type TaskView } from '#task/contract'
import type { Assessment, Language } from '../contract.ts'
import { sayFinding } from '../words/say.ts'
import type { PlanRow } from './plan-rows.ts'
import { decisionWords } from './words/decision-sheet.ts'

export interface DecisionSheetInput {
  readonly row: PlanRow
  readonly facility: Facility
  readonly assessment: Assessment
  readonly edition: Edition
  readonly language: Language
  /** The name of who decided, where somebody did. */
  readonly decidedBy?: string
}

// The head of a page has one line; the full name stands below it.
const FACILITY_IN_HEAD = 36
// The page is one page: what a director reads before deciding. The screen has the rest.
const REASONS = 3
const FINDINGS = 2
const template = new URL('./template/decision-sheet.typ', import.meta.url)

/** 決裁書 — one task on A4 for the director to stamp: what, why, from whom, for how much, by when, and what follows if not. */
export function makeDecisionSheet(input: DecisionSheetInput): Promise<Uint8Array> {
  return compile(template, decisionSheet(input))
}

/** What the paper says, ready to be laid out. The same input, the same paper. */
export function decisionSheet({ row, facility, assessment, edition, language, decidedBy = '' }: DecisionSheetInput) {
  const words = decisionWords[language]
  const { task, owner, supplier } = row
  const reasons = reasonsFor(row, assessment, edition, language)
  return {
    ...{ language, title: words.title, on: assessment.on, words },
    frame: {
      sample: assessment.sample ? words.sample : '',
      facility: printable(shortened(facility.profile.name, FACILITY_IN_HEAD)),
      edition: words.number(numberOf(task)),
      on: dayInWords(assessment.on, language),
    },
    facility: printable(facility.profile.name),
    subject: printable(task.title),
    reasons: reasons.slice(0, REASONS),
    moreReasons: reasons.length > REASONS ? words.more(reasons.length - REASONS) : '',
    background: printable(task.background),
    supplier: printable(supplier?.name ?? ''),
    owner: printable(owner?.name ?? ''),
    cost: task.cost === undefined ? '' : words.yen(task.cost),
    alternatives: task.alternatives.map(({ name, cost }) => ({
      name: printable(name),
      cost: cost === undefined ? '' : words.yen(cost),
    })),
    due: task.dueOn ? dayInWords(task.dueOn, language) : '',
    ifNotDone: printable(task.ifNotDone),
    decided: decidedOf(task, decidedBy, language),
  }
}

/** What is written beside the paper, so that what was stamped can be entered on the task it was made from. */
function numberOf({ taskId, version }: TaskView): string {
  return `${taskId.slice(0, 8)}-${version}`
}

function reasonsFor({ requirements }: PlanRow, assessment: Assessment, edition: Edition, language: Language) {
  return requirements.flatMap(({ id, state }) => {
    const requirement = edition.requirements.find((one) => one.id === id)
    const judged = assessment.requirements.find((one) => one.id === id)
    if (!requirement) return []
    const found = judged?.findings.filter((finding) => finding.state === state && state !== 'met') ?? []
    return [
      {
        title: requirement.title[language],
        summary: requirement.summary[language],
        state: state === undefined ? '' : decisionWords[language].states[state],
        findings: found.slice(0, FINDINGS).map((finding) => printable(sayFinding(finding, language))),
      },
    ]
  })
}

/** A decision that was made already is printed as made; without one the boxes are empty. */
function decidedOf({ decision }: TaskView, by: string, language: Language) {
  if (!decision?.holds) return { line: '', words: '' }
  const words = decisionWords[language]
  const day = dayInWords(decision.decidedOn, language)
  const line = words.decided({ name: printable(by), day, outcome: outcomes[decision.outcome][language] })
  return { line, words: printable(decision.words) }
}
