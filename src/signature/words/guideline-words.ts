import type { SignerKind } from '@omamori/signature'

type Sentence = Readonly<Record<'ja' | 'en', string>>

/** What 6.12 of edition 5.2 means for each kind of signer: where the law wants a signature, and where it wants that of a licensed person. */
const signature: Readonly<Record<SignerKind, Sentence>> = {
  'own-certificate': {
    ja: '第5.2版 6.12：本人の証明書による署名は、電子署名法2条1項の要件に合うものを使います。',
    en: 'Edition 5.2, 6.12: a signature by an own certificate has to meet article 2(1) of the E-Signature Act.',
  },
  'provider-on-behalf': {
    ja: '第5.2版 6.12：立会人型の署名も、電子署名法2条1項の要件に合えば使えます。合うことを示す資料を事業者に求めてください。',
    en: 'Edition 5.2, 6.12: a signature by a provider on behalf may be used if it meets article 2(1) of the E-Signature Act. Ask the provider for proof.',
  },
  'organisation-seal': {
    ja: '第5.2版 6.12 が求めるのは、人の電子署名です。組織の印は、だれが作ったかを示しません。',
    en: 'Edition 5.2, 6.12 speaks of signatures by persons. A seal of an organisation does not show who made the document.',
  },
  unknown: {
    ja: '第5.2版 6.12：電子署名法2条1項の要件に合うかどうかは、この署名からはわかりません。',
    en: 'Edition 5.2, 6.12: the signature does not show whether it meets article 2(1) of the E-Signature Act.',
  },
}

const licence: Readonly<Record<SignerKind, Sentence>> = {
  'own-certificate': {
    ja: '第5.2版 6.12：資格のある人が作る文書では、資格を電子的に確かめられる証明書（HPKIなど）を使います。',
    en: 'Edition 5.2, 6.12: documents of licensed persons want a certificate by which the licence can be checked electronically (HPKI and others).',
  },
  'provider-on-behalf': {
    ja: '第5.2版 6.12：資格のある人が作る文書では、資格を電子的に確かめられることが要ります。事業者の証明書だけでは確かめられません。',
    en: "Edition 5.2, 6.12: documents of licensed persons want a licence that can be checked electronically. The provider's certificate alone does not show it.",
  },
  'organisation-seal': {
    ja: '第5.2版 6.12：資格のある人が作る文書には、その人の電子署名が要ります。組織の印では代えられません。',
    en: 'Edition 5.2, 6.12: documents of licensed persons want the signature of that person. A seal of an organisation does not stand for it.',
  },
  unknown: {
    ja: '第5.2版 6.12：資格のある人が作る文書では、資格を電子的に確かめられることが要ります。この署名だけではわかりません。',
    en: 'Edition 5.2, 6.12: documents of licensed persons want a licence that can be checked electronically. This signature alone does not show it.',
  },
}

/** `wantsLicence`: the signature was judged for a kind of document that the law leaves to licensed persons. */
export const guidelineOnSigner = (kind: SignerKind, wantsLicence: boolean, language: 'ja' | 'en'): string =>
  (wantsLicence ? licence : signature)[kind][language]
