import { type Expected, type Issue, type IssueCode, type Language, sayIssue } from '#registry/contract'

/** What can be wrong with an answer beyond its value. */
export type AnswerIssueCode =
  | 'misread-code'
  | 'unknown-code'
  | 'other-sheet'
  | 'twice'
  | 'note-missing'
  | 'value-missing'
  | 'day-in-future'
  | 'day-before-asked'
  | 'name-missing'
  | 'another-workbook'
  | 'another-sheet'

/** One thing wrong with what a supplier sent; `path` is the code as it was typed, `cell` where it stands. */
export interface AnswerIssue {
  readonly path: string
  readonly cell?: Issue['cell']
  readonly code: AnswerIssueCode | IssueCode
  readonly expected?: Expected
  readonly actual?: string
  /** The number of the sheet to which a code belongs, or the first day that would be right. */
  readonly sheet?: number
  readonly earliest?: string
}

type Say = (issue: AnswerIssue) => { readonly ja: string; readonly en: string }

const sentences: Readonly<Record<AnswerIssueCode, Say>> = {
  'misread-code': ({ path }) => ({
    ja: `「${path}」は番号として読めません。1字ずつ確かめてください（0・1・2・5・6・8 と B・D・G・I・L・O・Q・S・U・V・Z は使いません）。`,
    en: `"${path}" is no code. Check each letter (0, 1, 2, 5, 6, 8 and B, D, G, I, L, O, Q, S, U, V, Z are never used).`,
  }),
  'unknown-code': ({ path }) => ({
    ja: `「${path}」は、この質問票にない番号です。`,
    en: `"${path}" is not on this sheet.`,
  }),
  'other-sheet': ({ path, sheet }) => ({
    ja: `「${path}」は、別の質問票（第${sheet}号）の番号です。その票を開いて入れてください。`,
    en: `"${path}" belongs to another sheet (no. ${sheet}). Open that sheet to enter it.`,
  }),
  twice: ({ path }) => ({
    ja: `「${path}」に、違う答えが2つあります。どちらか1つにしてください。`,
    en: `"${path}" has two different answers. Leave one of them.`,
  }),
  'note-missing': ({ path }) => ({
    ja: `「${path}」: 「対象外」のときは、その理由を書いてください。`,
    en: `"${path}": say why it does not concern you.`,
  }),
  'value-missing': ({ path }) => ({ ja: `「${path}」: 答えがありません。`, en: `"${path}" has no answer.` }),
  'day-in-future': () => ({
    ja: '回答した日が、まだ来ていない日です。',
    en: 'The day of the answer has not come yet.',
  }),
  'day-before-asked': ({ earliest }) => ({
    ja: `回答した日が、尋ねた日（${earliest}）より前です。年を確かめてください。`,
    en: `The day of the answer lies before the question was asked (${earliest}). Check the year.`,
  }),
  'name-missing': () => ({ ja: '答えた方のお名前がありません。', en: 'The name of whoever answered is missing.' }),
  'another-workbook': () => ({
    ja: '事業者への質問票のExcelではありません。お守りから書き出した質問票を使ってください。',
    en: 'This is not the Excel file of a question sheet. Use one that was written by Omamori.',
  }),
  'another-sheet': ({ sheet }) => ({
    ja: `これは第${sheet}号の質問票です。第${sheet}号を開いて取り込んでください。`,
    en: `This is sheet no. ${sheet}. Open that sheet and upload it there.`,
  }),
}

const isOurs = (code: AnswerIssue['code']): code is AnswerIssueCode => Object.hasOwn(sentences, code)

/** One sentence for one issue, with its cell when it came in a workbook. */
export function sayAnswerIssue(issue: AnswerIssue, language: Language): string {
  if (!isOurs(issue.code)) return sayIssue({ ...issue, code: issue.code }, language)
  const said = sentences[issue.code](issue)[language]
  if (!issue.cell || !('sheet' in issue.cell)) return said
  const at = issue.cell.at ?? ''
  return language === 'ja' ? `「${issue.cell.sheet}」の表 ${at}: ${said}` : `${issue.cell.sheet} ${at}: ${said}`
}
