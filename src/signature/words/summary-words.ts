/** The answer on top of page and paper, before any code. Functions take what stands in the file. */
export interface SummaryWords {
  readonly valid: string
  readonly signedBy: (roles: string) => string
  readonly signedByEvidence: (roles: string) => string
  readonly otherLicence: (document: string) => string
  readonly noRole: string
  readonly notHpki: string
  readonly notAll: string
  readonly undecided: string
  readonly invalid: string
  readonly stamped: (at: string) => string
  readonly stampedByNobody: string
  readonly unsigned: string
  readonly trouble: string
  readonly troubleWhy: (reason: string) => string
  readonly troubleNext: string
  readonly unsignedNext: string
  readonly many: (count: number) => string
  readonly comma: string
  readonly nobody: string
  readonly byIssuer: (issuer: string) => string
  readonly noLicence: string
  readonly office: (text: string) => string
  readonly unproven: (text: string) => string
  readonly byEvidence: (text: string) => string
  readonly before: (at: string) => string
  readonly notProven: string
  readonly claimed: (at: string) => string
  readonly whole: string
  readonly notWhole: string
  readonly remark: (text: string, details: string) => string
  readonly licenceNext: (document: string, needs: string) => string
  readonly evidenceNext: string
  readonly or: string
  readonly noStamp: string
  readonly document: (japanese: string, kind: string) => string
}

export const summaryWords: Readonly<Record<'ja' | 'en', SummaryWords>> = {
  ja: {
    valid: '有効です。',
    signedBy: (roles) => `${roles}が署名しました。`,
    signedByEvidence: (roles) => `施設が資格を確かめた${roles}が署名しました。`,
    otherLicence: (document) => `「${document}」に必要な資格の署名ではありません。`,
    noRole: '証明書に、医療の資格は書かれていません。',
    notHpki: '資格は、この署名だけでは確かめられません。',
    notAll: '文書の全体にはかかっていないため、資格を確かめられません。',
    undecided: '有効かどうか、確かめられません。',
    invalid: '無効です。',
    stamped: (at) => `${at}より前からありました。`,
    stampedByNobody: 'タイムスタンプだけで、だれの署名もありません。',
    unsigned: '署名がありません。',
    trouble: '調べられませんでした。',
    troubleWhy: (reason) =>
      reason === 'unknown-kind-of-file' ? 'PDF・XML・署名データ（CMS）のどれでもありません。' : `理由の符号：${reason}`,
    troubleNext: '署名の入ったPDF・XML・CMSのファイルかを確かめ、送り主にもう一度送ってもらってください。',
    unsignedNext:
      '署名のあるはずのファイルなら、送り主に確かめてください。署名が別のファイルになっていることもあります。',
    many: (count) => `署名が${count}つあり、いちばん悪い結果をここに示します。`,
    comma: '、',
    nobody: '署名者の証明書がありません',
    byIssuer: (issuer) => `発行者 ${issuer}`,
    noLicence: '証明書に書かれていません',
    office: (text) => `${text}（役職で、免許の資格ではありません）`,
    byEvidence: (text) => `${text}（証明書ではなく、施設が持つ証拠によります）`,
    unproven: (text) => `${text}（証明書に書かれていますが、確かではありません）`,
    before: (at) => `${at}より前`,
    notProven: '示すものがありません（信頼できるタイムスタンプがありません）',
    claimed: (at) => `署名者の言う日時：${at}（証明されたものではありません）`,
    whole: '文書の全体に署名がかかっています',
    notWhole: '文書の全体にはかかっていません',
    remark: (text, details) => (details === '' ? text : `${text}：${details}`),
    licenceNext: (document, needs) =>
      `「${document}」には、${needs}の署名が要ります。文書の種類が正しいかを確かめ、正しければ、その資格の人の署名を頼んでください。`,
    evidenceNext:
      '医療の資格が要る文書なら、本人と免許を、別の方法（免許証の写しなど）で確かめ、その記録を残してください。',
    or: 'か',
    noStamp: 'タイムスタンプがないため、証明書の期限が切れたあとは、確かめられなくなります。',
    document: (japanese) => japanese,
  },
  en: {
    valid: 'Valid.',
    signedBy: (roles) => `Signed by: ${roles}.`,
    signedByEvidence: (roles) => `Signed by a ${roles} whose licence the facility saw.`,
    otherLicence: (document) => `Not with a licence that a ${document} needs.`,
    noRole: 'The certificate states no healthcare licence.',
    notHpki: 'The signature alone shows no licence.',
    notAll: 'It does not cover the whole document, so nobody can say with which licence.',
    undecided: 'Nobody can say whether it is valid.',
    invalid: 'Invalid.',
    stamped: (at) => `It existed before ${at}.`,
    stampedByNobody: 'There is a time stamp only, and nobody signed.',
    unsigned: 'There is no signature.',
    trouble: 'The file could not be looked into.',
    troubleWhy: (reason) =>
      reason === 'unknown-kind-of-file'
        ? 'It is neither PDF nor XML nor signature data (CMS).'
        : `Code of the reason: ${reason}`,
    troubleNext: 'See whether it is a signed PDF, XML or CMS file, and ask the sender for it again.',
    unsignedNext: 'If it should be signed, ask the sender. The signature may be a file of its own.',
    many: (count) => `There are ${count} signatures; the worst answer stands here.`,
    comma: ', ',
    nobody: 'no certificate of a signer',
    byIssuer: (issuer) => `issued by ${issuer}`,
    noLicence: 'none stands in the certificate',
    office: (text) => `${text} (an office, not a licence)`,
    byEvidence: (text) => `${text} (by evidence that the facility keeps, not by the certificate)`,
    unproven: (text) => `${text} (stands in the certificate, and is not confirmed)`,
    before: (at) => `before ${at}`,
    notProven: 'nothing shows it (no time stamp that can be trusted)',
    claimed: (at) => `The signer's own word: ${at} (proven by nothing)`,
    whole: 'the whole document is signed',
    notWhole: 'the document is not signed as a whole',
    remark: (text, details) => (details === '' ? text : `${text}: ${details}`),
    licenceNext: (document, needs) =>
      `A ${document} needs the signature of a ${needs}. See whether the kind of document is right; if it is, ask for that signature.`,
    evidenceNext:
      'If the document needs a licence, make sure of the person and the licence in another way, and keep a record of it.',
    or: ' or ',
    noStamp: 'Without a time stamp nobody can verify it any more once the certificate has ended.',
    document: (_, kind) => kind.replaceAll('-', ' '),
  },
}
