import { type CellValue, type SheetPlan, writeSheets } from '#registry'
import type { Instant } from '#shared'
import type { Counts, State } from '../contract.ts'
import type { ReportedRequirement, ReportInput } from './report-input.ts'
import { type ReportWords, stateShapes, wordsIn } from './words/words.ts'
import { workbookWordsIn } from './words/workbook.ts'

// A cell takes 32,767 letters; a row that long is read by nobody.
const LONGEST_CELL = 8000
const TITLE_ROWS = 2
const HEADER_ROW = 3

/**
 * 点検の表 — the assessment as a workbook, in the order of the guideline, and its counts with their bases. Every cell is
 * text or a day: nothing that a facility wrote can become a formula.
 */
export function makeAssessmentWorkbook(input: ReportInput, at: Instant): Promise<Uint8Array> {
  return writeSheets(assessmentSheets(input), at)
}

export function assessmentSheets(input: ReportInput): readonly SheetPlan[] {
  return [itemSheet(input), countSheet(input)]
}

function itemSheet(input: ReportInput): SheetPlan {
  const { assessment, language } = input
  const words = wordsIn(language)
  const { headers, widths, sheet } = workbookWordsIn(language)
  const gaps = new Map(assessment.gaps.map((gap) => [gap.requirementId, gap]))
  const rows = assessment.requirements.map((one): readonly CellValue[] => {
    const gap = gaps.get(one.id)
    return [
      numberOf(one, words),
      titleOf(one, words),
      one.kind === 'C' ? words.sections.minimum : words.sections.recommended,
      stateOf(one.state, words),
      one.reason === undefined ? undefined : words.reasons[one.reason].name,
      findingsOf(one),
      evidenceOf(one, words),
      expiryOf(one),
      gap?.owner,
      gap?.sentence,
    ].map((value) => (value === '' ? undefined : value))
  })
  return {
    ...frame(input, sheet),
    columns: widths.map((width, index) => ({ width, ...(index === EXPIRY ? { format: 'day' as const } : {}) })),
    rows: [...titleRows(input, sheet, words), headers, ...rows],
    headerRow: HEADER_ROW,
    frozenColumns: 2,
    filters: true,
  }
}

/** The column of the day on which the first evidence runs out. */
const EXPIRY = 7

function countSheet(input: ReportInput): SheetPlan {
  const { assessment, language, sections } = input
  const words = wordsIn(language)
  const { countSheet: name, countHeaders } = workbookWordsIn(language)
  const kinds = ['C', 'D'] as const
  const rowFor = (label: string, kind: 'C' | 'D', counts: Counts): readonly CellValue[] => [
    label,
    kind === 'C' ? words.sections.minimum : words.sections.recommended,
    counts.met + counts['not-met'] + counts.unknown,
    counts.met,
    counts['not-met'],
    counts.unknown,
    counts['not-applicable'],
  ]
  const bySection = sections.flatMap(({ section, title }) =>
    kinds.map((kind) => ({
      label: `${words.sections.label(section)} ${title}`,
      kind,
      counts: countsOf(input, section, kind),
    })),
  )
  return {
    ...frame(input, name),
    columns: [
      { width: 46 },
      { width: 10 },
      ...Array.from({ length: 5 }, () => ({ width: 11, format: 'number' as const })),
    ],
    rows: [
      ...titleRows(input, name, words),
      countHeaders,
      ...kinds.map((kind) => rowFor(words.sections.total, kind, assessment.counts[kind])),
      ...bySection
        .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
        .map(({ label, kind, counts }) => rowFor(label, kind, counts)),
      [],
      [words.sections.note],
    ],
    headerRow: HEADER_ROW,
    frozenColumns: 1,
  }
}

function frame({ facilityName, assessment, language }: ReportInput, name: string): Omit<SheetPlan, 'columns' | 'rows'> {
  const mark = assessment.sample ? `［${wordsIn(language).sample}］` : ''
  return { name, head: `${mark}${facilityName}`, titleRow: 1, pullDowns: [] }
}

/** Whose it is and of which day; and that it is no certification. */
function titleRows({ facilityName, assessment, editionTitle }: ReportInput, name: string, words: ReportWords) {
  const mark = assessment.sample ? `［${words.sample}］` : ''
  const rows = [[`${mark}${facilityName}　${name}　${assessment.on}`], [`${editionTitle}　${words.selfAssessment}`]]
  return rows.slice(0, TITLE_ROWS)
}

function countsOf({ assessment }: ReportInput, section: string, kind: 'C' | 'D'): Counts {
  const own = assessment.requirements.filter((one) => one.section === section && one.kind === kind)
  const count = (state: State) => own.filter((one) => one.state === state).length
  return {
    met: count('met'),
    'not-met': count('not-met'),
    unknown: count('unknown'),
    'not-applicable': count('not-applicable'),
  }
}

/** A number that was not seen in the official text is not printed. */
function numberOf({ section, printedNumber }: ReportedRequirement, words: ReportWords): string {
  const label = words.sections.label(section)
  return `${label} ${printedNumber.confidence === 'seen' ? printedNumber.text : `［${words.list.unconfirmedNumber}］`}`
}

function titleOf({ title, contentConfirmed }: ReportedRequirement, words: ReportWords): string {
  return contentConfirmed ? title : `${title}［${words.list.unconfirmedContent}］`
}

const stateOf = (state: State, words: ReportWords) => `${stateShapes[state]} ${words.states[state]}`

const cut = (text: string) => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text)

function findingsOf({ findings }: ReportedRequirement): string {
  return cut(findings.map(({ state, sentence }) => `${stateShapes[state]} ${sentence}`).join('\n'))
}

/** What it rests on with its day; several facts of one thing on one day are one line. */
function evidenceOf({ evidence }: ReportedRequirement, words: ReportWords): string {
  const lines = evidence.map(({ about, statement, source, by, takenOn, expired }) => {
    const subject = about?.name || statement || words.list.register
    return `${words.list.evidence(subject, words.sources[source], by ?? '', expired)} ${takenOn}`
  })
  return cut([...new Set(lines)].join('\n'))
}

/** The first day on which something it rests on runs out. */
function expiryOf({ evidence }: ReportedRequirement): CellValue {
  const [first] = evidence.map(({ validUntil }) => validUntil).sort()
  return first === undefined ? undefined : { day: first }
}
