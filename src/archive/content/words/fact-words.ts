import type { ContentType } from '../content.ts'
import { factNames, typeNames } from './content-words.ts'

type Language = 'ja' | 'en'

const own: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  type: { ja: '形式', en: 'type' },
  title: { ja: 'ファイルの中の題名', en: 'title in the file' },
  documentType: { ja: '種類', en: 'kind' },
  date: { ja: '日付', en: 'date' },
  pages: { ja: 'ページ・枚数', en: 'pages' },
  patientId: { ja: '患者番号', en: "patient's number" },
  patientName: { ja: '患者の名前', en: "patient's name" },
  patientBornOn: { ja: '患者の生年月日', en: "patient's day of birth" },
}

/** 項目の名前 — one that stands in no list is shown as the file has it. */
export const factName = (name: string, language: Language): string => (own[name] ?? factNames[name])?.[language] ?? name

/** 項目の値 — a type by the name that people know. */
export const factValue = (name: string, value: string, language: Language): string =>
  name === 'type' && Object.hasOwn(typeNames, value) ? typeNames[value as ContentType][language] : value
