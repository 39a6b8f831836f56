import type { ChartPost } from '../contact-chart.ts'

export type IncidentLanguage = 'ja' | 'en'

/** Every word of the card and of the chart that is not the facility's own. */
export interface IncidentWords {
  readonly sample: string
  readonly selfAssessment: string
  readonly cardTitle: string
  readonly headline: string
  readonly under: string
  readonly callInOrder: string
  readonly posts: Readonly<Record<ChartPost, string>>
  readonly suppliers: string
  readonly moreSuppliers: (count: number) => string
  readonly things: (names: readonly string[], more: number) => string
  readonly offices: string
  readonly officesNote: string
  readonly firstHour: string
  readonly recalled: string
  readonly marks: string
  readonly fold: string
}

const ja: IncidentWords = {
  sample: '見本',
  selfAssessment: '台帳に書いてあるとおりに印刷しています。番号が変わったら、台帳を直して印刷し直してください。',
  cardTitle: '緊急連絡カード',
  headline: '変だと思ったら\nすぐ電話',
  under: '画面が開かない・知らない表示が出る・ファイルが読めない。まちがいでもかまいません。',
  callInOrder: '上から順に電話する',
  posts: { operator: '運用担当者', 'safety-manager': '安全管理責任者', director: '施設長' },
  suppliers: '保守会社',
  moreSuppliers: (count) => `ほか${count}社は、立入検査ファイルの連絡体制図にあります。`,
  things: (names, more) => `${names.join('、')}${more > 0 ? `、ほか${more}` : ''}`,
  offices: '届け先',
  officesNote: '番号は変わります。確かめてから、手で書き入れてください。',
  firstHour: '最初の1時間',
  recalled: '未照合',
  marks: '［未照合］は、公の資料とまだ照らし合わせていない内容です。ほかは当方の言葉でまとめたものです。',
  fold: 'ここで二つに折る',
}

const en: IncidentWords = {
  sample: 'SAMPLE',
  selfAssessment: 'Printed as the registry has it. When a number changes, correct the registry and print it again.',
  cardTitle: 'Emergency card',
  headline: 'Something odd?\nCall at once',
  under: 'A screen that does not open, an unknown message, a file that cannot be read. A false alarm does no harm.',
  callInOrder: 'Call in this order',
  posts: { operator: 'System operator', 'safety-manager': 'System safety manager', director: 'Director' },
  suppliers: 'Suppliers',
  moreSuppliers: (count) => `${count} more stand on the contact chart of the inspection file.`,
  things: (names, more) => `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  offices: 'Offices to tell',
  officesNote: 'Numbers change: check them, then write them in by hand.',
  firstHour: 'The first hour',
  recalled: 'not checked',
  marks: '[not checked] has not been compared with a public paper yet. The rest is in our own words.',
  fold: 'fold here',
}

export const incidentWordsIn = (language: IncidentLanguage): IncidentWords => (language === 'ja' ? ja : en)
