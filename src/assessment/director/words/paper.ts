import type { Standing } from '#task/contract'
import type { State } from '../../contract.ts'
import type { Language } from '../../words/told.ts'

interface Numbered {
  readonly number: string
  readonly day: string
}

/** Every word of the director's paper that is not the facility's own. Functions take the figures of the sentence. */
export interface DirectorPaperWords {
  readonly title: string
  readonly sample: string
  readonly selfAssessment: string
  readonly to: (name: string) => string
  readonly result: string
  readonly base: (total: number, met: number) => string
  readonly unknownIsNotMet: (unknown: number) => string
  readonly kinds: Readonly<Record<'C' | 'D', string>>
  readonly total: string
  readonly states: Readonly<Record<State, string>>
  readonly notTaken: (notMet: number, unknown: number) => string
  readonly decide: string
  readonly nothingToDecide: string
  readonly decideTasks: (tasks: number, cost: string) => string
  readonly decideSnapshot: (snapshot: Numbered) => string
  readonly snapshotDue: (day: string) => string
  readonly snapshotFirst: string
  readonly decideExemptions: (count: number, first: string) => string
  readonly contradicted: (title: string, count: number) => string
  readonly checklistOverdue: (title: string, count: number) => string
  readonly unanswered: (title: string, count: number, rows: number) => string
  readonly money: string
  readonly sums: (undecided: string, decided: string) => string
  readonly unsaid: (count: number) => string
  readonly noMoney: string
  readonly overdue: string
  readonly noOverdue: string
  readonly nobody: string
  readonly left: string
  readonly late: (days: number) => string
  readonly trend: string
  readonly tooFew: string
  readonly corrupt: string
  readonly between: (before: Numbered, after: Numbered) => string
  readonly totals: (better: number, worse: number, lost: number, found: number) => string
  readonly noChange: string
  readonly questions: string
  readonly noQuestions: string
  readonly questionSum: (open: number, suppliers: number, since: string) => string
  readonly dueOver: string
  readonly columns: {
    readonly task: string
    readonly owner: string
    readonly cost: string
    readonly standing: string
    readonly due: string
    readonly late: string
    readonly change: string
    readonly item: string
    readonly why: string
    readonly supplier: string
    readonly open: string
    readonly since: string
    readonly until: string
  }
  readonly standings: Readonly<Record<Standing, string>>
  readonly instructions: string
  readonly read: string
  readonly dayBlank: string
  readonly count: (count: number) => string
  readonly more: (count: number) => string
  readonly yen: (yen: number) => string
  readonly minimumItem: string
}

const figures = new Intl.NumberFormat('en-US')

const ja: DirectorPaperWords = {
  title: '施設長の1枚',
  sample: '見本',
  selfAssessment: 'これは当施設の自己点検であり、国や第三者の認証ではありません。',
  to: (name) => (name ? `施設長　${name} 様` : '施設長 様'),
  result: 'いまの状態',
  base: (total, met) => `最低限 ${total}項目中 ${met}が適合`,
  unknownIsNotMet: (unknown) => `未確認の ${unknown}項目は、適合に数えていません。`,
  kinds: { C: '最低限', D: '推奨' },
  total: '合計',
  states: { met: '● 適合', 'not-met': '▲ 不適合', unknown: '？ 未確認', 'not-applicable': '－ 対象外' },
  notTaken: (notMet, unknown) => `まだ用件にしていない不足：不適合 ${notMet}件、未確認 ${unknown}件（推奨を含む）`,
  decide: '決めていただくこと',
  nothingToDecide: 'いま決めていただくことはありません。',
  decideTasks: (tasks, cost) => `費用の決裁　${tasks}件、合わせて ${cost}（下の表の「決裁待ち」）`,
  decideSnapshot: ({ number, day }) => `点検の記録の承認　${number}（${day}）`,
  snapshotDue: (day) => `次の点検の期限（${day}）を過ぎました。点検の記録をとるよう、指示してください。`,
  snapshotFirst: '点検の記録が、まだ1つもありません。点検の記録をとるよう、指示してください。',
  decideExemptions: (count, first) => `対象外の申し出の承認　${count}件（${first}${count > 1 ? ' ほか' : ''}）`,
  contradicted: (title, count) => `${title}　「はい」と答えた ${count}行が、いまの点検では違います。`,
  checklistOverdue: (title, count) => `${title}　目標日を過ぎた「いいえ」が ${count}行あります。`,
  unanswered: (title, count, rows) => `${title}　${rows}行のうち ${count}行に、まだ答えがありません。`,
  money: '費用のかかること',
  sums: (undecided, decided) => `未決裁の見積もり ${undecided}　承認済み ${decided}`,
  unsaid: (count) => `ほかに、費用が未記入の用件が ${count}件あります。`,
  noMoney: '費用を記した用件はありません。',
  overdue: '期限を過ぎたこと',
  noOverdue: '期限を過ぎた用件はありません。',
  nobody: '担当なし',
  left: '担当なし（退職・異動）',
  late: (days) => `${days}日遅れ`,
  trend: '前回の記録からの変化',
  tooFew: '点検の記録が2つそろうと、ここに変化が出ます。',
  corrupt: '点検の記録が、とったときのものと違います。くらべていません。「証跡」で検証してください。',
  between: (before, after) => `${before.number}（${before.day}）から ${after.number}（${after.day}）へ`,
  totals: (better, worse, lost, found) =>
    `良くなった ${better}　悪くなった ${worse}　分からなくなった ${lost}　足りないと分かった ${found}（最低限）`,
  noChange: '良くなった項目も、悪くなった項目もありません。',
  questions: '事業者への質問（回答待ち）',
  noQuestions: '回答を待っている質問はありません。',
  questionSum: (open, suppliers, since) => `${suppliers}社に ${open}件　いちばん古いものは ${since}から`,
  dueOver: '期限切れ',
  columns: {
    ...{ task: '用件', owner: '担当', cost: '費用', standing: '決裁', due: '期限', late: '遅れ' },
    ...{ change: '変化', item: '項目', why: 'なぜ' },
    ...{ supplier: '事業者', open: '質問', since: 'いつから', until: '回答の期限' },
  },
  standings: {
    ...{ 'not-needed': '不要', waiting: '決裁待ち', 'sent-back': '差し戻し', approved: '承認', refused: '却下' },
  },
  instructions: '施設長からの指示',
  read: '確認',
  dayBlank: '令和　　年　　月　　日',
  count: (count) => `${count}件`,
  more: (count) => `ほか ${count}件は画面にあります。`,
  yen: (yen) => `${figures.format(yen)}円`,
  minimumItem: '最低限',
}

const en: DirectorPaperWords = {
  title: "The director's page",
  sample: 'SAMPLE',
  selfAssessment: 'This is our self-assessment, not a certification by the state or a third party.',
  to: (name) => (name ? `To the director, ${name}` : 'To the director'),
  result: 'How it stands',
  base: (total, met) => `${met} of ${total} minimum items met`,
  unknownIsNotMet: (unknown) => `Not known: ${unknown}. They do not count as met.`,
  kinds: { C: 'Minimum', D: 'Recommended' },
  total: 'Total',
  states: { met: '● met', 'not-met': '▲ not met', unknown: '？ unknown', 'not-applicable': '－ not applicable' },
  notTaken: (notMet, unknown) =>
    `Taken up by nobody yet: ${notMet} not met, ${unknown} unknown (recommended items included)`,
  decide: 'To be decided',
  nothingToDecide: 'Nothing is to be decided now.',
  decideTasks: (tasks, cost) => `Costs: tasks that wait: ${tasks}, together ${cost} (see “waits” below)`,
  decideSnapshot: ({ number, day }) => `Approval of the kept assessment: ${number} (${day})`,
  snapshotDue: (day) => `The next assessment was due by ${day}. Please have one kept.`,
  snapshotFirst: 'No assessment was kept yet. Please have one kept.',
  decideExemptions: (count, first) => `Approval of exemptions: ${count} (${first}${count > 1 ? ' and others' : ''})`,
  contradicted: (title, count) => `${title}: rows answered yes that the assessment contradicts: ${count}`,
  checklistOverdue: (title, count) => `${title}: rows answered no whose day is over: ${count}`,
  unanswered: (title, count, rows) => `${title}: ${count} of ${rows} rows have no answer yet.`,
  money: 'What costs money',
  sums: (undecided, decided) => `Estimated, not decided: ${undecided}   Approved: ${decided}`,
  unsaid: (count) => `Tasks of which nobody said what they cost: ${count}`,
  noMoney: 'No task says what it costs.',
  overdue: 'Overdue',
  noOverdue: 'No task is overdue.',
  nobody: 'Nobody',
  left: 'Nobody (left or moved)',
  late: (days) => `${days} days late`,
  trend: 'Since the assessment before',
  tooFew: 'Once two assessments are kept, the difference stands here.',
  corrupt: 'A kept assessment differs from what was kept. Nothing was compared. Please verify the journal.',
  between: (before, after) => `From ${before.number} (${before.day}) to ${after.number} (${after.day})`,
  totals: (better, worse, lost, found) =>
    `Better ${better}, worse ${worse}, no longer known ${lost}, found to fall short ${found} (minimum items)`,
  noChange: 'Nothing became better or worse.',
  questions: 'Questions suppliers have not answered',
  noQuestions: 'No question waits for an answer.',
  questionSum: (open, suppliers, since) => `${open} at ${suppliers} suppliers, the oldest since ${since}`,
  dueOver: 'over',
  columns: {
    ...{ task: 'Task', owner: 'Person', cost: 'Cost', standing: 'Decision', due: 'Due', late: 'Late' },
    ...{ change: 'Change', item: 'Item', why: 'Why' },
    ...{ supplier: 'Supplier', open: 'Questions', since: 'Since', until: 'Answer due' },
  },
  standings: {
    ...{ 'not-needed': 'none', waiting: 'waits', 'sent-back': 'sent back', approved: 'approved', refused: 'refused' },
  },
  instructions: "The director's instructions",
  read: 'Seen',
  dayBlank: '',
  count: (count) => String(count),
  more: (count) => `${count} more on the screen.`,
  yen: (yen) => `¥${figures.format(yen)}`,
  minimumItem: 'minimum',
}

export const directorPaperWords: Readonly<Record<Language, DirectorPaperWords>> = { ja, en }
