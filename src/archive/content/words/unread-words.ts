import type { Unread } from '../content.ts'

type Language = 'ja' | 'en'
type Sentence = Readonly<Record<Language, string>>

/** 読めないところ — a sentence for what people can do something about; anything else is damage, with its code for whoever asks. */
export function unreadLine({ code, facts }: Unread, language: Language): string {
  const sentence = sentences[code] ?? byFamily.find(([start]) => code.startsWith(start))?.[1]
  const figures = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  const detail = [code, ...figures].join(', ')
  const text = (sentence ?? damaged)[language]
  return language === 'ja' ? `${text}（${detail}）` : `${text} (${detail})`
}

const damaged: Sentence = { ja: '壊れているか、規格に合いません', en: 'Damaged, or not as its standard says' }

const sentences: Readonly<Record<string, Sentence>> = {
  'no-text': { ja: '文字がありません。画像だけです', en: 'There is no text, only a picture' },
  'text-cut': {
    ja: '長すぎる文字は、はじめの方だけ検索できます',
    en: 'The text is too long; only its beginning is searched',
  },
  'words-unsure': {
    ja: '文字がはっきりせず、検索に使えないページがあります',
    en: 'On some pages no word is clear enough to be searched',
  },
  'unknown-form': {
    ja: '形式がわかりません。そのまま保管はできます',
    en: 'The form is not known; it can be kept as it is',
  },
  'old-office': {
    ja: '古い形式の Office ファイルの中は読みません。新しい形式か PDF で保存し直してください',
    en: 'Office files of the old form are not read; save it in the new form or as PDF',
  },
  'pdf-password': { ja: 'パスワードが掛かっています', en: 'It is locked with a password' },
  'zip-encrypted': { ja: 'パスワードが掛かっています', en: 'It is locked with a password' },
  'zip-unpacks-too-large': { ja: '開くと大きくなりすぎます', en: 'It would become too large when unpacked' },
  'zip-too-many-entries': { ja: '中のファイルが多すぎます', en: 'There are too many files inside' },
  'inside-not-read': { ja: '中のファイルは読みません', en: 'The files inside are not read' },
  'attachment-inside': { ja: '添付された中身は読みません', en: 'What is attached inside is not read' },
  'part-no-text': { ja: '文字として読めない部分があります', en: 'A part cannot be read as text' },
  'parts-left-out': { ja: '多すぎるため、残りは読みません', en: 'There are too many parts; the rest is not read' },
  'pages-left-out': {
    ja: '多すぎるため、残りのページは読みません',
    en: 'There are too many pages; the rest is not read',
  },
  'pages-damaged': { ja: '読めないページがあります', en: 'There are pages that cannot be read' },
  macro: { ja: 'マクロが入っています。動かしません', en: 'There are macros in it; they are never run' },
  'xml-doctype': { ja: 'DTD の付いた XML は、安全のため読みません', en: 'XML with a DTD is not read, for safety' },
  'reader-died': {
    ja: '読んでいる途中で止まりました。壊れたファイルのようです',
    en: 'Reading it stopped half-way; the file seems to be damaged',
  },
  'no-picture': { ja: '画像がありません', en: 'There is no picture in it' },
  'picture-encoding': {
    ja: 'この圧縮の画像は、ここでは表示できません。専用の閲覧ソフトで開いてください',
    en: 'Pictures packed in this way cannot be shown here; open it in a viewer made for them',
  },
  'picture-colours': {
    ja: 'この色の表し方は、ここでは表示できません',
    en: 'Pictures with colours written in this way cannot be shown here',
  },
  'picture-size-differs': {
    ja: '画像の大きさが、ファイルの見出しと合いません',
    en: 'The size of the picture is not the one that its file says',
  },
  'picture-too-large': { ja: '画像が大きすぎます', en: 'The picture is too large' },
  'page-not-there': { ja: 'そのページはありません', en: 'There is no such page' },
  'too-different': { ja: '違いが多すぎて、並べられません', en: 'They are too different to be put side by side' },
  'no-pages': { ja: 'ページの画像がない形式です', en: 'Files of this form have no pages to look at' },
  'too-long': { ja: '読むのに時間がかかりすぎます', en: 'It takes too long to read' },
  'too-much-memory': { ja: '読むのにメモリーがかかりすぎます', en: 'It takes too much memory to read' },
}

const byFamily: readonly (readonly [string, Sentence])[] = [
  ['xml-too', { ja: 'XML が大きすぎるか、深すぎます', en: 'The XML is too large or too deep' }],
  ['json-too', { ja: 'JSON が深すぎます', en: 'The JSON is too deep' }],
  ['dicom-cut', { ja: '途中で切れています', en: 'It is cut short' }],
  ['tiff-cut', { ja: '途中で切れています', en: 'It is cut short' }],
]
