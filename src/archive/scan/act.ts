/** What this room writes in the journal, as the journal's page says it. */
export const scanActs = {
  'scan.ruled': { ja: 'スキャンの決まりを定めた', en: 'decided how documents are scanned' },
  'scan.folder-named': { ja: 'スキャナのフォルダーを決めた', en: 'named the folder of the scanner' },
  'scan.planned': { ja: '過去の紙を電子化する計画を記録した', en: 'wrote down a plan for scanning old papers' },
  'scan.plan-ended': { ja: '過去の紙の電子化を監査し、終えた', en: 'ended a plan for old papers with its audit' },
  'scan.objected': { ja: '電子化への異議を記録した', en: 'wrote down that a patient objects to scanning' },
  'scan.objection-withdrawn': {
    ja: '電子化への異議の取り下げを記録した',
    en: 'wrote down that an objection was withdrawn',
  },
  'document.scanned': { ja: '紙の文書を読み取った', en: 'scanned a document of paper' },
} as const

export type ScanAct = keyof typeof scanActs
