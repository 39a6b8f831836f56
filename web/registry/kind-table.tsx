import type { ReactNode } from 'react'
import { type Field, fieldAt, head } from '#registry/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { valueAt } from '../parts/differing.ts'
import { factText } from '../parts/fact-text.ts'
import { Go } from '../parts/go.tsx'
import { tellingFields } from './columns.ts'
import { hasField, kindOf } from './kind-groups.ts'
import { LackMarks } from './lack-marks.tsx'
import { OwnerCell } from './owner-cell.tsx'
import { type Entry, itemPath, useRegistry } from './queries.ts'
import style from './registry.module.css'
import type { Lack } from './standing.ts'
import { useFactSaying } from './use-saying.ts'

export interface Row {
  readonly entry: Entry
  readonly lacks: readonly Lack[]
}

interface KindTableProps {
  readonly kind: Entry['kind']
  readonly rows: readonly Row[]
  /** Filters, above the table. */
  readonly children: ReactNode
}

/** The items as a table one can read at a glance: name, who answers, who maintains, what tells most, confirmed when. */
export function KindTable({ kind, rows, children }: KindTableProps) {
  const say = useBilingual()
  const columns = useColumns(kind)
  return (
    <div className={style.table}>
      <DataTable
        caption={say(kindOf(kind).words)}
        rows={rows}
        columns={columns}
        rowKey={({ entry }) => entry.id}
        searchable={rows.length > 5}
      >
        {children}
      </DataTable>
    </div>
  )
}

function useColumns(kind: Entry['kind']): readonly Column<Row>[] {
  const say = useBilingual()
  const factColumn = useFactColumn(kind)
  const hasSites = useRegistry().items.some((each) => each.kind === 'site')
  const name: Column<Row> = {
    key: 'name',
    title: say(head.name.words),
    value: ({ entry }) => String(entry.item.name ?? entry.id),
    cell: ({ entry, lacks }) => <Name entry={entry} lacks={lacks} />,
  }
  const owner: Column<Row> = {
    ...factColumn('ownerId'),
    cell: ({ entry, lacks }) => <OwnerCell entry={entry} lacks={lacks} />,
  }
  return [
    name,
    ...(hasField(kind, 'ownerId') ? [owner] : []),
    ...(hasField(kind, 'supplierId') && kind !== 'person' ? [factColumn('supplierId')] : []),
    ...tellingFields[kind].map(factColumn),
    ...(hasField(kind, 'siteId') && hasSites ? [factColumn('siteId')] : []),
    { ...factColumn('confirmedOn'), value: ({ entry }) => entry.item.confirmedOn },
  ]
}

function useFactColumn(kind: Entry['kind']): (path: string) => Column<Row> {
  const t = useWords('parts')
  const say = useBilingual()
  const saying = useFactSaying()
  return (path) => {
    const field: Pick<Field<unknown>, 'words' | 'shape'> | undefined = fieldAt(kind, path)
    const text = ({ entry }: Row) => factText(kind, path, valueAt(entry.item, path), saying)
    // Days and figures are compared as they are kept, words as they are read.
    const isOrdered = field?.shape.type === 'day' || field?.shape.type === 'count'
    return {
      key: path,
      title: field ? say(field.words) : path,
      value: (row) => (isOrdered ? (valueAt(row.entry.item, path) as string | number | undefined) : text(row)),
      cell: (row) => text(row) || <span className={style.unknown}>{t('fact.unknown')}</span>,
    }
  }
}

function Name({ entry, lacks }: Row) {
  const quiet = lacks.filter((lack) => lack === 'stale')
  return (
    <>
      <Go className={style.name} href={itemPath(entry.kind, entry.id)}>
        {String(entry.item.name ?? entry.id)}
      </Go>
      <LackMarks lacks={quiet} />
    </>
  )
}
