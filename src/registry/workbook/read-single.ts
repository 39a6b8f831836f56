import { closestName } from '../closest-name.ts'
import type { Shape } from '../facility/field.ts'
import type { CellPlace, Issue } from '../issue.ts'
import type { FactColumn } from './columns.ts'
import { factIn, said } from './fact-in.ts'
import { type Grid, strayColumns } from './grid.ts'
import { factKeys, practiceKeys } from './layout.ts'
import type { Names } from './names.ts'
import { type FactCell, type ReadValues, readFacts } from './read-items.ts'
import { cellName } from './workbook.ts'

/** A sheet with a fact a row: a kind of which there is one, or the front. */
export function readSingle(facts: readonly FactColumn[], at: string, grid: Grid, names: Names): ReadValues {
  const missing = noKeys(grid, factKeys)
  if (missing) return missing
  const { fact: factAt = 0, value: valueAt = 0 } = Object.fromEntries(grid.columns)
  const seen = new Set<string>()
  const issues: Issue[] = []
  const cells = grid.rows.flatMap(({ number, cells }): readonly FactCell[] => {
    const found = cells.get(valueAt)
    const key = String(cells.get(factAt) ?? '')
    const fact = facts.find(({ path }) => path === key)
    if (fact && !seen.has(key)) {
      seen.add(key)
      return [{ fact, place: { row: number, column: valueAt }, found }]
    }
    if (fact) issues.push({ path: '', cell: { sheet: grid.name, at: cellName(number, factAt) }, code: 'duplicate-key' })
    else if (key !== '' || found !== undefined) issues.push(unknownFact(grid, key, number, factAt, facts))
    return []
  })
  const read = readFacts(cells, { sheet: grid.name, at, names }, {})
  const value = Object.keys(read.value).length === 0 ? undefined : read.value
  return { value, places: read.places, issues: [...issues, ...read.issues, ...beside(grid)] }
}

/** 適用の質問 — the answers, and the days on which they were confirmed. */
export function readPractices(grid: Grid, names: Names): ReadValues & { readonly days?: unknown } {
  const missing = noKeys(grid, practiceKeys)
  if (missing) return missing
  const { fact: factAt = 0, value = 0, confirmedOn = 0 } = Object.fromEntries(grid.columns)
  const answers = readColumn({ shape: { type: 'flag' }, member: 'practices', factAt, column: value }, grid, names)
  const days = readColumn(
    { shape: { type: 'day' }, member: 'practicesConfirmedOn', factAt, column: confirmedOn },
    grid,
    names,
  )
  return {
    value: answers.value,
    days: days.value,
    places: [...answers.places, ...days.places],
    issues: [...answers.issues, ...days.issues, ...beside(grid)],
  }
}

interface AnswerColumn {
  readonly shape: Exclude<Shape, { type: 'group' }>
  readonly member: string
  readonly factAt: number
  readonly column: number
}

function readColumn({ shape, member, factAt, column }: AnswerColumn, grid: Grid, names: Names): ReadValues {
  const members: [string, unknown][] = []
  const places: [string, CellPlace][] = []
  const issues: Issue[] = []
  for (const { number, cells } of grid.rows) {
    const found = cells.get(column)
    if (found === undefined) continue
    const fact = cells.get(factAt)
    const key = fact === undefined ? '' : said(fact)
    const cell = { sheet: grid.name, at: cellName(number, column) }
    const read = factIn({ shape }, found, names)
    places.push([`${member}.${key}`, cell])
    if (key === '') issues.push({ path: '', cell, code: 'unknown-practice' })
    else if (members.some(([other]) => other === key)) issues.push({ path: '', cell, code: 'duplicate-key' })
    else if ('code' in read) issues.push({ path: `${member}.${key}`, cell, ...read })
    else members.push([key, read.value])
  }
  return { value: members.length === 0 ? undefined : Object.fromEntries(members), places, issues }
}

function noKeys({ name, columns }: Grid, keys: readonly string[]): ReadValues | undefined {
  if (keys.every((key) => key === '' || columns.has(key))) return undefined
  return { value: undefined, places: [], issues: [{ path: '', cell: { sheet: name }, code: 'no-keys' }] }
}

/** The words stand in the second column; what stands beyond the named ones is nowhere kept. */
function beside(grid: Grid): readonly Issue[] {
  const words = grid.columns.get('fact') === 2 ? 1 : 2
  return strayColumns(grid, new Set([...grid.columns.values(), words]))
}

function unknownFact(grid: Grid, key: string, row: number, column: number, facts: readonly FactColumn[]): Issue {
  const names = facts.map(({ path }) => path)
  return {
    path: '',
    cell: { sheet: grid.name, at: cellName(row, column) },
    code: 'unknown-field',
    expected: { type: 'name', names, closest: closestName(key, names) },
  }
}
