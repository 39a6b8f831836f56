import { said } from '../said.ts'

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
  'retention-start-in-future': said(
    ['起算日が、まだ来ていない日です。', '何も変えていません。実際にあった日を入れてください。'],
    ['That day has not come yet.', 'Nothing was changed. Enter the day on which it happened.'],
  ),
  'retention-destroyed-already': said(
    ['すでに廃棄された文書が含まれています。', '何も変えていません。一覧を開き直してください。'],
    ['One of the documents was destroyed already.', 'Nothing was changed. Open the list again.'],
  ),
  'destruction-destroyed': said(
    ['すでに廃棄された文書が含まれています。', '何も廃棄していません。一覧を開き直してください。'],
    ['One of the documents was destroyed already.', 'Nothing was destroyed. Open the list again.'],
  ),
  'destruction-held': said(
    [
      '廃棄を保留している文書が含まれています。',
      '何も廃棄していません。保留が解かれるのを待つか、この申し出を取り下げて、その文書を除いて申し出てください。',
    ],
    [
      'One of the documents is on hold.',
      'Nothing was destroyed. Wait until the hold is lifted, or withdraw this list and propose the others anew.',
    ],
  ),
  'destruction-open': said(
    [
      '保存期間の終わりが決まらない文書が含まれています。',
      '何も廃棄していません。起算日を記録するか、施設の定めを書いてください。分からない間は廃棄できません。',
    ],
    [
      'Nobody can say when the keeping of one of the documents ends.',
      'Nothing was destroyed. Write down its start, or a rule of the facility; until then it stays.',
    ],
  ),
  'destruction-running': said(
    ['まだ保存期間の終わっていない文書が含まれています。', '何も廃棄していません。期間が終わるまで保存してください。'],
    ['One of the documents must still be kept.', 'Nothing was destroyed. Keep it until its period ends.'],
  ),
  'destruction-listed-already': said(
    [
      'ほかの申し出に載っている文書が含まれています。',
      '何も変えていません。一つの文書は、一度に一つの申し出にだけ載ります。',
    ],
    ['One of the documents stands on another list.', 'Nothing was changed. A document is on one list at a time.'],
  ),
  'destruction-over': said(
    ['この申し出は、すでに終わっています。', '何も変えていません。画面を開き直してください。'],
    ['This list is over already.', 'Nothing was changed. Open the page again.'],
  ),
  'destruction-not-approved': said(
    ['二人の承認がそろっていません。', '何も廃棄していません。もう一人の承認を待ってください。'],
    ['Two persons have not approved yet.', 'Nothing was destroyed. Wait for the other approval.'],
  ),
  'destruction-approved-already': said(
    ['二人の承認は、すでにそろっています。', '何も変えていません。'],
    ['Two persons have approved already.', 'Nothing was changed.'],
  ),
  'destruction-same-person': said(
    [
      '承認する二人は、別の人でなければなりません。',
      '承認していません。施設の外の人の承認も、もう一方を承認した人が書き写すことはできません。',
    ],
    [
      'The two who approve must be two persons.',
      'It was not approved. Nor may whoever gave one approval write down that of somebody outside.',
    ],
  ),
  'destruction-outside-twice': said(
    ['二人とも施設の外の人にすることはできません。', '承認していません。一人は、この施設の人が承認してください。'],
    ['Not both can be from outside.', 'It was not approved. One of the two belongs to this facility.'],
  ),
  'destruction-outside-works-here': said(
    ['この人は、この施設の利用者です。', '承認していません。本人がサインインして承認してください。'],
    ['This person has an account here.', 'It was not approved. They sign in and approve themselves.'],
  ),
  'destruction-approved-in-future': said(
    ['承認した日が、まだ来ていない日です。', '承認していません。署名された紙の日付を入れてください。'],
    ['That day has not come yet.', 'It was not approved. Enter the day on the signed paper.'],
  ),
  'destruction-approved-before': said(
    ['承認した日が、申し出より前です。', '承認していません。この申し出の紙に署名された日を入れてください。'],
    ['The approval is older than the list.', 'It was not approved. Enter the day on which this very list was signed.'],
  ),
  'destruction-by-nobody': said(
    ['承認は、サインインした人にしかできません。', '承認していません。画面から、本人が承認してください。'],
    ['Only a person who is signed in can approve.', 'It was not approved. Approve on the screen, in person.'],
  ),
} as const
