import type { FileKind, Indication, QualificationAnswer, SignerKind, SubIndication } from '@omamori/signature'

/** The answers about a signature in plain words. */
export interface AnswerWords {
  readonly kinds: Readonly<Record<FileKind, string>>
  readonly indications: Readonly<Record<Indication, string>>
  /** Why, and what can be done. */
  readonly subIndications: Readonly<Record<SubIndication, string>>
  readonly qualifications: Readonly<Record<QualificationAnswer, string>>
  readonly signerKinds: Readonly<Record<SignerKind, string>>
  readonly unsigned: string
  readonly trouble: (reason: string) => string
  readonly signature: (id: string, format: string, level: string) => string
  /** One that belongs to no signature. */
  readonly timeStamp: (id: string, authority: string | null) => string
  readonly existed: string
  readonly signer: string
  readonly roles: string
  readonly noRoles: string
  readonly proven: string
  readonly notProven: string
  readonly claimed: string
  readonly qualification: string
  /** A sentence and the code that decided. */
  readonly byEvidence: (sentence: string) => string
  readonly because: (sentence: string, code: string) => string
  readonly role: (text: string, japanese: string | null) => string
  readonly file: (name: string, kind: string | null) => string
  readonly comma: string
  readonly notCovered: string
  readonly policy: (name: string, date: string) => string
}

export const answerWords: Readonly<Record<'ja' | 'en', AnswerWords>> = {
  ja: {
    kinds: {
      pdf: 'PDF',
      xml: 'XML',
      cms: 'CMS（署名データ）',
      asic: 'ASiC（署名コンテナ）',
      'time-stamp': 'タイムスタンプ',
      'electronic-prescription': '電子処方箋',
      'electronic-dispensing': '電子処方箋の調剤結果',
    },
    indications: { 'TOTAL-PASSED': '有効', INDETERMINATE: '確かめられない（未確定）', 'TOTAL-FAILED': '無効' },
    subIndications: {
      FORMAT_FAILURE: 'ファイルか署名の形が、決まりに合いません',
      HASH_FAILURE: '署名のあとで、内容が変わっています',
      SIG_CRYPTO_FAILURE: '署名の値が合いません。署名者の鍵で作られたものではありません',
      REVOKED: '証明書が失効したあとに署名されています',
      EXPIRED: '証明書の期限が切れたあとに署名されています',
      NOT_YET_VALID: '証明書が有効になる前の日時に、署名がありました',
      SIG_CONSTRAINTS_FAILURE: '署名者の証明書が署名に結び付いていないなど、署名の条件を満たしません',
      CHAIN_CONSTRAINTS_FAILURE: '証明書のつながりが、決まりを満たしません',
      CERTIFICATE_CHAIN_GENERAL_FAILURE: '証明書のつながりを確かめられません',
      CRYPTO_CONSTRAINTS_FAILURE: '使われた暗号が弱いか、知られていません',
      CRYPTO_CONSTRAINTS_FAILURE_NO_POE: '使われた暗号の期限が過ぎ、それより前の署名だと示すものがありません',
      POLICY_PROCESSING_ERROR: '署名の方針を処理できません',
      SIGNATURE_POLICY_NOT_AVAILABLE: '署名の方針が手に入りません',
      TIMESTAMP_ORDER_FAILURE: 'タイムスタンプの順序が合いません',
      NO_SIGNING_CERTIFICATE_FOUND: '署名者の証明書が見つかりません',
      NO_CERTIFICATE_CHAIN_FOUND: '署名者の証明書が、信頼する認証局までつながりません',
      NO_CERTIFICATE_CHAIN_FOUND_NO_POE: '署名者の証明書が信頼する認証局までつながらず、存在した時も示せません',
      REVOKED_NO_POE: '証明書は失効しています。失効より前の署名だと示すものがありません',
      REVOKED_CA_NO_POE: '認証局の証明書が失効しています。それより前の署名だと示すものがありません',
      OUT_OF_BOUNDS_NOT_REVOKED:
        '証明書の期限が切れています（失効はしていません）。期限内の署名だと示すものがありません',
      OUT_OF_BOUNDS_NO_POE: '証明書の有効期間の外で、期間内の署名だと示すものがありません',
      REVOCATION_OUT_OF_BOUNDS_NO_POE: '失効の情報の期間の外で、確かめられません',
      NO_POE: '必要な時に存在したことを示すものがありません',
      TRY_LATER: '失効していないことを示す、新しい失効リストがありません',
      SIGNED_DATA_NOT_FOUND: '署名された内容が手元にありません',
    },
    qualifications: {
      confirmed: '必要な資格を持つ人の署名だと確認できました',
      'insufficient-role': '資格はありますが、この文書に必要な資格ではありません',
      'no-role': '証明書に資格がありません',
      'not-hpki': 'HPKIの署名用証明書ではないため、署名だけでは資格を確認できません',
      unverified: '署名そのものが確かめられないため、資格も確認できません',
    },
    signerKinds: {
      'own-certificate': '本人の証明書',
      'provider-on-behalf': '事業者による署名（立会人型）',
      'organisation-seal': '組織の印（eシール）',
      unknown: '署名者の種別はわかりません',
    },
    unsigned: '署名がありません',
    trouble: (reason) => `調べられません（${reason}）。署名の入っている PDF・XML・CMS のファイルかを確かめてください`,
    signature: (id, format, level) => `署名 ${id}（${format}、${level}）`,
    timeStamp: (id, authority) => `タイムスタンプ ${id}（${authority ?? '局がわからない'}）。だれが作ったかは示さない`,
    existed: 'タイムスタンプの日時',
    signer: '署名者',
    roles: '資格',
    noRoles: '書かれていない',
    proven: 'この時より前に存在した',
    notProven: '存在した時を示すもの（タイムスタンプ）がありません',
    claimed: '署名者の言う日時',
    qualification: '資格の確認',
    byEvidence: (sentence) => `${sentence}。証明書ではなく、施設が持つ証拠によります`,
    because: (sentence, code) => `${sentence}（決め手: ${code}）`,
    role: (text, japanese) => (japanese === null ? text : `${japanese}（${text}）`),
    file: (name, kind) => (kind === null ? name : `${name}（${kind}）`),
    comma: '、',
    notCovered: '署名の外にあるもの',
    policy: (name, date) => `暗号の方針 ${name}（${date}）`,
  },
  en: {
    kinds: {
      pdf: 'PDF',
      xml: 'XML',
      cms: 'CMS',
      asic: 'ASiC container',
      'time-stamp': 'time stamp',
      'electronic-prescription': 'electronic prescription',
      'electronic-dispensing': 'dispensing result of an electronic prescription',
    },
    indications: {
      'TOTAL-PASSED': 'valid',
      INDETERMINATE: 'undecided (cannot be verified)',
      'TOTAL-FAILED': 'invalid',
    },
    subIndications: {
      FORMAT_FAILURE: 'the file or the signature is not in the form it must have',
      HASH_FAILURE: 'the contents changed after they were signed',
      SIG_CRYPTO_FAILURE: "the signature value does not fit; it was not made with the signer's key",
      REVOKED: 'signed after the certificate was revoked',
      EXPIRED: 'signed after the certificate had ended',
      NOT_YET_VALID: 'the signature existed before the certificate began',
      SIG_CONSTRAINTS_FAILURE:
        "a condition of signatures is not met, such as the signer's certificate being bound to it",
      CHAIN_CONSTRAINTS_FAILURE: 'the chain of certificates breaks a rule',
      CERTIFICATE_CHAIN_GENERAL_FAILURE: 'the chain of certificates could not be checked',
      CRYPTO_CONSTRAINTS_FAILURE: 'the cryptography is too weak, or unknown',
      CRYPTO_CONSTRAINTS_FAILURE_NO_POE: 'the cryptography has ended, and nothing shows that the signature is older',
      POLICY_PROCESSING_ERROR: 'the signature policy could not be processed',
      SIGNATURE_POLICY_NOT_AVAILABLE: 'the signature policy is not at hand',
      TIMESTAMP_ORDER_FAILURE: 'the time stamps are in an impossible order',
      NO_SIGNING_CERTIFICATE_FOUND: "the signer's certificate was not found",
      NO_CERTIFICATE_CHAIN_FOUND: 'nothing leads from the signer to a trusted authority',
      NO_CERTIFICATE_CHAIN_FOUND_NO_POE: 'nothing leads to a trusted root, nor shows when the signature existed',
      REVOKED_NO_POE: 'the certificate is revoked, and nothing shows that the signature is older',
      REVOKED_CA_NO_POE: "the authority's certificate is revoked, and nothing shows that the signature is older",
      OUT_OF_BOUNDS_NOT_REVOKED:
        'the certificate has ended (it was not revoked), and nothing shows that the signature is older',
      OUT_OF_BOUNDS_NO_POE: 'outside the life of the certificate, and nothing shows that the signature lies inside',
      REVOCATION_OUT_OF_BOUNDS_NO_POE: 'outside the life of the revocation data',
      NO_POE: 'nothing shows that it existed when it had to',
      TRY_LATER: 'no fresh revocation list shows that the certificate stands',
      SIGNED_DATA_NOT_FOUND: 'the signed contents are not at hand',
    },
    qualifications: {
      confirmed: 'signed by a person with the licence that is needed',
      'insufficient-role': 'a licence, but not one that this document needs',
      'no-role': 'no licence in the certificate',
      'not-hpki': 'not an HPKI signing certificate: the signature alone shows no licence',
      unverified: 'the signature itself could not be verified, so neither could the licence',
    },
    signerKinds: {
      'own-certificate': "the signer's own certificate",
      'provider-on-behalf': 'a provider on behalf of somebody',
      'organisation-seal': "an organisation's seal",
      unknown: 'nothing shows what kind of signer',
    },
    unsigned: 'no signature',
    trouble: (reason) => `could not be looked into (${reason}); see whether it is a signed PDF, XML or CMS file`,
    signature: (id, format, level) => `Signature ${id} (${format}, ${level})`,
    timeStamp: (id, authority) =>
      `Time stamp ${id} (${authority ?? 'authority unknown'}); it does not say who made the contents`,
    existed: 'Moment of the stamp',
    signer: 'Signer',
    roles: 'Licences',
    noRoles: 'none written',
    proven: 'Existed before',
    notProven: 'nothing shows when it existed (no time stamp)',
    claimed: "The signer's own word for when",
    qualification: 'Licence check',
    byEvidence: (sentence) => `${sentence}; by evidence that the facility keeps, not by the certificate`,
    because: (sentence, code) => `${sentence} (decided by ${code})`,
    role: (text) => text,
    file: (name, kind) => (kind === null ? name : `${name} (${kind})`),
    comma: ', ',
    notCovered: 'Outside the signature',
    policy: (name, date) => `Cryptography by ${name} (${date})`,
  },
}
