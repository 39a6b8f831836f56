/** What this room writes in the journal, as the journal's page says it. */
export const preservationActs = {
  'contents.second-copy-named': {
    ja: '保存している内容の控えの場所を決めた',
    en: 'decided where the second copy of the contents lies',
  },
  'contents.bucket-named': {
    ja: '保存している内容の保管場所（S3）を決めた',
    en: 'decided on a bucket as the place of the contents',
  },
  'contents.locks-renewed': {
    ja: '保存している内容の保護期間を延ばした',
    en: 'prolonged the locks of the stored contents',
  },
  'contents.checked': { ja: '保存している内容を確かめた', en: 'checked the stored contents' },
  'contents.repaired': { ja: '傷んだ内容を、控えから直した', en: 'repaired a damaged content from its copy' },
  'contents.damaged': { ja: '内容が傷んでいると分かった', en: 'found that a content is damaged' },
} as const

export type PreservationAct = keyof typeof preservationActs
