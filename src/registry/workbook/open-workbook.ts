import { Refusal } from '#shared'
import { type Grid, gridOf } from './grid.ts'
import { readSheets } from './read-sheets.ts'
import { WorkbookRefused } from './refused.ts'
import { MAX_WORKBOOK_BYTES } from './unpack.ts'

/**
 * The sheets of a workbook of another room as tables, by name. It passes the same looks as a workbook of the registry
 * before a library may read it, and is refused with the same words.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, Grid>> {
  try {
    return new Map((await readSheets(bytes)).map((sheet) => [sheet.name, gridOf(sheet)]))
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error
    const issues = [error.issue]
    if (error.issue.code === 'too-large') throw new Refusal('too-large', { limit: MAX_WORKBOOK_BYTES, issues })
    throw new Refusal('malformed', { issues }, { cause: error })
  }
}
