import {
  type CellValue,
  cellWords,
  choiceLists,
  FIRST_ROW,
  fieldAt,
  HEADER_ROW,
  itemKinds,
  KEY_ROW,
  namesIn,
  type PullDown,
  type SheetPlan,
  sayField,
  shownFact,
  TITLE_ROW,
  units,
  writeSheets,
} from '#registry'
import { type Instant, inEra } from '#shared'
import type { HeldFact, SheetQuestionView, SheetView } from '../wire.ts'
import { declined, frontKeys, frontName, listsName, questionKeys, questionsName, SHEET_FORMAT } from './layout.ts'

/** 質問票のExcel — the sheet as a workbook that a supplier fills in and sends back. */
export function writeQuestionWorkbook(view: SheetView, at: Instant): Promise<Uint8Array> {
  const lists = choiceLists(namesIn(new Map()))
  const sheets = [frontPlan(view), questionsPlan(view, lists), { ...lists.sheet(), name: listsName }]
  const mark = view.facility.sample ? '［見本］' : ''
  return writeSheets(
    sheets.map((sheet) => ({ ...sheet, head: `${mark}${view.facility.name}　事業者への質問票 第${view.number}号` })),
    at,
  )
}

function frontPlan(view: SheetView): SheetPlan {
  const { facility, supplierName, number, dueOn, issuedOn } = view
  const words: Readonly<Record<(typeof frontKeys)[number], readonly [string, CellValue]>> = {
    format: ['この書類の形（変えないでください）', SHEET_FORMAT],
    sheetId: ['質問票の印（変えないでください）', view.sheetId],
    number: ['質問票の号数（変えないでください）', number],
    answeredBy: ['答えた方のお名前', undefined],
    answeredOn: ['答えた日', undefined],
    shareable: ['他の施設にも同じ回答を使ってよい（はい・いいえ）', undefined],
  }
  const mark = facility.sample ? '［見本］' : ''
  const about = [
    `${supplierName} 様`,
    `${facility.name} から、${inEra(issuedOn)}にお尋ねしています。${inEra(dueOn)}までにお返しください。`,
    '「質問」の表の「答え」に書き、上の「答えた方のお名前」「答えた日」も書いて、このファイルをお返しください。',
    '分からないときは「分からない」、貴社に関わりのないときは「対象外」と書き、そのわけを「補足」に書いてください。',
    '計算式とセルの結合は使えません。行の順は変えられます。',
  ]
  return {
    name: frontName,
    head: '',
    columns: [{ width: 4, hidden: true }, { width: 60 }, { width: 44 }],
    rows: [
      [undefined, `${mark}事業者への質問票 第${number}号`],
      [undefined, about[0]],
      ['fact', undefined, 'value'],
      [undefined, '項目', '内容'],
      ...frontKeys.map((key) => [key, ...words[key]]),
      [],
      ...about.map((line) => [undefined, line]),
    ],
    titleRow: TITLE_ROW,
    hiddenRow: KEY_ROW,
    headerRow: HEADER_ROW,
    pullDowns: [
      {
        column: 3,
        fromRow: FIRST_ROW + frontKeys.indexOf('shareable'),
        toRow: FIRST_ROW + frontKeys.indexOf('shareable'),
        choices: [cellWords.yes.ja, cellWords.no.ja],
        only: true,
      },
    ],
  }
}

function questionsPlan({ questions }: SheetView, lists: ReturnType<typeof choiceLists>): SheetPlan {
  return {
    name: questionsName,
    head: '',
    columns: [{ width: 9 }, { width: 26 }, { width: 44 }, { width: 30 }, { width: 26 }, { width: 40 }],
    rows: [
      ['質問'],
      ['「答え」に書いてください。番号は変えないでください。'],
      [...questionKeys],
      ['番号', '対象', '質問', '答え方', '答え', '補足'],
      ...questions.map(rowOf),
    ],
    titleRow: TITLE_ROW,
    hiddenRow: KEY_ROW,
    headerRow: HEADER_ROW,
    frozenColumns: 1,
    pullDowns: questions.flatMap((question, index) => pullDown(question, FIRST_ROW + index, lists)),
  }
}

function rowOf(question: SheetQuestionView): readonly CellValue[] {
  const { code, kind, name, field, answer, held } = question
  const thing = `${Object.hasOwn(itemKinds, kind) ? itemKinds[kind as 'system'].words.ja : kind} ${name}`
  const said =
    answer && (answer.verdict === 'value' ? shownFact(kind, field, answer.value, 'ja') : declined[answer.verdict])
  return [
    code,
    thing,
    held
      ? `${sayField(kind, field, 'ja')}\n${heldText(held, shownFact(kind, field, held.value, 'ja'))}`
      : sayField(kind, field, 'ja'),
    takesOf(question),
    isPlain(question) ? said : undefined,
    answer?.note,
  ]
}

const heldText = ({ on }: HeldFact, value: string) =>
  `（${inEra(on)}に「${value}」と登録しています。同じでも変わっていても、今の答えを書いてください。）`

/** A shown value is read back only where it is one word of a list; figures are left to be written anew. */
function isPlain({ kind, field }: SheetQuestionView): boolean {
  const type = fieldAt(kind, field)?.shape.type
  return type === 'flag' || type === 'choice' || type === 'choices' || type === 'day'
}

function takesOf({ kind, field }: SheetQuestionView): string {
  const shape = fieldAt(kind, field)?.shape
  switch (shape?.type) {
    case 'flag':
      return 'はい・いいえ'
    case 'count':
      return `数（${units[shape.unit].ja}）${shape.never ? 'か「しない」' : ''}`
    case 'day':
      return '日（令和8年11月22日、2026/11/22 など）'
    case 'choice':
      return '選択肢から1つ'
    case 'choices':
      return `いくつでも「、」で並べる: ${Object.values(shape.options)
        .map(({ ja }) => ja)
        .join('、')}`
    default:
      return '短い文'
  }
}

function pullDown(
  { kind, field }: SheetQuestionView,
  row: number,
  lists: ReturnType<typeof choiceLists>,
): readonly PullDown[] {
  const shape = fieldAt(kind, field)?.shape
  const words =
    shape?.type === 'flag'
      ? [cellWords.yes.ja, cellWords.no.ja]
      : shape?.type === 'choice'
        ? Object.values(shape.options).map(({ ja }) => ja)
        : []
  if (words.length === 0) return []
  const choices = { range: lists.range([...words, ...Object.values(declined)]) }
  return [{ column: 5, fromRow: row, toRow: row, choices, only: false }]
}
