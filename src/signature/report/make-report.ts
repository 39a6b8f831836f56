import type { FileAnswer } from '@omamori/signature'
import { compile, dayInWords, printable, shortened } from '#paper'
import { dayOf } from '#shared'
import type { SummaryLanguage } from '../words/summary.ts'
import { type ReportOrder, reportWords } from './report-words.ts'
import { fileSheet } from './sheets.ts'

const template = new URL('./template/report.typ', import.meta.url)

// The head of each page has one line.
const facilityInHead = 36

export interface ReportLetterhead {
  /** Whose paper it is; empty on the command line, which belongs to nobody. */
  readonly facility: string
  readonly sample: boolean
  readonly order: ReportOrder
  readonly language: SummaryLanguage
}

/** 署名検証報告書 — the answers as PDF on A4, each file from a new page. The same answers give the same bytes. */
export function makeReport(answers: readonly FileAnswer[], letterhead: ReportLetterhead): Promise<Uint8Array> {
  const { facility, sample, order, language } = letterhead
  const words = reportWords(language)
  const on = dayOf(answers[0]?.at ?? new Date(0).toISOString())
  return compile(template, {
    ...{ language, title: words.title, on, foot: words.foot[order], next: words.next },
    words: { selfAssessment: '' },
    frame: {
      sample: sample ? words.sample : '',
      facility: printable(shortened(facility, facilityInHead)),
      edition: `${words.title}　${words.orders[order]}`,
      on: dayInWords(on, language),
    },
    files: answers.map((answer) => fileSheet(answer, order, language)),
  })
}
