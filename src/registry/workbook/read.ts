import { Refusal } from '#shared'
import { closestName } from '../closest-name.ts'
import { type AnyKind, FACILITY_FORMAT, type Facility, itemKinds } from '../facility/facility.ts'
import type { CellPlace, Issue } from '../issue.ts'
import { checkFacility, limited, type ReadFacility } from '../read-facility.ts'
import { columnsOf, type FactColumn } from './columns.ts'
import { type Grid, gridOf } from './grid.ts'
import { choicesSheet, frontSheet, KEY_ROW, practicesSheet, sheetOf, WORKBOOK_FORMAT, workbookKinds } from './layout.ts'
import { type Names, namesIn } from './names.ts'
import { identify, type ReadValues, readItems } from './read-items.ts'
import { readSheets } from './read-sheets.ts'
import { readPractices, readSingle } from './read-single.ts'
import { WorkbookRefused } from './refused.ts'
import { MAX_WORKBOOK_BYTES } from './unpack.ts'
import type { FoundSheet } from './workbook.ts'

/**
 * Reads a workbook that anybody may have made, and says everything wrong with it at once, by sheet and cell. Nothing in
 * it is worked out or followed. With one issue there is no facility: nothing is ever half read.
 */
export async function readFacilityWorkbook(bytes: Uint8Array, knownFacts?: readonly string[]): Promise<ReadFacility> {
  try {
    return readFound(await readSheets(bytes), knownFacts)
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, issues: [error.issue] }
    throw error
  }
}

/** The same, for use cases: a refusal with all issues instead of an answer with them. */
export async function parseFacilityWorkbook(bytes: Uint8Array, knownFacts?: readonly string[]): Promise<Facility> {
  const read = await readFacilityWorkbook(bytes, knownFacts)
  if (read.ok) return read.facility
  const [first] = read.issues
  if (first?.code === 'too-large') throw new Refusal('too-large', { limit: MAX_WORKBOOK_BYTES, issues: read.issues })
  throw new Refusal('malformed', { issues: read.issues })
}

function readFound(sheets: readonly FoundSheet[], knownFacts: readonly string[] | undefined): ReadFacility {
  const misnamed = sheetIssues(
    sheets.map(({ name }) => name),
    isBeforeSites(sheets),
  )
  if (misnamed.length > 0) return { ok: false, issues: misnamed }
  const read = sheets.filter(({ name }) => name !== choicesSheet)
  const grids = new Map(read.map((sheet) => [sheet.name, gridOf(sheet)]))
  const { value, places, issues } = together(grids)
  const found = [...issues, ...valueIssues(value, places, issues, knownFacts)]
  if (found.length === 0) return { ok: true, facility: value as unknown as Facility }
  return { ok: false, issues: limited(found) }
}

const sheetNames = [frontSheet, practicesSheet, ...workbookKinds.map(sheetOf)]

const sitesSheet = sheetOf(itemKinds.site as AnyKind)

/** Workbooks of the first edition knew no sites: they have neither the sheet nor a column that names one. */
function isBeforeSites(sheets: readonly FoundSheet[]): boolean {
  return !sheets.some(({ cells }) => cells.some(({ row, value }) => row === KEY_ROW && value === 'siteId'))
}

function sheetIssues(names: readonly string[], beforeSites: boolean): readonly Issue[] {
  const unknown = names.filter((name) => name !== choicesSheet && !sheetNames.includes(name))
  const absent = sheetNames.filter((name) => !names.includes(name))
  const missing = beforeSites ? absent.filter((name) => name !== sitesSheet) : absent
  // Not one of ours: it is another workbook altogether.
  if (absent.length === sheetNames.length) return [{ path: '', code: 'not-a-workbook' }]
  return [
    ...unknown.map((sheet): Issue => {
      const expected = { type: 'name', names: missing, closest: closestName(sheet, missing) } as const
      return { path: '', cell: { sheet }, code: 'unknown-sheet', expected: missing.length > 0 ? expected : undefined }
    }),
    ...missing.map((sheet): Issue => ({ path: '', cell: { sheet }, code: 'missing-sheet' })),
  ]
}

interface Whole extends Omit<ReadValues, 'value'> {
  readonly value: Readonly<Record<string, unknown>>
}

function together(grids: ReadonlyMap<string, Grid>): Whole {
  const gridAt = (name: string) => grids.get(name) ?? gridOf({ name, cells: [], merged: [] })
  const listed = workbookKinds.filter(({ single }) => !single)
  const rows = new Map(listed.map((kind) => [kind.kind, identify(kind, gridAt(sheetOf(kind)))]))
  const names = namesIn(rows)
  const front = readFront(gridAt(frontSheet), names)
  const practices = readPractices(gridAt(practicesSheet), names)
  const kinds = workbookKinds.map((kind): [string, ReadValues] => {
    const grid = grids.get(sheetOf(kind))
    if (!grid) return [kind.member, { value: undefined, places: [], issues: [] }]
    const read = kind.single
      ? readSingle(columnsOf(kind), kind.member, grid, names)
      : readItems(kind, grid, rows.get(kind.kind) ?? [], names)
    return [kind.member, read]
  })
  const all = [front, practices, ...kinds.map(([, read]) => read)]
  const members = {
    ...(front.value as object | undefined),
    format: FACILITY_FORMAT,
    practices: practices.value,
    practicesConfirmedOn: practices.days,
    ...Object.fromEntries(kinds.map(([member, { value }]) => [member, value])),
    profile: kinds[0]?.[1].value ?? {},
  }
  return {
    value: Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)),
    places: all.flatMap(({ places }) => places),
    issues: [...[...grids.values()].flatMap(({ issues }) => issues), ...all.flatMap(({ issues }) => issues)],
  }
}

const front: readonly FactColumn[] = [
  { path: 'format', words: { ja: '書類の形', en: 'Format' }, shape: { type: 'text', max: 64 } },
  { path: 'asOf', words: { ja: '確かめた日', en: 'As of' }, shape: { type: 'day' } },
  { path: 'sample', words: { ja: '見本', en: 'Sample' }, shape: { type: 'flag' } },
]

function readFront(grid: Grid, names: Names): ReadValues {
  // Below the facts stand the rules of filling in; they have no name in the first column.
  const rows = grid.rows.filter(({ cells }) => cells.has(grid.columns.get('fact') ?? 1))
  const read = readSingle(front, '', { ...grid, rows }, names)
  const { format, ...value } = (read.value ?? {}) as Readonly<Record<string, unknown>>
  if (format === WORKBOOK_FORMAT) return { ...read, value }
  const code = String(format ?? '').startsWith('omamori-workbook@') ? 'newer-format' : 'wrong-format'
  const issue: Issue = { path: 'format', cell: new Map(read.places).get('format') ?? { sheet: grid.name }, code }
  return { ...read, value, issues: [issue, ...read.issues] }
}

/** What the facility file's own rules find, put where it stands in the workbook; said once for each place. */
function valueIssues(
  value: unknown,
  places: ReadValues['places'],
  said: readonly Issue[],
  knownFacts: readonly string[] | undefined,
): readonly Issue[] {
  const byPath = new Map(places)
  const done = new Set(said.map(({ path }) => path))
  return checkFacility(value, knownFacts)
    .map((issue) => ({ ...issue, cell: placeOf(issue.path, byPath) }))
    .filter(({ path }) => !done.has(path))
}

/** The cell of a path, or of what it lies in: a list is written in one cell. */
function placeOf(path: string, places: ReadonlyMap<string, CellPlace>): CellPlace | undefined {
  const found = places.get(path)
  if (found || path === '') return found
  return placeOf(path.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, ''), places)
}
