import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useLanguage, useWords } from '../app/i18n.ts'
import style from './data-table.module.css'
import { matches } from './search-text.ts'
import { nextSort, type Sort, sorted } from './sort.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** What is compared, searched and exported. */
  readonly value: (row: Row) => string | number | undefined
  /** What is shown, where that is more than the value. */
  readonly cell?: (row: Row) => ReactNode
  /** On a phone the heading is repeated before the value unless the value explains itself. */
  readonly plain?: boolean
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** The row to be seen as chosen. */
  readonly current?: string
  /** Buttons beside the search box. */
  readonly children?: ReactNode
  readonly searchable?: boolean
}

/** A table one can search, sort and print; on a phone every row becomes a small sheet. */
export function DataTable<Row>({ caption, rows, columns, rowKey, current, children, searchable }: DataTableProps<Row>) {
  const t = useWords('parts')
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<Sort | undefined>()
  const found = rows.filter((row) => matches(typed, ...columns.map((column) => String(column.value(row) ?? ''))))
  const column = columns.find(({ key }) => key === sort?.key)
  const shown = column && sort ? sorted(found, column.value, sort.down, language) : found
  return (
    <>
      {(searchable || children) && (
        <div className={style.tools}>
          {searchable && (
            <TextInput
              aria-label={t('table.search', { table: caption })}
              placeholder={t('table.searchShort')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {searchable && <span role="status">{t('table.count', { shown: shown.length, all: rows.length })}</span>}
          <span className={style.acts}>{children}</span>
        </div>
      )}
      <table className={style.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sort?.key === key ? (sort.down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => setSort(nextSort(sort, key))}>
                  {title}
                  <span aria-hidden="true">{sort?.key === key ? (sort.down ? ' ▼' : ' ▲') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} aria-current={current === rowKey(row) ? 'true' : undefined}>
              {columns.map(({ key, title, value, cell, plain }, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={key}
                    scope={index === 0 ? 'row' : undefined}
                    data-title={plain || index === 0 ? undefined : title}
                  >
                    {cell ? cell(row) : value(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Prints the page as it is: what is on paper is what is on the screen. */
export function PrintButton() {
  const t = useWords('parts')
  return <Button onClick={() => window.print()}>{t('print')}</Button>
}
