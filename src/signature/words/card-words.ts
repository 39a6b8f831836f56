import type { CardKind, LicenceAgreement, ShownCardState } from '../wire.ts'

type Bilingual = { readonly ja: string; readonly en: string }

export const cardKindWords: Readonly<Record<CardKind, Bilingual>> = {
  card: { ja: 'HPKIカード（医師資格証など）', en: 'HPKI card' },
  'second-certificate': { ja: 'HPKIセカンド電子証明書', en: 'HPKI second certificate' },
  token: { ja: 'その他の署名用の鍵', en: 'another key for signing' },
}

export const cardStateWords: Readonly<Record<ShownCardState, Bilingual>> = {
  'in-use': { ja: '使用中', en: 'in use' },
  soon: { ja: 'まもなく期限', en: 'ends soon' },
  expired: { ja: '期限切れ', en: 'expired' },
  replaced: { ja: '後継に替えた', en: 'replaced' },
  lost: { ja: '紛失', en: 'lost' },
  returned: { ja: '返した', en: 'returned' },
  withdrawn: { ja: '取り消し', en: 'withdrawn' },
}

export const agreementWords: Readonly<Record<LicenceAgreement, Bilingual>> = {
  agrees: { ja: '証明書の資格と一致', en: 'as the certificate says' },
  differs: { ja: '証明書の資格と違う', en: 'not what the certificate says' },
  'no-role': { ja: '証明書に資格がない（認証用か、HPKIでない）', en: 'the certificate names no licence' },
  'not-compared': { ja: '突き合わせていない', en: 'not compared' },
}
