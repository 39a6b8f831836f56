import type { Decider } from '../deciders.ts'
import type { Language } from './told.ts'

interface PageWords {
  readonly title: string
  readonly other: string
  readonly intro: string
  readonly made: string
  readonly counted: string
  readonly ways: Readonly<Record<Decider['by'], readonly [name: string, meaning: string]>>
  readonly sum: string
  readonly countColumns: readonly string[]
  readonly columns: readonly string[]
}

const commands = `\`\`\`sh
node src/assessment/describe-deciders.ts ja > docs/deciders.md
node src/assessment/describe-deciders.ts en > docs/deciders.en.md
\`\`\``

const ja: PageWords = {
  title: '各項目の判定のしかた',
  other: 'English: [deciders.en.md](deciders.en.md)',
  intro: `ガイドラインの項目を一つずつ、お守りがどのように判定するかの表です。台帳の事実が足りないとき、古すぎるときは、
どのしかたでも「未確認」になります。人の申告だけで「適合」になった項目は、画面と報告書でそうと分かります。`,
  made: `このページは判定のプログラムから作られます。手で直さず、作り直してください。\n\n${commands}`,
  counted: '数',
  ways: {
    rule: ['規則', '台帳の事実から、規則だけで判定します。人の申告では変わりません。'],
    'rule-and-person': [
      '規則の提案と人の確認',
      '規則が台帳から提案し、人が確かめて申告すると「適合」になります。足りない事実は、申告があっても「適合」になりません。',
    ],
    'room-and-person': [
      'お守りの中と人の申告',
      'お守りに保存した文書は自分で見て、足りなければ「不適合」にします。電子カルテなどほかのシステムは見えないので、人が確かめて申告すると「適合」になります。',
    ],
    person: ['人の申告', '人が確かめ、確かめた日と証拠を添えて申告します。'],
    children: ['下の項目', '下の項目をまとめた結果です。'],
    'another-part': ['後の部屋', '自分で見て判定する部分がまだありません。それまでは人の申告で補えます。'],
  },
  sum: '合計',
  countColumns: ['判定のしかた', '項目', '意味'],
  columns: ['項目', '種別', '題', '判定のしかた', 'いずれ判定する部屋'],
}

const en: PageWords = {
  title: 'How each requirement is decided',
  other: '日本語: [deciders.md](deciders.md)',
  intro: `How Omamori decides each requirement of the guideline, one by one. Where a fact is missing or too old, the answer is
unknown, whatever the way. What is met on a person's word alone is shown as such on screen and paper.`,
  made: `This page is made from the code that judges. Do not correct it by hand; make it again:\n\n${commands}`,
  counted: 'Numbers',
  ways: {
    rule: ['rule', "A rule decides from facts of the registry. A person's word changes nothing."],
    'rule-and-person': [
      'rule proposes, person confirms',
      'A rule proposes from the registry; it is met once a person confirms. A missing fact is not made up for by a word.',
    ],
    'room-and-person': [
      'Omamori and a person',
      'What lies in Omamori is looked at, and falls short where it does. It cannot see the other systems, so it is met once a person attests them.',
    ],
    person: ['attestation', 'A person looks and says so, with the day and proof.'],
    children: ['sub-items', 'The sum of its sub-items.'],
    'another-part': [
      'a later room',
      'The part that looks for itself is not there yet. Until then a person may attest it.',
    ],
  },
  sum: 'Sum',
  countColumns: ['way', 'requirements', 'meaning'],
  columns: ['requirement', 'kind', 'title', 'decided by', 'room that will look'],
}

/** The prose of the table of deciders. */
export const deciderWords: Readonly<Record<Language, PageWords>> = { ja, en }
