interface Said {
  readonly title: string
  readonly detail: string
}

const said = (ja: readonly [string, string], en: readonly [string, string]) => ({
  ja: { title: ja[0], detail: `何も記録していません。${ja[1]}` } satisfies Said,
  en: { title: en[0], detail: `Nothing was recorded. ${en[1]}` } satisfies Said,
})

/** What this room knows better about a refusal, by its reason. */
export const refusals = {
  'log-review-before-from': said(
    ['期間の終わりが、始まりより前です。', '日を入れ直してください。'],
    ['The period ends before it begins.', 'Enter the days again.'],
  ),
  'log-review-too-long': said(
    ['期間が1年を超えています。', '期間を分けて、それぞれ確かめてください。'],
    ['The period is longer than a year.', 'Look through it in parts.'],
  ),
  'log-review-day-in-future': said(
    ['確かめた日が、まだ来ていない日です。', '実際に確かめた日を入れてください。'],
    ['The day of the review has not come yet.', 'Enter the day on which somebody looked.'],
  ),
  'log-review-after-review': said(
    ['確かめた日より後の記録は、確かめられません。', '期間の終わりを、確かめた日までにしてください。'],
    ['What was logged after the review cannot have been looked at.', 'Let the period end with the day of the review.'],
  ),
  'log-review-missing': said(
    [
      '書かれていないことがあります。',
      '対象のシステム、見たところ、確かめた人、気になったことの内容を確かめてください。',
    ],
    ['Something is not filled in.', 'See to the systems, what was looked at, who looked, and what was found.'],
  ),
  'log-review-twice': said(
    ['同じシステムが2回選ばれています。', '1回だけ選んでください。'],
    ['A system is named twice.', 'Name it once.'],
  ),
  'log-review-not-there': said(
    ['選んだシステムか人が、台帳にありません。', '画面を開き直して、選び直してください。'],
    ['A system or a person is not in the registry.', 'Open the page again and choose anew.'],
  ),
  'log-review-without-findings': said(
    ['気になることがないのに、用件が付いています。', '結果を「気になることがあった」にするか、用件を外してください。'],
    ['There is a task though nothing was found.', 'Say that something was found, or leave the task out.'],
  ),
  'access-list-too-long': {
    ja: {
      title: 'この条件の記録は、一度に書き出せる件数を超えています。',
      detail:
        '一部だけの一覧は作りません。CSVは50,000件、PDFは2,000件までです。期間や人で絞り込むか、PDFの代わりにCSVを選んでください。',
    },
    en: {
      title: 'More entries fit than can be exported at once.',
      detail:
        'No list with a part of them is made. The limit is 50,000 entries for CSV and 2,000 for PDF: narrow it down by days or by person, or take CSV.',
    },
  },
  'review-corrected': said(
    ['この確認は、すでに訂正されています。', '訂正した記録のほうを訂正してください。'],
    ['This review was corrected already.', 'Correct the review that stands in its place.'],
  ),
  'review-withdrawn': said(
    ['取り消しの記録は訂正できません。', '新しい確認として記録してください。'],
    ['A withdrawal cannot be corrected.', 'Record a new review.'],
  ),
} as const
