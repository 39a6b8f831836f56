import { said } from '../said.ts'

/** What this room knows better about a refusal, by its reason. */
export const documentRefusals = {
  'document-kind-unknown': said(
    ['文書の種類が分かりません。', '何も登録していません。種類を選び直してください。'],
    ['The kind of document is not known.', 'Nothing was registered. Choose the kind again.'],
  ),
  'document-written-in-future': said(
    ['作成日が、きょうより後です。', '何も登録していません。作成日を直してください。'],
    ['The day of writing lies in the future.', 'Nothing was registered. Put the day right.'],
  ),
  'document-reading-busy': said(
    ['ほかのファイルを読んでいるところです。', '何も変わっていません。少し待って、もう一度お試しください。'],
    ['Other files are being read.', 'Nothing has changed. Wait a moment and try again.'],
  ),
  'document-empty': said(
    ['ファイルが空です。', '何も登録していません。ファイルを選び直してください。'],
    ['The file is empty.', 'Nothing was registered. Choose another file.'],
  ),
  'document-for-nobody': said(
    [
      'だれの代わりに入力したかが分かりません。',
      '何も登録していません。利用者の中から、自分ではない人を選んでください。',
    ],
    ['It is not known for whom this was entered.', 'Nothing was registered. Choose one of the other users.'],
  ),
  'document-draft-waits': said(
    ['確定を待つ版があります。', '新しい版は登録していません。先に、いまの版を確定するか、取り下げてください。'],
    [
      'A version waits to be confirmed.',
      'No new version was registered. Confirm the one that waits first, or withdraw it.',
    ],
  ),
  'document-confirmed-already': said(
    ['この版は、もう確定しています。', '何も変えていません。直すときは、新しい版を登録してください。'],
    ['This version is confirmed already.', 'Nothing was changed. To correct it, register a new version.'],
  ),
  'document-no-proxy': said(
    ['この版は、代行入力ではありません。', '何も変えていません。承認は要りません。'],
    ['This version was not entered for somebody else.', 'Nothing was changed. No approval is needed.'],
  ),
  'document-approved-already': said(
    ['この代行入力は、もう承認されています。', '何も変えていません。'],
    ['This entry is approved already.', 'Nothing was changed.'],
  ),
  'document-not-for-you': said(
    ['この代行入力を承認できるのは、頼んだ本人だけです。', '何も変えていません。本人に頼んでください。'],
    ['Only the person for whom it was entered can approve it.', 'Nothing was changed. Ask that person.'],
  ),
  'document-proxy-confirms': said(
    [
      '代行入力をした人は、その文書を確定できません。',
      '何も変えていません。頼んだ本人か、資格のある別の人に頼んでください。',
    ],
    [
      'Whoever entered it for somebody else cannot confirm it.',
      'Nothing was changed. Ask that person, or another with the licence.',
    ],
  ),
  'document-not-approved': said(
    ['代行入力が、まだ承認されていません。', '何も変えていません。頼んだ本人の承認を待ってください。'],
    [
      'The proxy entry is not approved yet.',
      'Nothing was changed. Wait for the approval of the person it was entered for.',
    ],
  ),
  'document-without-licence': said(
    [
      'この種類の文書を確定できる資格が、登録されていません。',
      '何も変えていません。資格のある人に頼むか、カード台帳に資格を登録してください。',
    ],
    [
      'You are not registered with a licence that may confirm this kind of document.',
      'Nothing was changed. Ask somebody with the licence, or register it in the register of cards.',
    ],
  ),
  'document-not-seen': said(
    ['まだ内容を表示していません。', '何も変えていません。内容を表示して確かめてから、もう一度押してください。'],
    ['You have not looked at the content yet.', 'Nothing was changed. Look at it, then press again.'],
  ),
  'document-same-version': said(
    ['同じ版どうしは比べられません。', '何も変わっていません。違う版を選んでください。'],
    ['A version cannot be compared with itself.', 'Nothing has changed. Choose two different versions.'],
  ),
  'document-signature-needed': said(
    [
      'この種類の文書（原本）の確定には、資格のある人の電子署名が要ります。',
      '確定していません。署名した PDF を版として登録するか、この内容への署名ファイル（.p7s）を付けて、もう一度確定してください。',
    ],
    [
      'The law asks for the electronic signature of a licensed person to confirm an original of this kind.',
      'It was not confirmed. Register the signed PDF as a version, or confirm again with a signature file (.p7s) over this content.',
    ],
  ),
  'document-signature-none': said(
    [
      '付けられたファイルは、この内容への署名ファイルではありません。',
      '確定していません。この内容のファイルに署名してできた .p7s を選んでください。署名した PDF や XML は、新しい版として登録してください。',
    ],
    [
      'The file handed in with it is no signature file over this content.',
      'It was not confirmed. Choose the .p7s that was made over this very file. A signed PDF or XML is registered as a version.',
    ],
  ),
  'document-signature-broken': said(
    [
      '電子署名が成り立ちません。別の内容への署名か、署名のあとで変えられたものです。',
      '確定していません。この内容のファイルに、署名し直してください。',
    ],
    [
      'A signature does not hold: it is over another content, or something was changed after it.',
      'It was not confirmed. Sign this very file again.',
    ],
  ),
  'document-signature-undecided': said(
    [
      '電子署名を確かめられません。信頼の起点か、失効の一覧が足りません。',
      '確定していません。「信頼の起点」に、署名した人の証明書の認証局と失効の一覧を登録してから、もう一度確定してください。',
    ],
    [
      'The signature cannot be verified: a trusted root or a revocation list is lacking.',
      "It was not confirmed. Register the authority of the signer's certificate and its lists, then confirm again.",
    ],
  ),
  'document-signature-unqualified': said(
    [
      '電子署名は有効ですが、この文書に要る資格を証明していません。',
      '確定していません。要る資格（医師など）の HPKI のカードで署名してください。',
    ],
    [
      'The signature holds, and does not prove the licence that this document asks for.',
      'It was not confirmed. Sign with an HPKI card of that licence.',
    ],
  ),
  'document-withdrawn': said(
    ['この版は、取り下げられています。', '何も変えていません。直した内容を、新しい版として登録してください。'],
    ['This version was withdrawn.', 'Nothing was changed. Register what is right as a new version.'],
  ),
  'document-destroyed': said(
    ['この文書は廃棄されました。', '内容はもう読めません。だれがいつ廃棄したかは、「保存と廃棄」と証跡にあります。'],
    [
      'This document was destroyed.',
      'Its content cannot be read any more. Who destroyed it, and when, stands in the journal.',
    ],
  ),
} as const
