/** The name of the format of a question sheet as a workbook. */
export const SHEET_FORMAT = 'omamori-question-sheet@1'

export const frontName = 'はじめに'
export const questionsName = '質問'
/** Not shown: the lists of choices that are too long for a cell's own. It is not read. */
export const listsName = '選択肢'

/** The facts of the front sheet by their names, in the order in which they stand. */
export const frontKeys = ['format', 'sheetId', 'number', 'answeredBy', 'answeredOn', 'shareable'] as const
export const questionKeys = ['code', 'thing', 'question', 'takes', 'answer', 'note'] as const

/** What a cell says where there is no value. */
export const declined = { 'not-known': '分からない', 'not-concerned': '対象外' } as const
