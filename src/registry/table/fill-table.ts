import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { referrersOf } from '../check-references.ts'
import type { ItemKindName, StoredValue } from '../facility/facility.ts'
import { ITEMS_PER_KIND } from '../facility/field.ts'
import { type Ground, noteItem, noteRegistry, scopeOf } from '../ground.ts'
import { basisOf } from '../import-facility.ts'
import { checked, conflict, insertItem, replaceItem } from '../keep-item.ts'
import { itemOf, type Kept, kindOf } from '../kept.ts'
import { limited } from '../read-facility.ts'
import { deleteRow, holdRegistry, listKept } from '../store.ts'
import type { TableFilled, TablePreview, TableRequest, TableUndo } from '../wire.ts'
import { columnsOf } from '../workbook/columns.ts'
import { type ReadTable, readTable, type Table } from './read-table.ts'
import { rowsInText, type Separator } from './rows-in-text.ts'
import { columnNamed, isHeader } from './table-columns.ts'

/** What laying the text on the table would mean. Nothing is written; every wrong cell is named. */
export async function previewTable(
  ground: Ground,
  caller: Caller,
  kind: ItemKindName,
  request: TableRequest,
): Promise<TablePreview> {
  demand(caller, 'registry.change')
  const table = tableIn(kind, request)
  const all = await ground.storage.read(scopeOf(caller), (db) => listKept(db))
  refuseMoved(all, kind, request)
  return tablePreviewOf(all, kind, refuseWrong(readTable(table, all)))
}

/** 表への書き込み — lays the text on the table, all of it or nothing, with an entry for each item and one for the whole. */
export async function fillTable(
  ground: Ground,
  caller: Caller,
  kind: ItemKindName,
  request: TableRequest,
): Promise<TableFilled> {
  demand(caller, 'registry.change')
  const table = tableIn(kind, request)
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const all = await listKept(change.db)
    refuseMoved(all, kind, request)
    return keepTable(ground, change, caller, kind, all, refuseWrong(readTable(table, all)), request.basis)
  })
}

type Change = Parameters<typeof holdRegistry>[0]

/** Keeps what a table says, in a change that holds the registry. */
export async function keepTable(
  ground: Ground,
  change: Change,
  caller: Caller,
  kind: ItemKindName,
  all: readonly Kept[],
  read: ReadTable,
  basis?: string,
): Promise<TableFilled> {
  const preview = tablePreviewOf(all, kind, read)
  if (basis !== undefined && basis !== preview.basis) throw new Refusal('conflict', { reason: 'changed' })
  const last = Math.max(-1, ...all.filter((each) => each.kind === kind).map((each) => each.position))
  const items: TableFilled['items'] = []
  const undo: TableUndo['items'] = []
  for (const [index, { before, item }] of read.rows.entries()) {
    const kept = before
      ? await replaceItem(ground, change, caller, before, item)
      : await insertItem(ground, change, caller, kind, item, last + 1 + index)
    items.push(kept)
    undo.push({ id: kept.id, version: kept.version, ...(before && { item: { ...itemOf(before) } }) })
  }
  const added = read.rows.filter(({ before }) => before === undefined).length
  const changed = read.rows.length - added
  if (read.rows.length > 1) {
    await noteRegistry(ground, change, caller, 'registry.filled', { kind, added, changed }, kind)
  }
  return { added, changed, items, undo: { items: undo } }
}

/** 取り消し — puts back what a filled table changed, all of it or nothing. Whatever was changed since is a conflict. */
export async function undoTable(
  ground: Ground,
  caller: Caller,
  kind: ItemKindName,
  { items }: TableUndo,
): Promise<{ readonly restored: number; readonly removed: number }> {
  demand(caller, 'registry.change')
  if (kindOf(kind).single) throw new Refusal('not-found', { kind })
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const all = await listKept(change.db)
    const there = new Map(all.filter((each) => each.kind === kind).map((kept) => [kept.id, kept]))
    const steps = items.map(({ id, version, item }) => {
      const kept = there.get(id)
      if (!kept) throw new Refusal('not-found', { kind, id })
      if (kept.version !== version) throw conflict(kept)
      return { kept, item: item as StoredValue | undefined }
    })
    const going = new Set(steps.filter(({ item }) => item === undefined).map(({ kept }) => kept.uid))
    const staying = all.filter(({ uid }) => !going.has(uid))
    for (const { kept, item } of steps) {
      if (item) await replaceItem(ground, change, caller, kept, checked(kind, { ...item, id: kept.id }, staying))
      else await takeOut(ground, change, caller, kind, kept, staying)
    }
    return { restored: steps.length - going.size, removed: going.size }
  })
}

async function takeOut(
  ground: Ground,
  change: Change,
  caller: Caller,
  kind: ItemKindName,
  kept: Kept,
  staying: readonly Kept[],
): Promise<void> {
  const referrers = referrersOf(staying, kind, kept.id)
  if (referrers.length > 0) throw new Refusal('conflict', { reason: 'referenced', referrers })
  if (!(await deleteRow(change, kept))) throw conflict(kept)
  await noteItem(ground, change, caller, 'registry.removed', kept, { before: itemOf(kept) })
}

/** The text as a table. A header that was taken along says itself what the columns are, and is no row. */
function tableIn(kind: ItemKindName, request: TableRequest): Table {
  if (kindOf(kind).single) throw new Refusal('not-found', { kind })
  const [first = [], ...rest] = rowsOf(request.text, '\t')
  const header = isHeader(kindOf(kind), first)
  const paths = header ? first.map((heading) => columnNamed(kindOf(kind), heading)?.path) : request.columns
  return {
    kind,
    rows: header ? rest : [first, ...rest],
    columns: paths.map((path) => columnsOf(kindOf(kind)).find((column) => column.path === path)),
    targets: request.targets.map(({ id }) => id),
    from: request.from,
    blanks: request.blanks,
  }
}

/** The rows of a text. More than a kind may have items are refused before any of them is read. */
export function rowsOf(text: string, separator: Separator): readonly (readonly string[])[] {
  const rows = rowsInText(text, separator)
  if (rows.length === 0) throw new Refusal('malformed', { issues: [{ path: '', code: 'empty' }] })
  if (rows.length > ITEMS_PER_KIND + 1) {
    const issue = { path: '', code: 'too-many', expected: { type: 'limit', max: ITEMS_PER_KIND }, size: rows.length }
    throw new Refusal('too-large', { limit: ITEMS_PER_KIND, issues: [issue] })
  }
  return rows
}

/** Items that were changed since they were seen on the screen are a conflict. */
function refuseMoved(all: readonly Kept[], kind: ItemKindName, { targets }: TableRequest): void {
  const there = new Map(all.filter((each) => each.kind === kind).map((kept) => [kept.id, kept]))
  for (const { id, version } of targets) {
    const kept = there.get(id)
    if (!kept) throw new Refusal('not-found', { kind, id })
    if (kept.version !== version) throw conflict(kept)
  }
}

export function refuseWrong(read: ReadTable): ReadTable {
  if (read.issues.length > 0) throw new Refusal('malformed', { issues: limited(read.issues) })
  return read
}

export function tablePreviewOf(all: readonly Kept[], kind: ItemKindName, { rows, unchanged }: ReadTable): TablePreview {
  return {
    basis: basisOf(all.filter((each) => each.kind === kind)),
    rows: rows.map(({ row, id, before, item, changes }) => ({
      row,
      id,
      name: String(item.name ?? id),
      added: before === undefined,
      changes: changes.map((each) => ({ ...each })),
    })),
    cleared: rows.reduce((sum, { changes }) => sum + changes.filter(({ after }) => after === undefined).length, 0),
    unchanged,
  }
}
