import type { Content, ContentType, Unread } from '../content.ts'
import { unreadLine } from './unread-words.ts'

type Language = 'ja' | 'en'

/** 形式の名前 — as people at a counter call them. */
export const typeNames: Readonly<Record<ContentType, Readonly<Record<Language, string>>>> = {
  pdf: { ja: 'PDF', en: 'PDF' },
  jpeg: { ja: '画像（JPEG）', en: 'image (JPEG)' },
  png: { ja: '画像（PNG）', en: 'image (PNG)' },
  tiff: { ja: '画像（TIFF）', en: 'image (TIFF)' },
  dicom: { ja: '医用画像（DICOM）', en: 'medical image (DICOM)' },
  'fhir-json': { ja: 'HL7 FHIR（JSON）', en: 'HL7 FHIR (JSON)' },
  'fhir-xml': { ja: 'HL7 FHIR（XML）', en: 'HL7 FHIR (XML)' },
  cda: { ja: 'HL7 CDA', en: 'HL7 CDA' },
  'ss-mix2': { ja: 'SS-MIX2 標準化ストレージ', en: 'SS-MIX2 storage' },
  eprescription: { ja: '電子処方箋', en: 'electronic prescription' },
  docx: { ja: 'Word 文書', en: 'Word document' },
  xlsx: { ja: 'Excel ブック', en: 'Excel workbook' },
  pptx: { ja: 'PowerPoint スライド', en: 'PowerPoint slides' },
  odt: { ja: 'OpenDocument 文書', en: 'OpenDocument text' },
  ods: { ja: 'OpenDocument 表計算', en: 'OpenDocument spreadsheet' },
  odp: { ja: 'OpenDocument スライド', en: 'OpenDocument slides' },
  'old-office': { ja: '古い形式の Office ファイル', en: 'Office file of the old form' },
  zip: { ja: 'zip', en: 'zip' },
  xml: { ja: 'XML', en: 'XML' },
  json: { ja: 'JSON', en: 'JSON' },
  text: { ja: '文字だけのファイル', en: 'plain text' },
  unknown: { ja: 'わからない形式', en: 'unknown form' },
}

/** 事実の名前 — one that stands in no list is shown as it is. */
export const factNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  transferSyntax: { ja: '転送構文', en: 'transfer syntax' },
  characterSet: { ja: '文字集合', en: 'character set' },
  width: { ja: '幅', en: 'width' },
  height: { ja: '高さ', en: 'height' },
  encoding: { ja: '文字コード', en: 'encoding' },
  entries: { ja: '中のファイルの数', en: 'files inside' },
  messages: { ja: '電文の数', en: 'messages' },
  patients: { ja: '患者の数', en: 'patients' },
  resource: { ja: 'リソース', en: 'resource' },
  resources: { ja: 'リソースの数', en: 'resources' },
  bundle: { ja: 'まとまりの種類', en: 'kind of bundle' },
  number: { ja: '番号', en: 'number' },
  root: { ja: '根の要素', en: 'root element' },
  pagesByOcr: {
    ja: '画像から読み取ったページ（まちがうことがあります）',
    en: 'pages read from pictures (may be wrong)',
  },
  pdfA: { ja: '名乗っている規格（確かめていません）', en: 'claimed standard (not checked)' },
}

const labels = {
  ja: {
    misnamed: '名前の終わり（拡張子）が、中身の形式と合いません',
    title: '題名',
    documentType: '種類',
    date: '日付',
    pages: 'ページ・枚数',
    patient: '患者',
    bornOn: '生年月日',
    text: (count: number) => `検索できる文字: ${count} 字`,
    unread: '読めないところ',
  },
  en: {
    misnamed: 'The ending of the name belongs to another type',
    title: 'title',
    documentType: 'kind',
    date: 'date',
    pages: 'pages',
    patient: 'patient',
    bornOn: 'born',
    text: (count: number) => `text that can be searched: ${count} characters`,
    unread: 'could not be read',
  },
} as const

/** What a file says of itself, as lines; each is the file's own word and nobody's confirmation. */
export function contentLines(content: Content, language: Language): readonly string[] {
  const words = labels[language]
  const { patient, facts } = content
  const born = patient?.bornOn ? `${words.bornOn} ${patient.bornOn}` : null
  const said: readonly (readonly [string, string | number | null])[] = [
    [words.title, content.title],
    [words.documentType, content.documentType],
    [words.date, content.date],
    [words.pages, content.pages],
    [words.patient, patient && [patient.id, patient.name, born].filter((one) => one !== null).join('  ')],
  ]
  return [
    typeNames[content.type][language],
    ...(content.misnamed ? [words.misnamed] : []),
    ...said.filter(([, value]) => value !== null).map(([label, value]) => `${label}: ${value}`),
    ...Object.entries(facts).map(([name, value]) => `${factNames[name]?.[language] ?? name}: ${value}`),
    words.text(content.text.length),
    ...content.unread.map((one: Unread) => `${words.unread}: ${unreadLine(one, language)}`),
  ]
}
