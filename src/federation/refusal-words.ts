interface Said {
  readonly title: string
  readonly detail: string
}

const nothing = { ja: '何も変更していません。', en: 'Nothing was changed.' }
const said = (ja: readonly [string, string], en: readonly [string, string]) => ({
  ja: { title: ja[0], detail: `${nothing.ja}${ja[1]}` } satisfies Said,
  en: { title: en[0], detail: `${nothing.en} ${en[1]}` } satisfies Said,
})

/** What this room knows better about a refusal, by its reason. */
export const refusals = {
  'witness-not-a-key': said(
    ['検証鍵に誤りがあります。', '写し間違いがないか、相手から受け取ったものと見比べて、もう一度貼り付けてください。'],
    ['A verifier key is wrong.', 'Compare it with what the other side handed over, and paste it again.'],
  ),
  'witness-keys-needed': said(
    ['立会人の検証鍵がありません。', '相手の「立会人としての検証鍵」を、そのまま貼り付けてください（2行まで）。'],
    ['There is no verifier key of a witness.', 'Paste the keys that the witness handed over (two lines at most).'],
  ),
  'witness-not-a-cosignature-key': said(
    ['これは証跡の検証鍵で、立会人の検証鍵ではありません。', '相手から「立会人としての検証鍵」を受け取ってください。'],
    ['This is the key of a journal, not of a witness.', 'Ask the other side for its keys as a witness.'],
  ),
  'witness-two-of-a-kind': said(
    ['同じ種類の検証鍵が2つあります。', '1つの立会人の鍵だけを貼り付けてください。'],
    ['There are two keys of one kind.', 'Paste the keys of one witness only.'],
  ),
  'witness-own-key': said(
    ['これは当院自身の鍵です。', '自分の証跡の立会人にはなれません。相手の検証鍵を貼り付けてください。'],
    ["This is this facility's own key.", 'Nobody witnesses themselves: paste the keys of the other side.'],
  ),
  'witness-not-an-address': said(
    ['送り先の住所を読み取れません。', 'http:// か https:// で始まる、相手の立会いの窓口の住所を入れてください。'],
    ['The address cannot be read.', "Enter the address of the witness's door, beginning with http:// or https://."],
  ),
  'witness-password-in-address': said(
    ['送り先の住所に、パスワードが入っています。', 'パスワードを除いて入れてください。'],
    ['The address holds a password.', 'Enter it without.'],
  ),
  'witness-one-key-needed': said(
    ['証跡の検証鍵を1つ入れてください。', '相手の「証跡の検証鍵」を、そのまま貼り付けてください。'],
    ['One verifier key of a journal is needed.', 'Paste the key of the journal as the other side handed it over.'],
  ),
  'witness-not-a-log-key': said(
    ['これは立会人の検証鍵で、証跡の検証鍵ではありません。', '相手から「証跡の検証鍵」を受け取ってください。'],
    ['This is the key of a witness, not of a journal.', 'Ask the other side for the key of its journal.'],
  ),
  'witness-another-key': said(
    [
      'この証跡は、別の検証鍵で登録されています。',
      '鍵が変わることはありません。相手に直接、確かめてください（別の人が名乗っているおそれがあります）。',
    ],
    [
      'This journal is known by another key.',
      'A key never changes. Ask the other side in person: somebody else may be using its name.',
    ],
  ),
  'witness-beyond': said(
    ['その件数は、当院の証跡より多い数です。', '立会人が答えた件数を確かめてください。'],
    ['This journal is not that long.', 'Check the size that the witness has named.'],
  ),
  'witness-unreadable': said(
    ['連署のファイルとして読めません。', '立会人が作ったファイルを、直さずにそのまま選んでください。'],
    ['This is no cosigned file.', 'Choose the file as the witness made it.'],
  ),
  'witness-no-known-cosignature': said(
    ['登録した立会人の連署が見つかりません。', '先に立会人を登録するか、連署の付いたファイルを選んでください。'],
    [
      'It bears no cosignature of a witness that is named here.',
      'Name the witness first, or choose the cosigned file.',
    ],
  ),
  'witness-not-our-history': said(
    [
      'この連署は、当院のいまの証跡のものではありません。',
      'ほかの施設のファイルでなければ、証跡が書き換えられたか、古い写しに戻っているおそれがあります。「証跡」で検証してください。',
    ],
    [
      'This cosignature does not fit the journal here.',
      'Unless the file is of another facility, the journal may have been rewritten or set back: verify it.',
    ],
  ),
} as const
