type Bilingual = { readonly ja: string; readonly en: string }

export const trustKindWords = {
  anchor: { ja: 'ルート証明書', en: 'root certificate' },
  intermediate: { ja: '中間証明書', en: 'intermediate certificate' },
  list: { ja: '失効リスト', en: 'revocation list' },
} as const

export const trustStateWords = {
  proposed: { ja: '確認待ち（まだ信頼していません）', en: 'waits to be confirmed (not trusted yet)' },
  trusted: { ja: '信頼しています', en: 'trusted' },
  kept: { ja: '控えています（起点の下でだけ使います）', en: 'kept (used under an anchor only)' },
  withdrawn: { ja: '取り下げました', en: 'withdrawn' },
} as const

export const trustStepWords = {
  confirmed: { ja: '指紋で確かめた', en: 'confirmed by fingerprint' },
  refused: { ja: '指紋が合わなかった', en: 'the fingerprint differed' },
  withdrawn: { ja: '取り下げた', en: 'withdrawn' },
} as const

/** 鍵用途 — what a key may be used for, by its name in RFC 5280 or its object identifier. One without words is shown as it is. */
export const usageWords: Readonly<Record<string, Bilingual>> = {
  digitalSignature: { ja: '認証', en: 'authentication' },
  nonRepudiation: { ja: '文書への署名', en: 'signing documents' },
  keyEncipherment: { ja: '鍵の暗号化', en: 'key encipherment' },
  keyCertSign: { ja: '証明書の発行', en: 'issuing certificates' },
  cRLSign: { ja: '失効リストの発行', en: 'issuing revocation lists' },
  '1.3.6.1.5.5.7.3.8': { ja: 'タイムスタンプ', en: 'time stamps' },
}
