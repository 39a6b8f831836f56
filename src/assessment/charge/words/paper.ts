import type { Language } from '../../words/told.ts'

interface Summary {
  readonly things: number
  readonly notMet: number
  readonly unknown: number
}

/** Every word of the sheet that is not the facility's own. Functions take the figures of the sentence. */
export interface ChargePaperWords {
  readonly title: string
  readonly sample: string
  readonly selfAssessment: string
  readonly to: (name: string) => string
  readonly nobody: string
  readonly summary: (summary: Summary) => string
  readonly taskSummary: (tasks: number, late: number) => string
  readonly notAssessed: string
  readonly tasks: string
  readonly noTasks: string
  readonly notMet: string
  readonly noNotMet: string
  readonly unknown: string
  readonly noUnknown: string
  readonly unknownNote: string
  readonly things: string
  readonly noThings: string
  readonly columns: {
    readonly task: string
    readonly supplier: string
    readonly due: string
    readonly state: string
    readonly about: string
    readonly found: string
    readonly toDo: string
    readonly kind: string
    readonly names: string
  }
  readonly facility: string
  readonly noDue: string
  readonly late: (days: number) => string
  readonly count: (count: number) => string
  readonly items: (count: number) => string
  readonly more: (count: number) => string
  readonly separator: string
}

const ja: ChargePaperWords = {
  title: 'わたしの担当',
  sample: '見本',
  selfAssessment: 'これは当施設の自己点検であり、国や第三者の認証ではありません。',
  to: (name) => `${name} 様`,
  nobody: '台帳に、あなたの担当として記されたものはありません。',
  summary: ({ things, notMet, unknown }) =>
    `受け持つもの ${things}件　▲ 不適合 ${notMet}項目　？ 未確認 ${unknown}項目`,
  taskSummary: (tasks, late) => `すること ${tasks}件（うち期限を過ぎたもの ${late}件）`,
  notAssessed: '点検の結果は、この紙には載せていません。',
  tasks: 'すること（用件）',
  noTasks: 'いま受け持っている用件はありません。',
  notMet: '▲ 不適合',
  noNotMet: 'あなたの担当になる不適合はありません。',
  unknown: '？ 未確認',
  noUnknown: 'あなたの担当になる未確認はありません。',
  unknownNote: '未確認は、適合ではありません。分かったら、台帳か点検の画面に書いてください。',
  things: '受け持つもの',
  noThings: '台帳で責任者になっているものはありません。',
  columns: {
    ...{ task: '用件', supplier: '事業者', due: '期限', state: '状態' },
    ...{ about: '対象', found: '分かっていること', toDo: 'すること', kind: '種類', names: '名前' },
  },
  facility: '施設全体',
  noDue: '期限なし',
  late: (days) => `${days}日遅れ`,
  count: (count) => `${count}件`,
  items: (count) => `${count}項目`,
  more: (count) => `ほか${count}件`,
  separator: '、',
}

const en: ChargePaperWords = {
  title: 'In my charge',
  sample: 'SAMPLE',
  selfAssessment: 'This is our self-assessment, not a certification by the state or a third party.',
  to: (name) => `For ${name}`,
  nobody: 'The registry names nothing as being in your charge.',
  summary: ({ things, notMet, unknown }) =>
    `Things in charge: ${things}   ▲ not met: ${notMet}   ？ unknown: ${unknown}`,
  taskSummary: (tasks, late) => `To do: ${tasks} (overdue: ${late})`,
  notAssessed: 'How the facility stands is not shown on this sheet.',
  tasks: 'To do',
  noTasks: 'There is no open task.',
  notMet: '▲ Not met',
  noNotMet: 'Nothing that is yours falls short.',
  unknown: '？ Unknown',
  noUnknown: 'Nothing that is yours is unknown.',
  unknownNote: 'Unknown is not met. Once it is known, write it in the registry or on the page of the item.',
  things: 'In charge of',
  noThings: 'The registry names no thing.',
  columns: {
    ...{ task: 'Task', supplier: 'Supplier', due: 'Due', state: 'State' },
    ...{ about: 'Thing', found: 'What is known', toDo: 'To do', kind: 'Kind', names: 'Names' },
  },
  facility: 'the facility',
  noDue: 'no day',
  late: (days) => `${days} days late`,
  count: (count) => String(count),
  items: (count) => `${count} items`,
  more: (count) => `${count} more`,
  separator: ', ',
}

export const chargePaperWords: Readonly<Record<Language, ChargePaperWords>> = { ja, en }
