/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'retention.ruled': { ja: '文書の保存期間を定めた・訂正した', en: 'made or corrected a rule about keeping documents' },
  'retention.handed-over': {
    ja: '閉院・承継・移転のあとに文書を保存する人を記録した',
    en: 'wrote down who keeps the documents after a closure, succession or move',
  },
  'retention.started': { ja: '文書の起算日を記録した', en: 'wrote down from when a document is kept' },
  'retention.held': { ja: '文書の廃棄を保留した', en: 'put a hold on a document' },
  'retention.released': { ja: '文書の廃棄の保留を解いた', en: 'lifted a hold on a document' },
  'destruction.proposed': { ja: '文書の廃棄を申し出た', en: 'proposed to destroy documents' },
  'destruction.approved': { ja: '文書の廃棄を承認した', en: 'approved the destruction of documents' },
  'destruction.withdrawn': { ja: '文書の廃棄の申し出を取り下げた', en: 'withdrew a list of documents to destroy' },
  'destruction.carried-out': { ja: '文書を廃棄した', en: 'destroyed the documents of a list' },
  'document.destroyed': { ja: '文書の鍵を破棄した', en: 'destroyed the key of a document' },
} as const

export type Act = keyof typeof acts
