type Pair = readonly [title: string, detail: string]

const said = (ja: Pair, en: Pair) => ({
  ja: { title: ja[0], detail: ja[1] },
  en: { title: en[0], detail: en[1] },
})

/** What this room knows better about a refusal, by its reason. */
export const retentionRefusals = {
  'retention-target-unknown': said(
    [
      '何についての定めかが分かりません。',
      '何も変えていません。法令・文書の種類・写しのどれかを、表から選んでください。',
    ],
    ['It is not known what the rule is about.', 'Nothing was changed. Choose a law, a kind of document, or copies.'],
  ),
  'retention-law-from-stored': said(
    [
      '法令の期間を、保管した日から数えることはできません。',
      '何も変えていません。法令が定める起算日（診療の完結など）を選んでください。',
    ],
    [
      'The years of a law are not counted from the day a document came in.',
      'Nothing was changed. Choose what the law counts from.',
    ],
  ),
  'retention-checked-in-future': said(
    ['確かめた日が、まだ来ていない日です。', '何も変えていません。条文や規程を実際に見た日を入れてください。'],
    ['That day has not come yet.', 'Nothing was changed. Enter the day on which it was looked up.'],
  ),
  'retention-keeper-until-before': said(
    ['保存が終わる日が、引き継いだ日より前です。', '何も変えていません。二つの日を確かめてください。'],
    ['The last day of keeping lies before the hand-over.', 'Nothing was changed. Look at the two days again.'],
  ),
} as const
