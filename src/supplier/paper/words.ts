import type { PaperLanguage } from '#paper'

/** Every word of a question sheet's paper that is neither the registry's nor the facility's. */
export interface QuestionSheetWords {
  readonly sample: string
  readonly title: (number: number) => string
  readonly reminderTitle: (number: number) => string
  readonly to: (supplier: string) => string
  readonly from: string
  readonly returnTo: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly greeting: readonly string[]
  readonly reminding: (issuedOn: string) => readonly string[]
  readonly number: string
  readonly question: string
  readonly answer: string
  /** What the registry held, so that the answer is given anew and not as yes or no to it. */
  readonly held: (value: string, on: string) => string
  readonly notKnown: string
  readonly notConcerned: string
  readonly answeredBy: string
  readonly answeredOn: string
  readonly share: string
  readonly codes: string
}

const ja: QuestionSheetWords = {
  sample: '見本',
  title: (number) => `情報システムの安全管理についての質問票　第${number}号`,
  reminderTitle: (number) => `質問票 第${number}号の回答のお願い`,
  to: (supplier) => `${supplier}　御中`,
  from: '差出人',
  returnTo: '返送先',
  issuedOn: '発行日',
  dueOn: '返答の期限',
  greeting: [
    '当施設では、厚生労働省のガイドラインに沿って情報システムを点検しています。貴社にしか分からないことをお尋ねします。',
    '答えを○で囲むか枠に書き、下にお名前と日付を書いて、返送先へお返しください。',
  ],
  reminding: (issuedOn) => [
    `${issuedOn}にお送りした質問票のうち、まだお返事をいただいていない質問です。行き違いのときはご容赦ください。`,
    '答えを○で囲むか枠に書き、下にお名前と日付を書いて、返送先へお返しください。',
  ],
  number: '番号',
  question: '質問',
  answer: '答え',
  held: (value, on) => `${on}に「${value}」と登録しています。同じでも変わっていても、今の答えを書いてください。`,
  notKnown: '分からない',
  notConcerned: '対象外',
  answeredBy: '答えた方のお名前',
  answeredOn: '日付',
  share: '他の施設にも同じ回答を使ってよい（製品・サービスに共通の答えだけ。この施設のことは伝わりません）',
  codes:
    '番号に 0・1・2・5・6・8 と B・D・G・I・L・O・Q・S・U・V・Z は使っていません。「対象外」のときは、そのわけを余白に書いてください。',
}

const en: QuestionSheetWords = {
  sample: 'SAMPLE',
  title: (number) => `Questions on the safety of information systems, sheet no. ${number}`,
  reminderTitle: (number) => `Reminder of question sheet no. ${number}`,
  to: (supplier) => `To ${supplier}`,
  from: 'From',
  returnTo: 'Return to',
  issuedOn: 'Issued',
  dueOn: 'Answer by',
  greeting: [
    'We review our information systems as the guideline of the Ministry of Health asks. Only you can tell us the following.',
    'Circle an answer or write it in the box, add your name and the day below, and return the sheet.',
  ],
  reminding: (issuedOn) => [
    `These are the questions of our sheet of ${issuedOn} that we have no answer to yet. If your answer is on its way, please ignore this.`,
    'Circle an answer or write it in the box, add your name and the day below, and return the sheet.',
  ],
  number: 'Code',
  question: 'Question',
  answer: 'Answer',
  held: (value, on) => `Recorded as “${value}” on ${on}. Give the answer as it is today, the same or not.`,
  notKnown: 'not known',
  notConcerned: 'not concerned',
  answeredBy: 'Answered by',
  answeredOn: 'Day',
  share:
    'The same answers may be used for other facilities (only what is common to the product; nothing of this facility)',
  codes:
    'Codes never hold 0, 1, 2, 5, 6, 8 or B, D, G, I, L, O, Q, S, U, V, Z. If a question does not concern you, write why beside it.',
}

export const questionSheetWordsIn = (language: PaperLanguage): QuestionSheetWords => (language === 'ja' ? ja : en)
