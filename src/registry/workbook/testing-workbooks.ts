import { deflateRawSync } from 'node:zlib'
import type { Facility } from '../facility/facility.ts'
import { pack } from './pack.ts'
import { unpack } from './unpack.ts'
import { type CellValue, columnName } from './workbook.ts'
import { sheetsFor } from './write.ts'
import { writeSheets } from './write-sheets.ts'

export const at = '2026-11-22T00:00:00.000Z'

export const clinic: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  practices: { usesWirelessLan: true },
  persons: [{ id: 'p-01', name: '見本 太郎' }],
  suppliers: [{ id: 'hoshu', name: '株式会社みほん保守' }],
  systems: [{ id: 'emr', name: '電子カルテ', ownerId: 'p-01', passwordPolicy: { minLength: 13 } }],
}

/** The clinic's workbook with other values in some cells: `{ システム: { B5: '電子カルテ2' } }`. */
export async function filledIn(
  changes: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
  facility = clinic,
) {
  const sheets = sheetsFor(facility).map((sheet) => {
    const cells = changes[sheet.name]
    return cells ? { ...sheet, rows: withCells(sheet.rows, cells) } : sheet
  })
  return writeSheets(sheets, at)
}

/** The clinic's workbook as it was written before the registry knew sites: without their sheet and their columns. */
export async function beforeSites(): Promise<Uint8Array> {
  const sheets = sheetsFor(clinic).filter(({ name }) => name !== '拠点')
  const older = sheets.map((sheet) => {
    const column = sheet.rows[2]?.indexOf('siteId') ?? -1
    if (column === -1) return sheet
    const without = <T>(row: readonly T[]) => row.filter((_, index) => index !== column)
    return { ...sheet, rows: sheet.rows.map(without), columns: without(sheet.columns), pullDowns: [] }
  })
  return writeSheets(older, at)
}

function withCells(rows: readonly (readonly CellValue[])[], cells: Readonly<Record<string, CellValue>>) {
  const changed = rows.map((row) => [...row])
  for (const [place, value] of Object.entries(cells)) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    while (changed.length < Number(row)) changed.push([])
    const line = changed[Number(row) - 1]
    while (line && line.length < column - 1) line.push(undefined)
    if (line) line[column - 1] = value
  }
  return changed
}

/** Where a fact stands on a sheet with a column each: the letters of its column. */
export function columnOf(sheetName: string, path: string): string {
  const sheet = sheetsFor(clinic).find(({ name }) => name === sheetName)
  return columnName((sheet?.rows[2]?.indexOf(path) ?? -1) + 1)
}

/** The clinic's workbook with one of its parts rewritten, or others added, as an enemy's program would do it. */
export async function tampered(change: (parts: Map<string, Buffer>) => void): Promise<Buffer> {
  const parts = new Map(await unpack(await filledIn({})))
  change(parts)
  return pack(parts)
}

/** The clinic's workbook with the XML of one sheet rewritten. */
export async function rewrittenSheet(sheet: string, change: (xml: string) => string): Promise<Buffer> {
  const number = sheetsFor(clinic).findIndex(({ name }) => name === sheet) + 1
  return tampered((parts) => {
    const name = `xl/worksheets/sheet${number}.xml`
    parts.set(name, Buffer.from(change(String(parts.get(name)))))
  })
}

/** A zip with one part more that unpacks to a thousand times its size. */
export async function bomb(unpackedBytes: number, honest = true): Promise<Buffer> {
  const content = deflateRawSync(Buffer.alloc(unpackedBytes, 'a'), { level: 9 })
  const packed = await tampered((parts) => parts.set('xl/worksheets/sheet99.xml', content))
  // The part is packed as if it were plain; now its headers say how it is packed and what it unpacks to.
  const name = Buffer.from('xl/worksheets/sheet99.xml')
  const local = packed.indexOf(name) - 30
  const central = packed.lastIndexOf(name) - 46
  const size = honest ? unpackedBytes : 1000
  packed.writeUInt16LE(8, local + 8)
  packed.writeUInt32LE(size, local + 22)
  packed.writeUInt16LE(8, central + 10)
  packed.writeUInt32LE(size, central + 24)
  return packed
}
