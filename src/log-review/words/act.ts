/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'log.reviewed': { ja: 'ログの確認を記録した', en: 'recorded a review of a log' },
  'log.listed': { ja: 'アクセス一覧を書き出した', en: 'exported an access list' },
} as const
