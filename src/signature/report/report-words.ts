import type { reportOrders } from '../verify/wire.ts'
import type { CheckBlock } from '../words/check-words.ts'

/** 検証報告書の順 — in which the checks stand. */
export type ReportOrder = (typeof reportOrders)[number]

export interface ReportWords {
  readonly title: string
  readonly sample: string
  readonly orders: Readonly<Record<ReportOrder, string>>
  readonly foot: Readonly<Record<ReportOrder, string>>
  readonly sections: readonly { readonly title: string; readonly blocks: readonly CheckBlock[] }[]
  readonly jnsaOutcomes: Readonly<Record<'passed' | 'failed' | 'unknown' | 'not-checked', string>>
  readonly next: string
  readonly object: string
  readonly documentKind: string
  readonly law: (law: string, mark: string) => string
  readonly marks: Readonly<Record<string, string>>
  readonly noDocumentKind: string
  readonly policy: string
  readonly policyOf: (name: string, date: string) => string
  readonly at: string
  readonly answer: string
  readonly decidedBy: string
  readonly signer: string
  readonly licence: string
  readonly signerKind: string
  readonly since: string
  readonly coverage: string
  readonly qualification: string
  readonly chain: string
  readonly until: (at: string) => string
  readonly noChain: string
  readonly signature: (at: number, of: number) => string
  readonly stamp: (kind: string, at: string, authority: string) => string
  readonly stampKinds: Readonly<Record<string, string>>
  readonly noStamps: string
  readonly noChecks: string
  readonly moreChecks: (count: number) => string
  readonly moreSignatures: (count: number) => string
  readonly fingerprint: string
}

const ja: ReportWords = {
  title: '署名検証報告書',
  sample: '見本',
  orders: { etsi: 'ETSIの順（EN 319 102-1）', jnsa: 'JNSAの順（デジタル署名検証ガイドライン）' },
  foot: {
    etsi: '項目は ETSI EN 319 102-1 の検証の段階の順です（規格の題と段階は記憶により、原文と照合していません）。この紙は検証の写しで、それ自体に署名はありません。',
    jnsa: '項目は JNSA「デジタル署名検証ガイドライン 1.0」（2021年3月31日）の章の順です。章の番号は公開の紹介で見たもの、章の中の並びは記憶によるもので、原文と照合していません。',
  },
  sections: [
    { title: '5.5 署名データの検証', blocks: ['format', 'signing-certificate', 'cryptographic', 'acceptance'] },
    { title: '5.6 タイムスタンプの検証', blocks: ['time-stamps', 'past'] },
    { title: '5.7 証明書の検証', blocks: ['context', 'x509'] },
    { title: '資格の確認（ガイドラインの外。お守りが加えたもの）', blocks: ['qualification'] },
  ],
  jnsaOutcomes: { passed: 'VALID', failed: 'INVALID', unknown: 'INDETERMINATE', 'not-checked': '調べていない' },
  next: 'すること',
  object: '検証したもの',
  documentKind: '文書の種類',
  law: (law, mark) => `根拠 ${law}（${mark}）`,
  marks: {
    read: '条文を読んだもの',
    recalled: '記憶によるもの',
    observed: '実物で見たもの',
    published: '公表されたもの',
    uncertain: '確かでないもの',
  },
  noDocumentKind: '選ばれていません（必要な資格は判断していません）',
  policy: '検証の方針',
  policyOf: (name, date) => `暗号の表 ${name}（${date}）`,
  at: '検証の時点',
  answer: '結果',
  decidedBy: '決め手',
  signer: 'だれが',
  licence: '資格',
  signerKind: '署名者の種別',
  since: '存在が示された時',
  coverage: '署名の範囲',
  qualification: '資格の確認',
  chain: '証明書のつながり',
  until: (at) => `期限 ${at}`,
  noChain: '信頼する認証局までつながっていません',
  signature: (at, of) => `署名 ${at}／${of}`,
  stamp: (kind, at, authority) => `${kind}　${at}　${authority}`,
  stampKinds: {
    signature: '署名タイムスタンプ',
    content: '内容タイムスタンプ',
    archive: 'アーカイブタイムスタンプ',
    document: '文書タイムスタンプ',
  },
  noStamps: 'タイムスタンプはありません。',
  noChecks: 'この段階で調べたものはありません。',
  moreChecks: (count) => `ほかに${count}項目（JSONの答えにすべてあります）`,
  moreSignatures: (count) => `ほかに署名が${count}つあります。JSONの答えにすべてあります。`,
  fingerprint: '証明書の指紋（SHA-256）',
}

const en: ReportWords = {
  title: 'Signature verification report',
  sample: 'SAMPLE',
  orders: { etsi: 'in ETSI order (EN 319 102-1)', jnsa: 'in the order of the JNSA guideline' },
  foot: {
    etsi: 'The checks stand in the order of the building blocks of ETSI EN 319 102-1 (recalled, not compared with its text). This paper is a copy of a verification and is not signed itself.',
    jnsa: 'The checks stand in the order of the chapters of the JNSA guideline on verifying digital signatures 1.0 (31 March 2021). Its chapter numbers were seen in public summaries; the order within them is recalled, not compared with its text.',
  },
  sections: [
    { title: '5.5 Signature data', blocks: ['format', 'signing-certificate', 'cryptographic', 'acceptance'] },
    { title: '5.6 Time stamps', blocks: ['time-stamps', 'past'] },
    { title: '5.7 Certificates', blocks: ['context', 'x509'] },
    { title: 'Licence of the signer (not in the guideline; added by Omamori)', blocks: ['qualification'] },
  ],
  jnsaOutcomes: { passed: 'VALID', failed: 'INVALID', unknown: 'INDETERMINATE', 'not-checked': 'not checked' },
  next: 'What to do',
  object: 'Validation object',
  documentKind: 'Kind of document',
  law: (law, mark) => `by ${law} (${mark})`,
  marks: {
    read: 'read in the law',
    recalled: 'recalled',
    observed: 'observed',
    published: 'published',
    uncertain: 'uncertain',
  },
  noDocumentKind: 'none chosen (which licence is needed was not judged)',
  policy: 'Validation policy',
  policyOf: (name, date) => `algorithms by ${name} (${date})`,
  at: 'Validated for',
  answer: 'Indication',
  decidedBy: 'decided by',
  signer: 'Signer',
  licence: 'Licence',
  signerKind: 'Kind of signer',
  since: 'Proven to exist',
  coverage: 'Coverage',
  qualification: 'Licence check',
  chain: 'Chain of certificates',
  until: (at) => `until ${at}`,
  noChain: 'does not lead to a trusted authority',
  signature: (at, of) => `Signature ${at} of ${of}`,
  stamp: (kind, at, authority) => `${kind}  ${at}  ${authority}`,
  stampKinds: {
    signature: 'Signature time stamp',
    content: 'Content time stamp',
    archive: 'Archive time stamp',
    document: 'Document time stamp',
  },
  noStamps: 'There is no time stamp.',
  noChecks: 'Nothing was looked at in this block.',
  moreChecks: (count) => `${count} more (all stand in the JSON answer)`,
  moreSignatures: (count) => `There are ${count} more signatures; all stand in the JSON answer.`,
  fingerprint: 'Fingerprint of the certificate (SHA-256)',
}

export const reportWords = (language: 'ja' | 'en'): ReportWords => (language === 'ja' ? ja : en)
