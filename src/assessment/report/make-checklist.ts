import { compile, dayInWords, printable, shortened } from '#paper'
import type { ChecklistView } from '../checklist/wire.ts'
import { checklistSheet } from './sheets/checklist-sheet.ts'
import { checklistWordsIn } from './words/checklist.ts'

const template = new URL('./template/checklist.typ', import.meta.url)

export interface ChecklistPaper {
  /** The form with as many of its sheets as are to be printed. */
  readonly view: ChecklistView
  /** 医療情報システム安全管理責任者; left to be written in by hand when nobody is named. */
  readonly responsible?: string
}

// The head of each page has one line; the full name stands on each sheet.
const FACILITY_IN_HEAD = 36

/** チェックリストの紙 — each sheet on a page of its own, in the order and look of the form. The same input, the same bytes. */
export function makeChecklist({ view, responsible = '' }: ChecklistPaper): Promise<Uint8Array> {
  const { language } = view
  const words = checklistWordsIn(language)
  return compile(template, {
    language,
    title: view.title,
    on: view.on,
    words: {
      ...words,
      rounds: Array.from({ length: view.rounds }, (_, index) => words.round(index + 1)),
    },
    frame: {
      sample: view.sample ? words.sample : '',
      facility: printable(shortened(view.facility, FACILITY_IN_HEAD)),
      edition: view.title,
      on: dayInWords(view.on, language),
    },
    facility: printable(view.facility),
    responsible: printable(responsible),
    notices: view.notices.slice(0, 2),
    sheets: view.sheets.map((sheet) => checklistSheet(sheet, view)),
  })
}
