interface Bilingual {
  readonly ja: string
  readonly en: string
}

/** 署名範囲 — what lies outside the signature or came later, by the codes of coverage. */
export const remarkWords: Readonly<Record<string, Bilingual>> = {
  detached: { ja: '署名は、別のファイルにかかっている', en: 'the signature is over another file' },
  'unsigned-siblings': { ja: '署名のかかっていない部分がある', en: 'parts of the file are not signed' },
  'left-unsigned': {
    ja: '電子処方箋の決まりで署名をかけない部分（管理情報、追加の薬剤情報）がある',
    en: 'parts that the rules of electronic prescriptions leave unsigned (management, added drug information)',
  },
  'comments-not-signed': { ja: 'XMLの注釈（コメント）は署名の外', en: 'comments of the XML are not signed' },
  'manifest-not-followed': {
    ja: '目録（Manifest）が指す先は確かめていない',
    en: 'what the manifest lists was not looked at',
  },
  'counter-signature': {
    ja: 'この署名を確認した別の署名（副署）がある',
    en: 'another signature confirms this one (countersignature)',
  },
  'is-counter-signature': {
    ja: 'ほかの署名を確認した署名で、文書への署名ではない',
    en: 'it confirms another signature and does not sign the document',
  },
  'later-revision-permitted': { ja: '署名のあとに、許された変更がある', en: 'a permitted change came after signing' },
  'later-revision-unclear': {
    ja: '署名のあとに、影響を判断できない変更がある',
    en: 'a change after signing whose effect is unclear',
  },
  'later-revision-forbidden': { ja: '署名のあとに、許されない変更がある', en: 'a forbidden change came after signing' },
  'not-covered': { ja: 'この署名のかかっていないファイルがある', en: 'files that this signature does not cover' },
  'signed-by-nobody': { ja: 'どの署名もかかっていないファイルがある', en: 'files that no signature covers' },
  'entry-transformed': {
    ja: 'ファイルそのものではなく、変換したものに署名している',
    en: 'not the file itself is signed, but what it was transformed into',
  },
  'cms-signing-time': {
    ja: '署名データの中にも日時の記載がある（PAdESでは使わない）',
    en: 'the signature data states a time too (unused in PAdES)',
  },
}

/** 署名後の変更 — the kinds of change in a PDF. */
export const changeWords: Readonly<Record<string, Bilingual>> = {
  'validation-data-added': { ja: '検証用データの追加', en: 'validation data added' },
  'document-time-stamp-added': { ja: '文書タイムスタンプの追加', en: 'document time stamp added' },
  'signature-added': { ja: '署名の追加', en: 'signature added' },
  'signature-changed': { ja: '署名の書き換え', en: 'signature changed' },
  'signature-removed': { ja: '署名の削除', en: 'signature removed' },
  'field-filled': { ja: '入力欄への記入', en: 'form field filled' },
  'field-added': { ja: '入力欄の追加', en: 'form field added' },
  'field-changed': { ja: '入力欄の変更', en: 'form field changed' },
  'field-removed': { ja: '入力欄の削除', en: 'form field removed' },
  'appearance-changed': { ja: '見た目の差し替え', en: 'appearance changed' },
  'annotation-added': { ja: '注釈の追加', en: 'annotation added' },
  'annotation-changed': { ja: '注釈の変更', en: 'annotation changed' },
  'annotation-removed': { ja: '注釈の削除', en: 'annotation removed' },
  'pages-changed': { ja: 'ページの追加・削除・入れ替え', en: 'pages added, removed or moved' },
  'page-content-changed': { ja: 'ページの内容の変更', en: 'page contents changed' },
  'page-resources-changed': { ja: 'ページの部品（字形・画像）の変更', en: 'page resources changed' },
  'page-changed': { ja: 'ページの変更', en: 'page changed' },
  'form-changed': { ja: '入力様式の変更', en: 'form changed' },
  'catalog-changed': { ja: '文書全体の設定の変更', en: 'catalog changed' },
  'metadata-dates-changed': { ja: '更新日時の変更', en: 'dates of the metadata changed' },
  'metadata-changed': { ja: '文書情報の変更', en: 'metadata changed' },
  'structure-changed': { ja: '文書の構造情報の変更', en: 'structure tree changed' },
  unreadable: { ja: '読み取れない変更', en: 'a change that cannot be read' },
}

/** 署名者の種別の根拠 — what was seen. */
export const evidenceWords: Readonly<Record<string, Bilingual>> = {
  'healthcare-role': { ja: '証明書に医療の資格（hcRole）がある', en: 'the certificate states a healthcare role' },
  'seal-policy': { ja: '組織の印の方針で発行されている', en: "issued under an organisation seal's policy" },
  'provider-policy': { ja: '立会人型の事業者の方針で発行されている', en: "issued under a signing provider's policy" },
  'document-signing-of-a-company': {
    ja: '会社の名前の、文書署名用の証明書',
    en: "a document-signing certificate in a company's name",
  },
  'other-name-claimed': {
    ja: '署名欄の名前が、証明書の名前と違う',
    en: 'the name in the field is not that of the certificate',
  },
}

export const outcomeWords = {
  passed: { ja: '適合', en: 'passed' },
  failed: { ja: '不適合', en: 'failed' },
  unknown: { ja: '確かめられない', en: 'cannot be seen' },
  'not-checked': { ja: '調べていない', en: 'not checked' },
} as const satisfies Readonly<Record<string, Bilingual>>
