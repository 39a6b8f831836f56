import { loadEdition } from '@omamori/guideline'
import type { Instant } from '#shared'
import { itemsOf } from '../check-references.ts'
import type { AnyKind, Facility } from '../facility/facility.ts'
import { cellOf, cellWords, dayCell } from './cell-of.ts'
import { type ChoiceLists, choiceLists } from './choice-lists.ts'
import { columnsOf, type FactColumn, valueAt } from './columns.ts'
import {
  FIRST_ROW,
  factKeys,
  frontSheet,
  HEADER_ROW,
  KEY_ROW,
  practiceKeys,
  practicesSheet,
  sheetOf,
  TITLE_ROW,
  WORKBOOK_FORMAT,
  workbookKinds,
} from './layout.ts'
import { type Names, namesOf } from './names.ts'
import { frontFacts, sheetWords } from './sheet-words.ts'
import type { CellValue, PullDown, SheetColumn, SheetPlan } from './workbook.ts'
import { writeSheets } from './write-sheets.ts'

// Rows that offer their choices below the last one written: a hospital's terminals pasted in at once.
const ROOM = 500

/** The facility as a workbook to fill in further: a sheet for each kind, a row for each item, a column for each fact. */
export async function writeFacilityWorkbook(facility: Facility, at: Instant): Promise<Uint8Array> {
  return writeSheets(sheetsFor(facility), at)
}

/** 空の雛形 — the same with nothing in it but the words and the choices. */
export async function writeTemplateWorkbook(at: Instant): Promise<Uint8Array> {
  return writeSheets(sheetsFor({}), at)
}

/** The sheets in their order; the front first, the lists of choices, which are not shown, last. */
export function sheetsFor(facility: Partial<Facility>): readonly SheetPlan[] {
  const names = namesOf(facility)
  const lists = choiceLists(names)
  const kinds = workbookKinds.map((kind) =>
    kind.single ? singleSheet(facility, kind, names, lists) : listSheet(facility, kind, names, lists),
  )
  const [profile, ...others] = kinds
  const sheets = [frontPlan(facility), ...(profile ? [profile] : []), practicesPlan(facility), ...others]
  return [...sheets.map((sheet) => marked(sheet, facility)), lists.sheet()]
}

/** 見本: it stands at the head of every sheet and of every printed page. */
function marked(sheet: SheetPlan, { sample, profile }: Partial<Facility>): SheetPlan {
  const mark = sample ? '［見本］' : ''
  const [title = [], ...rows] = sheet.rows
  const first = title.map((cell) => (typeof cell === 'string' ? `${mark}${cell}` : cell))
  return { ...sheet, head: `${mark}${profile?.name ?? ''}`, rows: [first, ...rows] }
}

function listSheet(facility: Partial<Facility>, kind: AnyKind, names: Names, lists: ChoiceLists): SheetPlan {
  const columns = columnsOf(kind)
  const items = itemsOf(facility as Facility, kind)
  const rows = items.map((item) => columns.map((column) => cellOf(column, valueAt(item, column.path), names)))
  const toRow = FIRST_ROW + rows.length + ROOM
  return {
    name: sheetOf(kind),
    head: '',
    columns: columns.map(columnLook),
    rows: [[kind.words.ja], [sheetWords.listHelp], columns.map(({ path }) => path), columns.map(headerOf), ...rows],
    titleRow: TITLE_ROW,
    hiddenRow: KEY_ROW,
    headerRow: HEADER_ROW,
    frozenColumns: 2,
    pullDowns: columns.flatMap((column, index) =>
      pullDown(column, { column: index + 1, fromRow: FIRST_ROW, toRow }, lists),
    ),
  }
}

function singleSheet(facility: Partial<Facility>, kind: AnyKind, names: Names, lists: ChoiceLists): SheetPlan {
  const facts = columnsOf(kind)
  const [item = {}] = itemsOf(facility as Facility, kind)
  return {
    ...factSheet(sheetOf(kind), kind.words.ja, sheetWords.singleHelp),
    rows: [
      ...factHead(kind.words.ja, sheetWords.singleHelp, [...factKeys], ['', sheetWords.fact, sheetWords.value]),
      ...facts.map((fact) => [fact.path, headerOf(fact), cellOf(fact, valueAt(item, fact.path), names)]),
    ],
    pullDowns: facts.flatMap((fact, index) =>
      pullDown(fact, { column: 3, fromRow: FIRST_ROW + index, toRow: FIRST_ROW + index }, lists),
    ),
  }
}

function frontPlan(facility: Partial<Facility>): SheetPlan {
  const values: Readonly<Record<string, CellValue>> = {
    format: WORKBOOK_FORMAT,
    asOf: facility.asOf && dayCell(facility.asOf),
    sample: facility.sample === undefined ? undefined : cellWords[facility.sample ? 'yes' : 'no'].ja,
  }
  const facts = frontFacts.map(({ key, words }) => [key, words, values[key]])
  return {
    ...factSheet(frontSheet, sheetWords.title, ''),
    rows: [
      ...factHead(sheetWords.title, sheetWords.frontHelp, [...factKeys], ['', sheetWords.fact, sheetWords.value]),
      ...facts,
      [],
      ...sheetWords.rules.map((rule) => ['', rule]),
    ],
  }
}

function practicesPlan({ practices = {}, practicesConfirmedOn = {} }: Partial<Facility>): SheetPlan {
  const questions = new Map(loadEdition().facts.map(({ key, question }) => [key, question.ja]))
  const facts = [...new Set([...questions.keys(), ...Object.keys(practices), ...Object.keys(practicesConfirmedOn)])]
  const head = ['', sheetWords.question, sheetWords.answer, sheetWords.confirmedOn]
  const day = (fact: string) => practicesConfirmedOn[fact]
  const rows = facts.map((fact): readonly CellValue[] => {
    const answer = practices[fact]
    const confirmedOn = day(fact)
    const said = answer === undefined ? undefined : cellWords[answer ? 'yes' : 'no'].ja
    return [fact, questions.get(fact) ?? fact, said, confirmedOn && dayCell(confirmedOn)]
  })
  const plan = factSheet(practicesSheet, practicesSheet, '')
  return {
    ...plan,
    columns: [...plan.columns.slice(0, 2), { width: 14 }, { width: 14, format: 'day' }],
    rows: [...factHead(practicesSheet, sheetWords.practicesHelp, [...practiceKeys], head), ...rows],
    pullDowns: [{ column: 3, fromRow: FIRST_ROW, toRow: FIRST_ROW + facts.length, choices: yesOrNo, only: true }],
  }
}

/** A sheet with a fact a row: its name (hidden), its words, its value. */
function factSheet(name: string, title: string, help: string): SheetPlan {
  return {
    name,
    head: '',
    columns: [{ width: 4, hidden: true }, { width: 60 }, { width: 44 }],
    rows: factHead(title, help, [...factKeys], []),
    titleRow: TITLE_ROW,
    hiddenRow: KEY_ROW,
    headerRow: HEADER_ROW,
    pullDowns: [],
  }
}

// The first column is hidden here, so the title stands in the second.
function factHead(title: string, help: string, keys: readonly string[], header: readonly string[]) {
  const shown = header.map((word) => (word === '' ? undefined : word))
  return [
    [undefined, title],
    [undefined, help],
    keys.map((key) => (key === '' ? undefined : key)),
    shown,
  ] as readonly (readonly CellValue[])[]
}

const yesOrNo = [cellWords.yes.ja, cellWords.no.ja]

function pullDown(
  { shape }: FactColumn,
  place: Pick<PullDown, 'column' | 'fromRow' | 'toRow'>,
  lists: ChoiceLists,
): readonly PullDown[] {
  if (shape.type === 'flag') return [{ ...place, choices: yesOrNo, only: true }]
  if (shape.type === 'choice') {
    const words = Object.values(shape.options).map(({ ja }) => ja)
    return [{ ...place, choices: { range: lists.range(words) }, only: true }]
  }
  // A list offers what is there now; a new name may be written beside it, so nothing is refused.
  if (shape.type !== 'reference') return []
  const range = lists.referenceRange(shape.to, shape.orNobody === true)
  return range === undefined ? [] : [{ ...place, choices: { range }, only: false }]
}

function columnLook({ path, shape }: FactColumn): SheetColumn {
  if (path === 'id') return { width: 14 }
  if (path === 'name') return { width: 24 }
  if (shape.type === 'day') return { width: 13, format: 'day' }
  if (shape.type === 'count') return { width: 12, format: 'number' }
  return { width: shape.type === 'flag' ? 12 : 22 }
}

function headerOf({ words, shape, path }: FactColumn): string {
  const hint = path === 'id' ? '' : sheetWords.hint(shape)
  return hint === '' ? words.ja : `${words.ja}\n（${hint}）`
}
