import { dayInWords, printable } from '#paper'
import type { ChecklistView } from '../../checklist/wire.ts'
import { checklistWordsIn } from '../words/checklist.ts'
import { checklistSheet } from './checklist-sheet.ts'

/** The sheets of a checklist as plain values, ready for their template. */
export function checklistPaper(view: ChecklistView, responsible: string) {
  const words = checklistWordsIn(view.language)
  return {
    title: view.title,
    on: dayInWords(view.on, view.language),
    words: { ...words, rounds: Array.from({ length: view.rounds }, (_, index) => words.round(index + 1)) },
    facility: printable(view.facility),
    responsible: printable(responsible),
    notices: view.notices.slice(0, 2),
    sheets: view.sheets.map((sheet) => checklistSheet(sheet, view)),
  }
}
