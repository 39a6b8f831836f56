/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'task.opened': { ja: '用件を作った', en: 'opened a task' },
  'task.changed': { ja: '用件を変えた', en: 'changed a task' },
  'task.moved': { ja: '用件の状態を変えた', en: 'moved a task to another state' },
  'task.noted': { ja: '用件の経過を書いた', en: 'wrote a note on a task' },
  'task.decided': { ja: '用件を決裁した', en: 'decided on a task' },
  'task.decision-entered': { ja: '紙の決裁を書き写した', en: 'entered a decision made on paper' },
} as const

export type Act = keyof typeof acts
