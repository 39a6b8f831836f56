import { compile, dayInWords, printable, shortened } from '#paper'
import type { ChecklistView } from '../checklist/wire.ts'
import { checklistPaper } from './sheets/checklist-paper.ts'
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
  const { language, title, on } = view
  const { sample, selfAssessment } = checklistWordsIn(language)
  return compile(template, {
    language,
    title,
    on,
    words: { selfAssessment },
    frame: {
      sample: view.sample ? sample : '',
      facility: printable(shortened(view.facility, FACILITY_IN_HEAD)),
      edition: title,
      on: dayInWords(on, language),
    },
    checklist: checklistPaper(view, responsible),
  })
}
