/** What this room writes in the journal, as the journal's page says it. */
export const documentActs = {
  'document.registered': { ja: '文書を登録した', en: 'registered a document' },
  'document.corrected': { ja: '文書の新しい版を登録した', en: 'registered a new version of a document' },
  'document.viewed': { ja: '文書を表示した', en: 'looked at a document' },
  'document.approved': { ja: '代行入力を承認した', en: 'approved what somebody entered on their behalf' },
  'document.withdrawn': { ja: '文書の未確定の版を取り下げた', en: 'withdrew a draft of a document' },
  'document.signatures-checked': {
    ja: '文書の電子署名を確かめ直した',
    en: 'verified the signatures of a document anew',
  },
  'document.words-read': { ja: '画像の文字を検索のために読んだ', en: 'read the words in a picture for the search' },
  'document.confirmed': { ja: '文書を確定した', en: 'confirmed a document' },
} as const

export type DocumentAct = keyof typeof documentActs
