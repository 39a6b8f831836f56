/** What this room writes in the journal, as the journal's page says it. */
export const emergencyActs = {
  'document.exported': { ja: '文書を非常時閲覧用に書き出した', en: 'wrote a document into an emergency package' },
  'archive.exported': { ja: '非常時閲覧用パッケージを作った', en: 'made an emergency package' },
  'archive.nightly-named': {
    ja: '毎晩の非常時閲覧用パッケージを決めた',
    en: 'decided on an emergency package of every night',
  },
} as const
