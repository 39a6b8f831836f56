import { type AnyKind, itemKinds } from '../facility/facility.ts'

// Every sheet begins alike: what it is, how it is filled in, the names of the facts (hidden), their words.
export const TITLE_ROW = 1
export const KEY_ROW = 3
export const HEADER_ROW = 4
export const FIRST_ROW = 5

/** The name of the format of workbooks, beside that of the facts in it. */
export const WORKBOOK_FORMAT = 'omamori-workbook@1'

export const frontSheet = 'はじめに'
export const practicesSheet = '適用の質問'
/** Not shown: the lists of choices that are too long for a cell's own. It is not read. */
export const choicesSheet = '選択肢'

export const workbookKinds: readonly AnyKind[] = Object.values(itemKinds)

export function sheetOf(kind: AnyKind): string {
  return kind.words.ja
}

/** The names of a sheet with one fact a row: of a kind there is one of, of the front, of the questions. */
export const factKeys = ['fact', '', 'value'] as const
export const practiceKeys = ['fact', '', 'value', 'confirmedOn'] as const
