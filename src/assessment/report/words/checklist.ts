import type { ReportLanguage } from '../report-input.ts'

/** Every word of the checklist's paper that is neither the form's nor the facility's. */
export interface ChecklistWords {
  readonly sample: string
  readonly selfAssessment: string
  readonly facility: string
  readonly supplier: string
  readonly createdOn: string
  readonly responsible: string
  readonly filledInBy: string
  readonly filledInOn: string
  readonly things: string
  readonly number: string
  readonly ask: string
  readonly yes: string
  readonly no: string
  readonly checkedOn: string
  readonly targetOn: string
  readonly round: (round: number) => string
  readonly about: (scope: string) => string
  readonly unconfirmedNumber: string
  readonly addedThisYear: string
  readonly proposed: (answer: 'yes' | 'no') => string
  readonly contradicted: string
  readonly howTo: Readonly<Record<'own' | 'supplier', readonly string[]>>
  readonly roundsMark: string
  readonly marksMean: string
}

const ja: ChecklistWords = {
  sample: '見本',
  selfAssessment: '答えは記入した者の確認によるもので、国や第三者の認証ではありません。',
  facility: '施設名',
  supplier: '事業者名',
  createdOn: '作成日',
  responsible: '安全管理責任者',
  filledInBy: '記入者',
  filledInOn: '記入日',
  things: '対象',
  number: '番号',
  ask: '確認内容',
  yes: 'はい',
  no: 'いいえ',
  checkedOn: '確認日',
  targetOn: '目標日',
  round: (round) => `${round}回目`,
  about: (scope) => `対象　${scope}`,
  unconfirmedNumber: '番号 未照合',
  addedThisYear: '今年度の新しい項目',
  proposed: (answer) => `点検からの提案：${answer === 'yes' ? 'はい' : 'いいえ'}（人の確認はまだです）`,
  contradicted: '※ 「はい」と答えていますが、いまの点検では不適合です。',
  howTo: {
    own: [
      '「はい」か「いいえ」を○で囲み、確認した日を書きます。「いいえ」には、対応の目標日も書きます。',
      '分からないものは空けておきます。空欄は「はい」ではありません。',
    ],
    supplier: [
      '貴社が提供・保守しているものについて、「はい」か「いいえ」を○で囲み、確認した日を書いてください。「いいえ」には、対応の目標日も書いてください。',
      '分からないものは空けておいてください。書き終えたら、施設へお返しください。',
    ],
  },
  roundsMark: '1回目から3回目までの欄は、令和7年度の様式とまだ照らし合わせていません。',
  marksMean:
    '［番号 未照合］［内容 未照合］［対象 未照合］は、正式の様式とまだ照らし合わせていないもの、［案で照合］は令和7年3月の案などと照らし合わせたものです。',
}

const en: ChecklistWords = {
  sample: 'SAMPLE',
  selfAssessment:
    'The answers are those of whoever filled this in. It is no certification by the state or a third party.',
  facility: 'Facility',
  supplier: 'Supplier',
  createdOn: 'Made on',
  responsible: 'System safety manager',
  filledInBy: 'Filled in by',
  filledInOn: 'On',
  things: 'Concerns',
  number: 'No.',
  ask: 'To be checked',
  yes: 'Yes',
  no: 'No',
  checkedOn: 'Checked',
  targetOn: 'Target',
  round: (round) => `Check ${round}`,
  about: (scope) => `For ${scope}`,
  unconfirmedNumber: 'number not checked',
  addedThisYear: 'new this year',
  proposed: (answer) => `The assessment proposes ${answer} (nobody has confirmed it yet)`,
  contradicted: '* Answered yes, but the assessment now says it is not met.',
  howTo: {
    own: [
      'Circle yes or no and write the day of the check; a no also needs the day by which it will be done.',
      'Leave blank what is not known. A blank is no yes.',
    ],
    supplier: [
      'For what you deliver or maintain, circle yes or no and write the day of the check; a no also needs the day by which it will be done.',
      'Leave blank what is not known, and return the sheet to the facility.',
    ],
  },
  roundsMark: 'The three rounds have not yet been compared with the form of fiscal 2025.',
  marksMean:
    '[number not checked], [content not checked] and [scope not checked] mark what has not been compared with the official form; [checked against a draft] what was compared with the draft of March 2025 or the like.',
}

export const checklistWordsIn = (language: ReportLanguage): ChecklistWords => (language === 'ja' ? ja : en)
