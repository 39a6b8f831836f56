import type { Words } from '../facility/field.ts'
import type { CellPlace, Expected, Issue, IssueCode } from '../issue.ts'
import { sayExpected } from './expected.ts'
import { sayExpectedInCell } from './expected-in-cell.ts'
import { workbookSentences } from './workbook-issue.ts'

export type Language = 'ja' | 'en'

const sentences: Readonly<Record<IssueCode, Words>> = {
  ...workbookSentences,
  empty: { ja: 'ファイルに何も書かれていません。', en: 'The file is empty.' },
  'too-large': { ja: 'ファイルが大きすぎます。', en: 'The file is too large.' },
  'shift-jis': {
    ja: '文字コードがShift_JISです。UTF-8で保存し直してください。',
    en: 'The file is in Shift_JIS. Save it as UTF-8.',
  },
  'utf-16': {
    ja: '文字コードがUTF-16（「Unicode」）です。UTF-8で保存し直してください。',
    en: 'The file is in UTF-16. Save it as UTF-8.',
  },
  'not-utf-8': {
    ja: '文字として読めません。UTF-8のテキストで保存してください。',
    en: 'It cannot be read as text. Save it as UTF-8 text.',
  },
  syntax: {
    ja: 'YAMLとして読めません。字下げと記号を確かめてください。',
    en: 'This is not YAML. Check indentation and marks.',
  },
  unclosed: { ja: '引用符や括弧が閉じていません。', en: 'A quote or bracket is not closed.' },
  'tab-indent': {
    ja: '字下げにタブがあります。半角の空白に直してください。',
    en: 'A tab is used for indentation. Use spaces.',
  },
  'full-width-colon': {
    ja: '全角の「：」があります。半角の「:」と空白に直してください。',
    en: 'There is a full-width colon. Write ":" and a space.',
  },
  'full-width-space': {
    ja: '字下げに全角の空白があります。半角の空白に直してください。',
    en: 'A full-width space is used for indentation. Use plain spaces.',
  },
  'duplicate-key': { ja: '同じ項目が2回書かれています。', en: 'The same member is written twice.' },
  'custom-tag': { ja: '「!」で始まるタグは使えません。', en: 'Tags that begin with "!" cannot be used.' },
  'bad-alias': {
    ja: '「*」の参照が読めないか、多すぎます。',
    en: 'An alias ("*") cannot be read, or there are too many.',
  },
  'several-documents': {
    ja: '「---」で区切られた複数の文書があります。1つにしてください。',
    en: 'There are several documents, separated by "---". Make it one.',
  },
  'too-deep': { ja: '入れ子が深すぎます。', en: 'It is nested too deeply.' },
  'wrong-type': { ja: '', en: '' },
  'wrong-format': { ja: '施設の記述のファイルではありません。', en: 'This is not a facility file.' },
  'newer-format': {
    ja: 'このお守りより新しい版の形式です。お守りを更新してください。',
    en: 'The format is newer than this Omamori. Update Omamori.',
  },
  missing: { ja: '必ず書く項目です。', en: 'This has to be there.' },
  blank: {
    ja: '中身がありません。分からないときは項目ごと消してください。',
    en: 'It is blank. Leave the member out if it is unknown.',
  },
  'unknown-field': { ja: 'この項目はありません。', en: 'There is no such member.' },
  'unknown-practice': { ja: 'この質問はありません。', en: 'There is no such question.' },
  'too-long': { ja: '長すぎます。', en: 'It is too long.' },
  'too-many': { ja: '多すぎます。', en: 'There are too many.' },
  'out-of-range': { ja: '', en: '' },
  'not-a-day': { ja: '', en: '' },
  'not-a-choice': { ja: '', en: '' },
  'bad-id': { ja: '', en: '' },
  'control-characters': {
    ja: '表示できない文字（改行・制御文字など）があります。',
    en: 'There are characters that cannot be shown, such as line breaks or control characters.',
  },
  'duplicate-id': { ja: '同じ番号（id）が前にもあります。', en: 'The same id stands further up already.' },
  'no-such-item': { ja: '番号（id）の先が見つかりません。', en: 'Nothing has this id.' },
  'more-issues': { ja: 'ほかにもあります。', en: 'There are more.' },
}

// With these the figure that would be right says nothing more than the sentence.
const enough: ReadonlySet<IssueCode> = new Set(['control-characters', 'blank', 'full-width-colon'])

/** Whether it is an issue of this room, which has a sentence for it; other rooms refuse with codes of their own. */
export function knowsIssue({ code }: { readonly code: string }): boolean {
  return Object.hasOwn(sentences, code)
}

/** 「systems[0].passwordPolicy.minLength（12行目）: 0から256までの整数（文字）で書いてください。"十三" とあります。」 */
export function sayIssue(issue: Issue, language: Language): string {
  const right = issue.expected && !enough.has(issue.code) ? sayRight(issue, issue.expected)[language] : ''
  const parts = [sentences[issue.code][language], right, quoteHint(issue)[language], found(issue)[language]]
  const sentence = parts.filter((part) => part !== '').join(language === 'ja' ? '' : ' ')
  const place = placeOf(issue)[language]
  return place === '' ? sentence : `${place}: ${sentence}`
}

function sayRight({ cell }: Issue, expected: Expected): Words {
  if (!cell) return sayExpected(expected)
  return sayExpectedInCell(expected, 'row' in cell ? 'registry' : 'workbook')
}

function placeOf({ path, line, cell }: Issue): Words {
  if (cell) return sayCell(cell)
  if (line === undefined) return { ja: path, en: path }
  return path === ''
    ? { ja: `${line}行目`, en: `line ${line}` }
    : { ja: `${path}（${line}行目）`, en: `${path} (line ${line})` }
}

/** 「システム」の表 F7（パスワードの決まり › 最小の文字数）, 3行目「電子カルテ」（パスワードの決まり › 最小の文字数） */
function sayCell(place: CellPlace): Words {
  return 'row' in place ? sayRow(place) : saySheet(place)
}

function sayRow({ row, of, words }: Extract<CellPlace, { readonly row: number }>): Words {
  const name = of ? { ja: `「${of}」`, en: `, ${of}` } : { ja: '', en: '' }
  const fact = words ? { ja: `（${words.ja}）`, en: ` (${words.en})` } : { ja: '', en: '' }
  return { ja: `${row}行目${name.ja}${fact.ja}`, en: `row ${row}${name.en}${fact.en}` }
}

function saySheet({ sheet, at, words }: Extract<CellPlace, { readonly sheet: string }>): Words {
  const place = at === undefined ? { ja: '', en: '' } : { ja: ` ${at}`, en: `, ${at}` }
  const fact = words ? { ja: `（${words.ja}）`, en: ` (${words.en})` } : { ja: '', en: '' }
  return { ja: `「${sheet}」の表${place.ja}${fact.ja}`, en: `sheet ${sheet}${place.en}${fact.en}` }
}

/** `version: 7.4` is a number to YAML; who writes it means text. */
function quoteHint({ code, expected, actual, cell }: Issue): Words {
  if (
    cell ||
    code !== 'wrong-type' ||
    expected?.type !== 'text' ||
    !actual ||
    !/^[-\d.]+$|^(true|false)$/.test(actual)
  ) {
    return { ja: '', en: '' }
  }
  return { ja: `"${actual}" のように引用符で囲んでください。`, en: `Put it in quotes: "${actual}".` }
}

function found({ code, actual, size }: Issue): Words {
  if (code === 'more-issues') return { ja: `あと${size}件`, en: `(${size} more)` }
  if (code === 'unpacks-too-large' || code === 'too-large')
    return { ja: `${size}バイトあります。`, en: `It has ${size} bytes.` }
  if (code === 'too-long') return { ja: `${size}文字あります。`, en: `It has ${size}.` }
  if (code === 'too-many') return { ja: `${size}件あります。`, en: `There are ${size}.` }
  return actual === undefined ? { ja: '', en: '' } : { ja: `${actual} とあります。`, en: `It says ${actual}.` }
}
