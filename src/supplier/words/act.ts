/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'supplier.sheet-issued': { ja: '事業者への質問票を出した', en: 'issued a question sheet' },
  'supplier.sheet-closed': { ja: '質問票を閉じた', en: 'closed a question sheet' },
  'supplier.answered': { ja: '事業者の回答を受け取った', en: 'received an answer of a supplier' },
  'supplier.reminded': { ja: '事業者に督促した', en: 'reminded a supplier' },
  'supplier.link-issued': { ja: '回答用リンクを出した', en: 'issued a link for answers' },
  'supplier.link-revoked': { ja: '回答用リンクを止めた', en: 'revoked a link for answers' },
} as const

export type Act = keyof typeof acts
