/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'retention.ruled': { ja: '文書の保存期間を定めた・訂正した', en: 'made or corrected a rule about keeping documents' },
  'retention.handed-over': {
    ja: '閉院・承継・移転のあとに文書を保存する人を記録した',
    en: 'wrote down who keeps the documents after a closure, succession or move',
  },
} as const

export type Act = keyof typeof acts
