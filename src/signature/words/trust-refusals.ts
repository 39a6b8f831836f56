type Pair = readonly [title: string, detail: string]

const said = (ja: Pair, en: Pair) => ({
  ja: { title: ja[0], detail: ja[1] },
  en: { title: en[0], detail: en[1] },
})

/** What this room knows better about a refusal of trust, by its reason. */
export const trustRefusals = {
  'trust-unreadable': said(
    [
      '証明書とも失効リストとも読めませんでした。',
      '何も登録していません。PEM か DER の証明書（.cer .crt .pem .der）か、失効リスト（.crl）を選んでください。',
    ],
    [
      'This is neither a certificate nor a revocation list.',
      'Nothing was kept. Choose a certificate (.cer .crt .pem .der) or a revocation list (.crl), in PEM or DER.',
    ],
  ),
  'trust-not-a-ca': said(
    [
      'これは認証局の証明書ではありません。',
      '何も登録していません。ここに登録するのは、認証局（ルートと中間）の証明書だけです。医師などの証明書は、カード台帳に登録してください。',
    ],
    [
      'This is not the certificate of a certification authority.',
      'Nothing was kept. Only roots and intermediates belong here; the certificates of the staff go to the register of cards.',
    ],
  ),
  'trust-too-large': said(
    ['ファイルが大きすぎます。', '何も登録していません。1つのファイルは 4 MB までです。分けて登録してください。'],
    ['The file is too large.', 'Nothing was kept. A file has 4 MB at most; hand it in in parts.'],
  ),
  'trust-too-many': said(
    [
      '一度に、または全部で、登録できる数を超えます。',
      '何も登録していません。1つのファイルに20件、全部で500件・64 MB までです。古い失効リストを取り下げてください。',
    ],
    [
      'There are more than can be kept.',
      'Nothing was kept. A file has 20 at most, and all together 500 or 64 MB. Withdraw old revocation lists.',
    ],
  ),
  'trust-without-purpose': said(
    [
      '何のために信頼するかが選ばれていません。',
      '何も登録していません。「署名者」か「タイムスタンプ」を選んでください。',
    ],
    ['It is not said what it is to be trusted for.', 'Nothing was kept. Choose signers, time stamps, or both.'],
  ),
  'trust-there-already': said(
    ['同じものが、すでに登録されています。', '何も変えていません。一覧にあるものを使ってください。'],
    ['It is there already.', 'Nothing was changed. Use the one in the list.'],
  ),
  'trust-fingerprint-unreadable': said(
    [
      '指紋として読めない文字があるか、長すぎます。',
      'まだ信頼していません。0〜9 と A〜F だけの並びを、公表されているとおりに入れてください。区切りはあってもなくてもかまいません。',
    ],
    [
      'Something in it does not belong to a fingerprint, or it is too long.',
      'It is not trusted yet. Enter the digits 0 to 9 and A to F as they are published, with or without separators.',
    ],
  ),
  'trust-fingerprint-short': said(
    [
      '指紋の桁が足りません。',
      'まだ信頼していません。SHA-256 か SHA-1 の全部、または SHA-256 の終わりの32桁以上を入れてください。短い指紋には、合うように作った偽物がありえます。',
    ],
    [
      'The fingerprint is too short.',
      'It is not trusted yet. Enter all of SHA-256 or SHA-1, or at least the last 32 digits of SHA-256. A forgery can be made to fit a shorter one.',
    ],
  ),
  'trust-fingerprint-differs': said(
    [
      '指紋が合いません。この証明書を信頼しませんでした。',
      '合わなかったことは証跡に残しました。入れ間違いでなければ、偽物か、別の証明書です。取り下げて、運営者から受け取り直してください。',
    ],
    [
      'The fingerprint differs. This certificate is not trusted.',
      'That it differed is in the journal. Unless it was mistyped, this is another certificate, perhaps a forgery: withdraw it and get it from its operator again.',
    ],
  ),
  'trust-seen-in-future': said(
    ['確かめた日が、まだ来ていない日です。', 'まだ信頼していません。公表資料を実際に見た日を入れてください。'],
    ['That day has not come yet.', 'It is not trusted yet. Enter the day on which you saw the publication.'],
  ),
  'trust-not-proposed': said(
    ['確認を待っている証明書ではありません。', '何も変えていません。画面を開き直してください。'],
    ['It does not wait to be confirmed.', 'Nothing was changed. Open the page again.'],
  ),
  'trust-withdrawn-already': said(
    ['すでに取り下げられています。', '何も変えていません。使うときは、登録し直して、もう一度指紋で確かめてください。'],
    ['It is withdrawn already.', 'Nothing was changed. To use it, hand it in again and confirm it anew.'],
  ),
  'trust-octets-changed': said(
    [
      '登録された証明書の中身が、確かめたときと違います。',
      '何も信頼していません。データベースが書き換えられた疑いがあります。証跡を検証し、詳しい人に相談してください。',
    ],
    [
      'A kept certificate is not what was confirmed.',
      'Nothing is trusted. The database may have been tampered with: verify the journal and ask somebody who knows.',
    ],
  ),
} as const
