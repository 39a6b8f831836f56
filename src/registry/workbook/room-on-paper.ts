import type { CellValue, SheetPlan } from './workbook.ts'

const LINE_POINTS = 15
// Spreadsheet programs draw no row higher than this.
const MOST_POINTS = 409
// Of a column's width, counted in figures, its margins take about one.
const MARGIN = 1
// A letter of Japanese is as wide as two figures and a little more.
const WIDE_LETTER = 2.1
const wideLetters = /[\u1100-\u115f\u2e80-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/gu

/**
 * How high a row must be, in points, so that nothing in it is cut off; undefined where one line is enough. Programs work
 * this out themselves while one types, but not all of them do when a file is opened.
 */
export function heightOf(values: readonly CellValue[], { columns }: SheetPlan): number | undefined {
  const lines = values.map((value, at) => (columns[at]?.hidden ? 1 : linesOf(value, columns[at]?.width ?? 0)))
  const most = Math.max(1, ...lines)
  return most === 1 ? undefined : Math.min(MOST_POINTS, most * LINE_POINTS)
}

function linesOf(value: CellValue, width: number): number {
  if (typeof value !== 'string' || width <= MARGIN) return 1
  const lines = value.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / (width - MARGIN))))
  return lines.reduce((all, one) => all + one, 0)
}

function widthOf(line: string): number {
  const wide = line.match(wideLetters)?.length ?? 0
  return [...line].length - wide + wide * WIDE_LETTER
}

// A4 on its side takes about 130 figures in a row; printed smaller than at 60 % it is no longer read.
const SHEET_WIDTH = 215

/** How many pages side by side a sheet takes on paper. */
export function pagesAcross({ columns }: SheetPlan): number {
  const width = columns.reduce((all, { width, hidden }) => all + (hidden ? 0 : width), 0)
  return Math.max(1, Math.ceil(width / SHEET_WIDTH))
}
