type Pair = readonly [title: string, detail: string]

const said = (ja: Pair, en: Pair) => ({
  ja: { title: ja[0], detail: `何も記録していません。${ja[1]}` },
  en: { title: en[0], detail: `Nothing was recorded. ${en[1]}` },
})

/** What this room knows better about a refusal of the register of cards, by its reason. */
export const cardRefusals = {
  'card-certificate-unreadable': said(
    ['証明書として読めませんでした。', 'PEM か DER の証明書（.cer .crt .pem .der）を選んでください。'],
    ['This cannot be read as a certificate.', 'Choose a certificate (.cer .crt .pem .der), in PEM or DER.'],
  ),
  'card-certificate-not-one': said(
    [
      '持ち主の証明書が、1つに決まりません。',
      '署名用の証明書だけを書き出したファイルを選んでください。認証局の証明書は「信頼の起点」に登録します。',
    ],
    [
      'It is not clear which certificate is the holder’s.',
      'Choose a file with the signing certificate alone. Certificates of authorities go to the trust anchors.',
    ],
  ),
  'card-without-end': said(
    ['期限が分かりません。', 'カードの期限を入れるか、証明書を選んでください。期限がないと、更新を知らせられません。'],
    [
      'It is not known until when it can be used.',
      'Enter the day on which the card ends, or choose the certificate: without it nobody can be reminded.',
    ],
  ),
  'card-holder-not-there': said(
    ['選んだ人が、台帳にいません。', '画面を開き直して選び直すか、名前を入れてください。'],
    ['That person is not in the registry.', 'Open the page again and choose anew, or enter the name.'],
  ),
  'card-without-holder': said(
    ['持ち主が入っていません。', '台帳の人を選ぶか、名前を入れてください。'],
    ['There is no holder.', 'Choose a person of the registry, or enter the name.'],
  ),
  'card-licence-unknown': said(
    ['知らない資格です。', '画面を開き直して、資格を選び直してください。'],
    ['This licence is not known.', 'Open the page again and choose the licence anew.'],
  ),
  'card-there-already': said(
    ['同じ証明書のカードが、すでに使用中です。', '台帳にあるものを使ってください。'],
    ['A card with this certificate is in use already.', 'Use the one in the register.'],
  ),
  'card-too-many': said(
    ['カードの数が多すぎます。', 'お守りを作っている人に知らせてください。'],
    ['There are too many cards.', 'Tell those who make Omamori.'],
  ),
  'card-has-successor': said(
    ['このカードには、後継を登録できません。', 'すでに後継があるか、取り消されています。台帳を開き直してください。'],
    ['This card can have no successor.', 'It has one already, or was withdrawn. Open the register again.'],
  ),
  'card-day-in-future': said(
    ['まだ来ていない日です。', '実際の日を入れてください。'],
    ['That day has not come yet.', 'Enter the day on which it happened.'],
  ),
  'card-move-not-there': said(
    ['いまの状態からは、その状態にできません。', '台帳を開き直して、いまの状態を確かめてください。'],
    ['It cannot go to that state from where it is.', 'Open the register again and see how it stands.'],
  ),
} as const
