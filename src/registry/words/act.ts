/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'registry.created': { ja: '台帳に加えた', en: 'added to the registry' },
  'registry.changed': { ja: '台帳を書き換えた', en: 'changed the registry' },
  'registry.removed': { ja: '台帳から外した', en: 'removed from the registry' },
  'registry.imported': { ja: '台帳を取り込んだ', en: 'imported the registry' },
  'registry.filled': { ja: '表から台帳に書き込んだ', en: 'filled in the registry from a table' },
  'registry.handed-over': {
    ja: '退職・異動した人の受け持ちを引き継いだ',
    en: 'handed over what a leaver answered for',
  },
  'registry.exported': { ja: '台帳を書き出した', en: 'exported the registry' },
  'registry.viewed': { ja: '担当者・事業者の連絡先を見た', en: 'saw contacts of persons or suppliers' },
} as const

export type Act = keyof typeof acts
