import { type ArchiveKind, type Confidence, type RetentionLaw, type StartEvent, surenessOf } from './kind.ts'

export type KindLanguage = 'ja' | 'en'

const ja = {
  marks: { seen: '条文は未確認', recall: '記憶による・条文は未確認' } satisfies Record<Confidence, string>,
  starts: {
    completion: '診療が完結した日',
    dispensed: '調剤済みとなった日',
    'last-entry': '最後に記入した日',
    written: '記載した日',
    'work-finished': '技工が終わった日',
    used: '使用した日',
  } satisfies Record<StartEvent, string>,
  years: (years: number, start: string | undefined) =>
    start === undefined ? `${years}年（起算日の定めを確かめていない）` : `${start}から${years}年`,
  noYears: '年数の定めは見つかっていない',
  signature: { required: '署名（法令）', 'by-form': '署名（様式）', optional: '署名（任意）' },
  or: '・',
  noLaw: '保存期間を定めた法令を知らない。施設の規程で決めるまで廃棄できない',
}

const en: typeof ja = {
  marks: { seen: 'not compared with the law', recall: 'from memory, not compared with the law' },
  starts: {
    completion: 'the completion of the treatment',
    dispensed: 'the day it was dispensed',
    'last-entry': 'the last entry',
    written: 'the day it was written',
    'work-finished': 'the end of the work',
    used: 'the day of use',
  },
  years: (years, start) =>
    start === undefined ? `${years} years (from when was not confirmed)` : `${years} years from ${start}`,
  noYears: 'no number of years was found',
  signature: { required: 'signed (law)', 'by-form': 'signed (form)', optional: 'signed (if wanted)' },
  or: ' or ',
  noLaw: 'no law is known; never destroyed until the facility has a rule of its own',
}

export const kindWords = { ja, en }

/** One law in a line: how long, from when, which law, and how sure we are. */
export function lawLine(law: RetentionLaw, language: KindLanguage): string {
  const { years, startsWith, note } = law
  const words = kindWords[language]
  const period =
    years === null ? words.noYears : words.years(years, startsWith === null ? undefined : words.starts[startsWith])
  const noted = note === undefined ? '' : ` ${note[language]}`
  return `${period}  ${law[language]}［${words.marks[surenessOf(law)]}］${noted}`
}

export const lawLines = ({ laws }: ArchiveKind, language: KindLanguage): readonly string[] =>
  laws.length === 0 ? [kindWords[language].noLaw] : laws.map((law) => lawLine(law, language))
