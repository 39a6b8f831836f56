import { said } from '../said.ts'

/** What this room knows better about a refusal, by its reason. */
export const mediumRefusals = {
  'medium-label-taken': said(
    [
      '同じ名前の媒体が、もう使われています。',
      '何も登録していません。媒体に書いてある名前を確かめ、別の名前を付けてください。',
    ],
    ['A medium with that label is in use.', 'Nothing was registered. Look at its label, and give it another.'],
  ),
  'medium-used-in-future': said(
    ['使い始めた日が、まだ来ていない日です。', '何も登録していません。日付を直してください。'],
    ['It would be used from a day to come.', 'Nothing was registered. Put the day right.'],
  ),
  'medium-ends-before': said(
    ['寿命の終わりが、使い始めた日より前です。', '何も登録していません。二つの日を確かめてください。'],
    ['Its life would end before it began.', 'Nothing was registered. Look at the two days again.'],
  ),
  'medium-disposed': said(
    ['この媒体は、廃棄済みです。', '何も記録していません。一覧を開き直してください。'],
    ['This medium was disposed of.', 'Nothing was written down. Open the list again.'],
  ),
  'medium-step-in-future': said(
    ['その日は、まだ来ていません。', '何も記録していません。実際にあった日を入れてください。'],
    ['That day has not come yet.', 'Nothing was written down. Enter the day on which it happened.'],
  ),
  'medium-step-before': said(
    ['前の記録より前の日です。', '何も記録していません。記録は、起きた順に書きます。'],
    ['That day lies before what was written down last.', 'Nothing was written down. Steps are told in their order.'],
  ),
} as const
