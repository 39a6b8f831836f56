/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'trust.added': { ja: '証明書や失効リストを登録した', en: 'handed in a certificate or a revocation list' },
  'trust.confirmed': { ja: '信頼の起点を指紋で確かめた', en: 'confirmed a trust anchor by its fingerprint' },
  'trust.refused': {
    ja: '指紋が合わず、信頼の起点にしなかった',
    en: 'did not confirm a trust anchor: the fingerprint differs',
  },
  'trust.withdrawn': { ja: '信頼の材料を取り下げた', en: 'withdrew a certificate or a revocation list' },
  'card.registered': { ja: '署名用カードを台帳に登録した', en: 'registered a signing card' },
  'card.moved': { ja: '署名用カードの状態を書いた', en: 'wrote down what became of a signing card' },
} as const

export type Act = keyof typeof acts
