import { cellName, cellWords, type FoundValue, type Grid, type Issue, openWorkbook, plainText } from '#registry'
import { type Day, parseDay, Refusal } from '#shared'
import type { Incoming } from '../check-answers.ts'
import type { AnswerIssue } from '../words/issue.ts'
import { declined, frontKeys, frontName, questionsName, SHEET_FORMAT } from './layout.ts'

type Answers = Incoming & { readonly sheetId: string; readonly number: number }
type Cells = ReadonlyMap<number, FoundValue>

/**
 * What stands in a workbook that claims to be a filled-in question sheet. Nothing in it is worked out; everything that
 * cannot be read is said with its cell. A blank answer is no answer.
 */
export async function readAnswerWorkbook(bytes: Uint8Array, today: Day): Promise<Answers> {
  const grids = await openWorkbook(bytes)
  const [front, questions] = [grids.get(frontName), grids.get(questionsName)]
  if (!front || !questions) throw refused([{ path: '', code: 'another-workbook' }])
  const facts = factsOf(front)
  if (facts.get('format')?.value !== SHEET_FORMAT) throw refused([{ path: '', code: 'another-workbook' }])
  const about = readFront(facts, today)
  const answers = readRows(questions)
  const issues: readonly AnswerIssue[] = [
    ...front.issues,
    ...questions.issues,
    ...about.issues,
    ...(answers.length === 0 ? [{ path: '', cell: { sheet: questionsName }, code: 'value-missing' } as const] : []),
    ...answers.flatMap(({ issue }) => (issue ? [issue] : [])),
  ]
  if (issues.length > 0) throw refused(issues)
  return { ...about.facts, way: 'workbook', answers: answers.map(({ given }) => given) }
}

const refused = (issues: readonly AnswerIssue[]) => new Refusal('malformed', { reason: 'answers', issues })

interface Found {
  readonly value: FoundValue | undefined
  readonly cell: NonNullable<Issue['cell']>
}

/** The facts of the front sheet by their hidden names. Below them stands text that is nobody's answer. */
function factsOf(grid: Grid): ReadonlyMap<string, Found> {
  const [fact = 1, value = 3] = [grid.columns.get('fact'), grid.columns.get('value')]
  return new Map(
    grid.rows.flatMap(({ number, cells }): readonly [string, Found][] => {
      const key = cells.get(fact)
      if (typeof key !== 'string' || !(frontKeys as readonly string[]).includes(key)) return []
      return [[key, { value: cells.get(value), cell: { sheet: grid.name, at: cellName(number, value) } }]]
    }),
  )
}

function readFront(facts: ReadonlyMap<string, Found>, today: Day) {
  const textAt = (key: string) => textOf(facts.get(key)?.value)
  const at = (key: string) => ({ path: key, cell: facts.get(key)?.cell ?? { sheet: frontName } })
  const day = facts.get('answeredOn')?.value
  const answeredOn =
    day === undefined ? today : typeof day === 'object' && 'day' in day ? day.day : parseDay(textOf(day))
  const answeredBy = textAt('answeredBy').slice(0, 120)
  const issues: AnswerIssue[] = [...facts.keys()].flatMap((key): readonly AnswerIssue[] => {
    const value = facts.get(key)?.value
    return typeof value === 'object' && 'formula' in value
      ? [{ ...at(key), code: 'formula', actual: value.formula }]
      : []
  })
  if (answeredBy === '') issues.push({ ...at('answeredBy'), code: 'name-missing' })
  if (answeredOn === undefined)
    issues.push({ ...at('answeredOn'), code: 'not-a-day', expected: { type: 'day' }, actual: textOf(day) })
  return {
    issues,
    facts: {
      sheetId: textAt('sheetId'),
      number: Number(textAt('number')) || 0,
      answeredBy,
      answeredOn: answeredOn ?? today,
      shareable: [cellWords.yes.ja, 'yes', 'true'].includes(textAt('shareable').toLowerCase()),
    },
  }
}

interface Row {
  readonly given: Incoming['answers'][number]
  readonly issue?: AnswerIssue
}

function readRows(grid: Grid): readonly Row[] {
  const [code = 1, answer = 5, note = 6] = ['code', 'answer', 'note'].map((key) => grid.columns.get(key))
  return grid.rows.flatMap(({ number, cells }): readonly Row[] => {
    const said = cells.get(answer)
    const [typed, remark] = [textOf(cells.get(code)), textOf(cells.get(note)).slice(0, 500)]
    if (said === undefined && remark === '') return []
    const cell = { sheet: grid.name, at: cellName(number, answer) }
    const given = { code: typed, ...verdictOf(said), ...(remark && { note: remark }), cell }
    return [{ given, ...issueAt(cells, [code, answer, note], { number, sheet: grid.name, path: typed }) }]
  })
}

/** A remark without an answer is an answer that is missing; the check says so. */
function verdictOf(said: FoundValue | undefined): Pick<Incoming['answers'][number], 'verdict' | 'value'> {
  const text = textOf(said)
  if (text === declined['not-known']) return { verdict: 'not-known' }
  if (text === declined['not-concerned']) return { verdict: 'not-concerned' }
  if (typeof said === 'number' || typeof said === 'boolean') return { verdict: 'value', value: said }
  return { verdict: 'value', value: typeof said === 'object' && 'day' in said ? said.day : text }
}

function issueAt(
  cells: Cells,
  columns: readonly number[],
  { number, sheet, path }: { readonly number: number; readonly sheet: string; readonly path: string },
): { readonly issue?: AnswerIssue } {
  for (const column of columns) {
    const value = cells.get(column)
    if (typeof value !== 'object' || 'day' in value) continue
    const cell = { sheet, at: cellName(number, column) }
    if ('formula' in value) return { issue: { path, cell, code: 'formula', actual: value.formula } }
    if ('error' in value) return { issue: { path, cell, code: 'error-value', actual: value.error } }
  }
  return {}
}

/** Half-width kana, full-width letters and doubled spaces are the keyboard's doing. */
function textOf(value: FoundValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return plainText(String(value))
  if ('day' in value) return value.day
  if ('time' in value) return value.time
  return 'formula' in value ? value.formula : value.error
}
