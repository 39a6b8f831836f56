import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sqliteFileOf } from '../../src/storage/open-sqlite.ts'

/** Bytes of a file in which a bit is turned over. */
export interface Target {
  readonly file: string
  readonly start: number
  readonly length: number
}

const PAGE_BYTES = 16_384

/** Where bytes stand in the pages of the journal's tables and indexes: https://www.sqlite.org/fileformat2.html#b_tree_pages. */
export function journalPages(data: string): readonly Target[] {
  const file = sqliteFileOf(data)
  const bytes = readFileSync(file)
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = "'log', 'log_entry', 'log_tile', 'log_checkpoint', 'log_block', 'log_posting'"
  const belongs = `select name from sqlite_schema where tbl_name in (${tables})`
  const rows = database.prepare(`select pagetype, pgoffset from dbstat where name in (${belongs})`).all()
  database.close()
  return rows.flatMap(({ pagetype, pgoffset }) => {
    const start = Number(pgoffset)
    if (pagetype === 'overflow') return [{ file, start, length: PAGE_BYTES }]
    const header = (pagetype === 'leaf' ? 8 : 12) + 2 * bytes.readUInt16BE(start + 3)
    const content = bytes.readUInt16BE(start + 5)
    return [
      { file, start, length: header },
      ...(content < PAGE_BYTES ? [{ file, start: start + content, length: PAGE_BYTES - content }] : []),
    ]
  })
}

/** The encrypted files, whole. */
export function blobFiles(data: string): readonly Target[] {
  const folder = join(data, 'blobs')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, start: 0, length: statSync(file).size }))
}
