import type { State } from '../../contract.ts'
import type { Language } from '../../words/told.ts'

interface Decided {
  readonly name: string
  readonly day: string
  readonly outcome: string
}

/** Every word of the decision sheet that is not the facility's own. */
interface DecisionWords {
  readonly title: string
  readonly sample: string
  readonly approval: readonly string[]
  readonly heading: string
  readonly lead: string
  readonly subject: string
  readonly why: string
  readonly found: string
  readonly supplier: string
  readonly cost: string
  readonly alternatives: string
  readonly due: string
  readonly owner: string
  readonly ifNotDone: string
  readonly decision: string
  readonly outcomes: Readonly<Record<'approved' | 'sent-back' | 'refused', string>>
  readonly reason: string
  readonly day: string
  readonly dayBlank: string
  readonly selfAssessment: string
  readonly enter: string
  readonly blank: string
  readonly states: Readonly<Record<State, string>>
  readonly number: (number: string) => string
  readonly more: (count: number) => string
  readonly yen: (yen: number) => string
  readonly decided: (decided: Decided) => string
}

const figures = new Intl.NumberFormat('en-US')

const ja: DecisionWords = {
  title: '決裁書',
  sample: '見本',
  approval: ['施設長', '事務長', '安全管理責任者', '起案'],
  heading: '決裁',
  lead: '下記のとおり行いたく、決裁をお願いします。',
  subject: '件名',
  why: 'なぜ',
  found: 'いまの点検：',
  supplier: '頼む先',
  cost: '費用',
  alternatives: 'ほかの方法',
  due: '期限',
  owner: '担当',
  ifNotDone: '行わない場合',
  decision: '決定',
  outcomes: { approved: '承認する', 'sent-back': '差し戻す', refused: '行わない' },
  reason: '理由・条件',
  day: '決裁日',
  dayBlank: '令和　　年　　月　　日',
  selfAssessment: '点検は自己点検であり、国や第三者の認証ではありません。求められることは当ソフトウェアの言葉です。',
  enter: '紙で決裁したときは、「改善計画」のこの用件に、決裁日と結果を書き写してください。',
  blank: '（未記入）',
  states: { met: '● 適合', 'not-met': '▲ 不適合', unknown: '？ 未確認', 'not-applicable': '－ 対象外' },
  number: (number) => `用件番号 ${number}`,
  more: (count) => `ほか${count}項目`,
  yen: (yen) => `${figures.format(yen)}円`,
  decided: ({ name, day, outcome }) => `${day}　${name}　${outcome}`,
}

const en: DecisionWords = {
  title: 'Decision sheet',
  sample: 'SAMPLE',
  approval: ['Director', 'Office manager', 'Safety manager', 'Drafted by'],
  heading: 'Approval',
  lead: 'Please decide on the following.',
  subject: 'Subject',
  why: 'Why',
  found: 'As assessed now: ',
  supplier: 'Supplier',
  cost: 'Cost',
  alternatives: 'Other ways',
  due: 'Due',
  owner: 'Person',
  ifNotDone: 'If it is not done',
  decision: 'Decision',
  outcomes: { approved: 'Approved', 'sent-back': 'Sent back', refused: 'Refused' },
  reason: 'Reason, conditions',
  day: 'Decided on',
  dayBlank: '',
  selfAssessment:
    'This is a self-assessment, not a certification by the state or a third party. What is asked is said in our own words.',
  enter: 'What was decided on paper is to be entered on this task in the plan, with its day.',
  blank: '(not given)',
  states: { met: '● met', 'not-met': '▲ not met', unknown: '？ unknown', 'not-applicable': '－ not applicable' },
  number: (number) => `Task ${number}`,
  more: (count) => `and ${count} more`,
  yen: (yen) => `¥${figures.format(yen)}`,
  decided: ({ name, day, outcome }) => `${day}　${name}　${outcome}`,
}

export const decisionWords: Readonly<Record<Language, DecisionWords>> = { ja, en }
