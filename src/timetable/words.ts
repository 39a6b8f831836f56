/** What runs, as the page says it. */
export const jobWords = {
  'journal-daily': {
    ja: '証跡の検証（毎日、増えた分と一部）',
    en: 'verify what is new in the journal, and a share of the rest (daily)',
  },
  'journal-full': { ja: '証跡の検証（毎月、全件）', en: 'verify the whole journal (monthly)' },
  'card-renewals': { ja: '署名用カードの期限の見回り（毎日）', en: 'look for signing cards that end soon (daily)' },
  'contents-daily': {
    ja: '保存している内容の確認（毎日、新しいものと28分の1）',
    en: 'check the stored contents: what is new, and one in 28 (daily)',
  },
  'emergency-package': { ja: '非常時閲覧用パッケージ（毎日）', en: 'make an emergency package (daily)' },
  'picture-words': {
    ja: '画像の文字を検索できるようにする（毎時）',
    en: 'read the words in pictures for the search (hourly)',
  },
  'locks-daily': {
    ja: '保存している内容の保護期間の延長（毎日、その日の分）',
    en: 'prolong the locks of the stored contents: the share of the day (daily)',
  },
} as const

export type JobName = keyof typeof jobWords

export const hourWords: Readonly<Record<JobName, { readonly ja: string; readonly en: string }>> = {
  'journal-daily': { ja: '毎日 3:10', en: 'every day at 3:10' },
  'journal-full': { ja: '毎月1日 3:40', en: 'on the 1st of each month at 3:40' },
  'card-renewals': { ja: '毎日 3:25', en: 'every day at 3:25' },
  'contents-daily': { ja: '毎日 4:20', en: 'every day at 4:20' },
  'emergency-package': { ja: '毎日 4:50', en: 'every day at 4:50' },
  'picture-words': { ja: '毎時 35分', en: 'every hour at 35 minutes past' },
  'locks-daily': { ja: '毎日 4:40', en: 'every day at 4:40' },
}

/** How a run went, or goes. */
export const runWords = {
  ok: { ja: '終わりました（異常なし）', en: 'done, all well' },
  found: { ja: '終わりました（合わない所があります）', en: 'done, something was found' },
  failed: { ja: '行えませんでした', en: 'could not be done' },
  running: { ja: '動いています', en: 'running' },
  died: { ja: '途中で止まりました', en: 'stopped in the middle' },
} as const

/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'timetable.asked': { ja: '定期処理を、いま動かすよう頼んだ', en: 'asked for a job of the timetable to run now' },
} as const
