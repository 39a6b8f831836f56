interface Bilingual {
  readonly ja: string
  readonly en: string
}

/** Why a file was not signed, extended or looked at: what happened, what is safe, what to do. By the refusal's `reason`. */
export const signatureRefusals: Readonly<Record<string, Bilingual>> = {
  'wrong-password': {
    ja: '鍵の合い言葉が違います。署名はしていません。合い言葉のファイルを確かめてください。',
    en: 'The password of the key is wrong. Nothing was signed. Check the password file.',
  },
  'no-private-key': {
    ja: 'このファイルに署名の鍵がありません。署名はしていません。鍵の入った PKCS#12 ファイルを選んでください。',
    en: 'There is no private key in this file. Nothing was signed. Choose the PKCS#12 file that holds it.',
  },
  'no-certificate': {
    ja: 'このファイルに証明書がありません。署名はしていません。証明書も入れて書き出し直してください。',
    en: 'There is no certificate in this file. Nothing was signed. Export it again with the certificate.',
  },
  'key-of-another-certificate': {
    ja: '鍵と証明書が組になっていません。署名はしていません。組になったファイルを使ってください。',
    en: 'The key does not belong to any certificate here. Nothing was signed. Use the file in which they belong together.',
  },
  'unsupported-encryption': {
    ja: 'このファイルの暗号は扱えません。署名はしていません。AES で書き出し直してください（例: openssl pkcs12 -export -keypbe AES-256-CBC -certpbe AES-256-CBC）。',
    en: 'The encryption of this file is not supported. Nothing was signed. Export it again with AES (openssl pkcs12 -export -keypbe AES-256-CBC -certpbe AES-256-CBC).',
  },
  'too-much-work': {
    ja: 'このファイルは、開くのに途方もない計算を求めます。署名はしていません。正しい鍵のファイルかを確かめてください。',
    en: 'This file asks for an enormous amount of work to be opened. Nothing was signed. Make sure that it is the right key file.',
  },
  'nothing-signed': {
    ja: 'このファイルに署名がありません。何も書いていません。署名のあるファイルを選んでください。',
    en: 'There is no signature in this file. Nothing was written. Choose a signed file.',
  },
  'not-valid-now': {
    ja: '署名が、いまの信頼の置き場所では確かめられません。何も書いていません。先に omamori verify で理由を見て、足りない証明書や失効リストを入れてください。',
    en: 'The signature cannot be verified with the trust at hand. Nothing was written. See why with omamori verify, and add what is missing.',
  },
  'no-time-stamp': {
    ja: 'タイムスタンプを頼んだ先が、どれも応じませんでした。何も書いていません。しばらくして、もう一度実行してください。',
    en: 'None of the time-stamping authorities gave a stamp. Nothing was written. Try again in a while.',
  },
  'not-a-moment': {
    ja: '日時を読み取れません。何も調べていません。2026-11-23T09:00:00+09:00 のように書いてください。',
    en: 'The moment cannot be read. Nothing was looked at. Write it like 2026-11-23T09:00:00+09:00.',
  },
  'unknown-document-kind': {
    ja: '知らない文書の種類です。何も調べていません。prescription（処方箋）、dispensed-prescription（調剤済み処方箋）、referral（診療情報提供書）などと書いてください。',
    en: 'This kind of document is not known. Nothing was looked at. Write prescription, dispensed-prescription, referral and so on.',
  },
  'unknown-report-order': {
    ja: '知らない報告書の順です。何も調べていません。etsi か jnsa と書いてください。',
    en: 'This order of the report is not known. Nothing was looked at. Write etsi or jnsa.',
  },
  'unknown-policy': {
    ja: '知らない暗号の方針です。何も調べていません。jp-medical か etsi-119312 と書いてください。',
    en: 'This policy is not known. Nothing was looked at. Write jp-medical or etsi-119312.',
  },
}
