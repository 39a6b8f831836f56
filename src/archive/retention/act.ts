/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'retention.ruled': { ja: '文書の保存期間を定めた・訂正した', en: 'made or corrected a rule about keeping documents' },
} as const

export type Act = keyof typeof acts
