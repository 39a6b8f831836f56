import { csvText } from '#shared'
import type { StaffCardsView } from '../wire.ts'
import { agreementWords, cardKindWords, cardStateWords } from '../words/card-words.ts'

const heads = {
  ja: [
    '持ち主',
    '種類',
    '資格',
    '資格の突き合わせ',
    'カードの期限',
    '証明書の期限',
    '状態',
    '状態の日',
    '証明書のシリアル番号',
    'SHA-256',
  ],
  en: ['Holder', 'Kind', 'Licence', 'Compared', 'Card ends', 'Certificate ends', 'State', 'Since', 'Serial', 'SHA-256'],
} as const

/** カード台帳を表計算ソフトで — a row for each card. */
export function cardsCsv({ cards }: StaffCardsView, language: 'ja' | 'en'): string {
  const rows = cards.map(({ holder, kind, licence, agreement, cardExpiresOn, certificate, state, stateOn }) => [
    ...[holder.name, cardKindWords[kind][language]],
    (language === 'ja' ? licence?.japanese : undefined) ?? licence?.text ?? '',
    ...[agreementWords[agreement][language], cardExpiresOn ?? '', certificate?.untilOn ?? ''],
    ...[cardStateWords[state][language], stateOn, certificate?.serial ?? '', certificate?.sha256 ?? ''],
  ])
  return csvText([heads[language], ...rows])
}
