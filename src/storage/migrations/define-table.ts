import type { Engine } from '../storage.ts'

/** What a column holds. `?` marks a column that may be null. */
export type ColumnKind = 'text' | 'text?' | 'integer' | 'integer?' | 'bytes' | 'bytes?'

export interface TableDefinition {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** Begins with facility_id, so that a facility's rows lie together and no key is shared between facilities. */
  readonly primaryKey: readonly string[]
  readonly checks?: readonly string[]
  readonly references?: readonly { readonly columns: readonly string[]; readonly table: string }[]
  /** Rows of several kilobytes, which SQLite keeps better in a table of its own than inside the key's tree. */
  readonly wideRows?: boolean
}

// COLLATE "C": text sorts by code point on both engines, whatever the locale of the PostgreSQL server.
const types: Record<Engine, Record<string, string>> = {
  sqlite: { text: 'text', integer: 'integer', bytes: 'blob' },
  postgresql: { text: 'text collate "C"', integer: 'bigint', bytes: 'bytea' },
}

/** The statement that makes the table on the engine. */
export function createTable(engine: Engine, table: TableDefinition): string {
  const columns = Object.entries(table.columns).map(([name, kind]) => columnText(engine, name, kind))
  const references = (table.references ?? []).map(
    ({ columns, table }) => `foreign key (${columns.join(', ')}) references ${table} (${columns.join(', ')})`,
  )
  const checks = (table.checks ?? []).map((check) => `check (${check})`)
  const lines = [...columns, `primary key (${table.primaryKey.join(', ')})`, ...references, ...checks]
  return `create table ${table.name} (\n  ${lines.join(',\n  ')}\n)${ending(engine, table)}`
}

function columnText(engine: Engine, name: string, kind: ColumnKind): string {
  const optional = kind.endsWith('?')
  return `${name} ${types[engine][kind.replace('?', '')]}${optional ? '' : ' not null'}`
}

function ending(engine: Engine, table: TableDefinition): string {
  if (engine === 'postgresql') return ''
  return table.wideRows ? ' strict' : ' strict, without rowid'
}
