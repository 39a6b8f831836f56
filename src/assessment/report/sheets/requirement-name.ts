import { printable } from '#paper'
import type { ReportedRequirement } from '../report-input.ts'
import type { ReportWords } from '../words/words.ts'

/**
 * How a requirement is named on paper. Its id is our key and is never printed; the ministry's number is printed only when
 * it was seen in the official text, and what was not compared with that text says so.
 */
export function nameOf(requirement: ReportedRequirement, words: ReportWords) {
  const seen = requirement.printedNumber.confidence === 'seen'
  return {
    number: seen ? printable(requirement.printedNumber.text) : words.list.unconfirmedNumber,
    seen,
    title: printable(requirement.title),
    contentMark: requirement.contentConfirmed ? '' : words.list.unconfirmedContent,
    indented: requirement.parent !== undefined,
  }
}
