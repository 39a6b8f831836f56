import type { Words } from '../facility/field.ts'

/** What can be wrong with a workbook, said so that whoever filled it in can put it right. */
export const workbookSentences = {
  'not-a-workbook': {
    ja: 'Excelの書類（.xlsx）ではありません。お守りから書き出した書類か雛形を使ってください。',
    en: 'This is no Excel workbook (.xlsx). Use a workbook or template written by Omamori.',
  },
  'old-workbook': {
    ja: '古い形（.xls）か、パスワードの付いた書類です。パスワードを外し、.xlsx で保存し直してください。',
    en: 'It is an old workbook (.xls) or has a password. Take the password off and save it as .xlsx.',
  },
  'damaged-workbook': {
    ja: '書類が壊れていて読めません。Excelで開き、別の名前で保存し直してください。',
    en: 'The workbook is damaged. Open it in Excel and save it under another name.',
  },
  'unpacks-too-large': {
    ja: '開くと異常に大きくなる書類です。中は読んでいません。',
    en: 'The workbook unpacks to an abnormal size. Nothing of it was read.',
  },
  macro: {
    ja: 'マクロや埋め込みの部品が入っています。マクロのない .xlsx で保存し直してください。',
    en: 'It holds macros or embedded parts. Save it as .xlsx without them.',
  },
  'external-link': {
    ja: 'ほかの書類やデータへのつながりが入っています。つながりを外して保存し直してください。',
    en: 'It is linked to other files or data. Break the links and save it again.',
  },
  'unknown-sheet': { ja: 'この名前の表は使いません。', en: 'There is no such sheet.' },
  'missing-sheet': {
    ja: 'この表がありません。消したときは、書き出した書類から入れ直してください。',
    en: 'This sheet is missing. Take it from an exported workbook again.',
  },
  'no-keys': {
    ja: '隠れている3行目（項目の名前）がありません。書き出した書類か雛形を使ってください。',
    en: 'The hidden row 3 with the names of the facts is missing. Use an exported workbook or a template.',
  },
  formula: {
    ja: '計算式は使えません。値だけを書いてください（値の貼り付け）。',
    en: 'Formulas are not read. Write the value itself (paste values).',
  },
  'error-value': { ja: '値がエラーになっています。', en: 'The cell holds an error.' },
  'merged-cells': {
    ja: 'セルが結合されています。結合を解き、1つずつ書いてください。',
    en: 'Cells are merged. Unmerge them and fill in each.',
  },
  'not-text': {
    ja: '文字の欄に、数や日付として入っています。先頭の0などが失われないよう、セルの書式を「文字列」にして書き直してください。',
    en: 'A number or date stands where text belongs. So that no digit is lost, format the cell as text and write it again.',
  },
  'unknown-column': {
    ja: 'この列は何の列か分かりません。列を消すか、書き出した書類の列に移してください。',
    en: 'It is not known what this column is. Remove it, or move it into a column of an exported workbook.',
  },
  'bad-letters': {
    ja: '文字として読めないところがあります。ExcelでCSV（Shift_JISかUTF-8）として保存し直してください。',
    en: 'There are bytes that are no letters. Save it again in Excel as CSV (Shift_JIS or UTF-8).',
  },
  'unknown-heading': { ja: 'この見出しの列はありません。', en: 'There is no column with this heading.' },
  'fixed-id': {
    ja: '番号はあとから変えられません。いまの番号のままにするか、空けてください。',
    en: 'An id never changes. Leave the one there is, or leave the cell blank.',
  },
  'ambiguous-name': {
    ja: '同じ名前のものが2つ以上あります。番号で書いてください。',
    en: 'More than one has this name. Write the id.',
  },
} as const satisfies Readonly<Record<string, Words>>
