import { units } from '../words/unit.ts'
import type { FactColumn } from './columns.ts'

/** The facts of the front sheet. */
export const frontFacts = [
  { key: 'format', words: 'この書類の形（変えないでください）' },
  { key: 'asOf', words: 'この内容を確かめた日' },
  { key: 'sample', words: '見本である（書かれているものはすべて架空）' },
] as const

/** The words on the sheets. A workbook is filled in by people of the facility and of its suppliers: in Japanese. */
export const sheetWords = {
  title: 'お守り — 台帳の書類',
  frontHelp: 'この書類に書いて、お守りに取り込んでください。取り込む前に、何が変わるかが示されます。',
  listHelp: '1行に1件を書きます。分からないところは空けておいてください。',
  singleHelp: '1行に1つを書きます。分からないところは空けておいてください。',
  practicesHelp: '「はい」か「いいえ」を選びます。分からないときは空けておいてください。',
  fact: '項目',
  value: '内容',
  question: '質問',
  answer: '答え',
  confirmedOn: '確かめた日',
  rules: [
    '空いているところは「分からない」です。「いいえ」や 0 は「ない」と分かっていることを表します。',
    '日は 2026/11/22、R8.11.22、令和8年11月22日 のどの形でも書けます。',
    '相手を書くところは、番号か名前で書きます。同じ名前が2つあるときは番号で書いてください。',
    '複数を書くところは、セルの中で改行（Alt＋Enter）するか、「、」で区切ります。',
    '計算式とセルの結合は使えません。列の順と見出しは変えられます。表の名前と、隠れている行・列は変えないでください。',
    '取り込むと、台帳の全体がこの書類のとおりになります。行を消すと、その1件は台帳から外れます。',
  ],
  hint,
} as const

/** What a column takes, said shortly under its words. */
function hint(shape: FactColumn['shape']): string {
  switch (shape.type) {
    case 'flag':
      return 'はい・いいえ'
    case 'count':
      return shape.never ? `${units[shape.unit].ja}、または「しない」` : units[shape.unit].ja
    case 'day':
      return '日'
    case 'choices':
      return `いくつでも: ${Object.values(shape.options)
        .map(({ ja }) => ja)
        .join('、')}`
    case 'references':
      return '番号か名前、いくつでも'
    case 'reference':
      return '番号か名前'
    case 'choice':
      return '選ぶ'
    case 'text':
      return ''
  }
}
