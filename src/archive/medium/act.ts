/** What this room writes in the journal, as the journal's page says it. */
export const mediumActs = {
  'medium.registered': { ja: '記録媒体を登録した', en: 'registered a medium' },
  'medium.noted': { ja: '記録媒体の点検・授受・廃棄を記録した', en: 'wrote down what happened to a medium' },
} as const

export type MediumAct = keyof typeof mediumActs
