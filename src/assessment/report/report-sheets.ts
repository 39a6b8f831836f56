import { dayInWords, printable, shortened } from '#paper'
import type { ReportInput } from './report-input.ts'
import { directorSheet } from './sheets/director-sheet.ts'
import { gapSheet } from './sheets/gap-sheet.ts'
import { requirementSheet } from './sheets/requirement-sheet.ts'
import { sectionSheet } from './sheets/section-sheet.ts'
import { stateShapes, wordsIn } from './words/words.ts'

// The head of each page has one line; the full name stands on the first page.
const FACILITY_IN_HEAD = 36

/** The whole paper as plain values, ready for the template: texts, figures and nothing to decide. */
export function reportSheets(input: ReportInput) {
  const words = wordsIn(input.language)
  return {
    language: input.language,
    title: words.director.title,
    on: input.assessment.on,
    words: plainWords(input),
    shapes: stateShapes,
    frame: {
      sample: input.assessment.sample ? words.sample : '',
      facility: printable(shortened(input.facilityName, FACILITY_IN_HEAD)),
      edition: printable(input.editionTitle),
      on: dayInWords(input.assessment.on, input.language),
    },
    director: directorSheet(input),
    sections: sectionSheet(input),
    gaps: gapSheet(input),
    requirements: requirementSheet(input),
  }
}

/** The template gets the words that are plain text; those that take figures have been said already. */
function plainWords({ language }: ReportInput) {
  return JSON.parse(JSON.stringify(wordsIn(language)))
}
