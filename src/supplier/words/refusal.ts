/** What this room refuses beyond the common list, by the reason: what happened; what is safe and what to do. */
export const refusals = {
  'nothing-to-ask': {
    ja: {
      title: 'この事業者に、いま尋ねることがありません。',
      detail: '何も変更していません。すでに出した質問票の回答を待つか、台帳で担当の事業者を選んでください。',
    },
    en: {
      title: 'There is nothing to ask this supplier now.',
      detail:
        'Nothing was changed. Wait for the answers to the sheet already issued, or name the supplier in the registry.',
    },
  },
  'due-day-over': {
    ja: { title: '返答の期限が、もう過ぎた日です。', detail: '何も変更していません。今日より後の日にしてください。' },
    en: { title: 'The due day is over already.', detail: 'Nothing was changed. Choose a day after today.' },
  },
  'sheet-closed': {
    ja: {
      title: 'この質問票は閉じています。',
      detail:
        '何も変更していません。新しい質問票を出し、その番号で回答を入れてください。回答した日は元のままで構いません。',
    },
    en: {
      title: 'This sheet is closed.',
      detail:
        'Nothing was changed. Issue a new sheet and enter the answers under its codes; the day of the answer may stay.',
    },
  },
  'sheet-replaced': {
    ja: {
      title: 'この質問票は、新しい質問票に替わっています。',
      detail:
        '何も変更していません。同じ質問は新しい票にあります。新しい票の番号で入れてください。回答した日は元のままで構いません。',
    },
    en: {
      title: 'A newer sheet took the place of this one.',
      detail:
        'Nothing was changed. The same questions stand on the newer sheet: use its codes; the day of the answer may stay.',
    },
  },
  answers: {
    ja: {
      title: '回答に直すところがあります。',
      detail: '何も保存していません。下の所を直して、もう一度入れてください。',
    },
    en: {
      title: 'Something in the answers has to be put right.',
      detail: 'Nothing was saved. Correct the places below.',
    },
  },
  'link-ended': {
    ja: {
      title: 'このリンクは使えません。',
      detail:
        '期限が過ぎたか、施設が止めたか、アドレスが途中で切れています。送ってきた施設に、新しいリンクを頼んでください。これまでの回答は施設に届いています。',
    },
    en: {
      title: 'This link cannot be used.',
      detail:
        'It has expired, was revoked, or its address was cut. Ask the facility for a new one. What you answered so far has arrived.',
    },
  },
} as const
