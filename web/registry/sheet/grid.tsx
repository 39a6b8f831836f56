import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { FactColumn } from '#registry/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { valueAt } from '../../parts/differing.ts'
import { factText } from '../../parts/fact-text.ts'
import { kindOf } from '../kind-groups.ts'
import { type Entry, useRegistry } from '../queries.ts'
import { useFactSaying } from '../use-saying.ts'
import { ActiveCell } from './active-cell.tsx'
import { type Place, within } from './move.ts'
import style from './sheet.module.css'
import type { Block } from './sheet-page.tsx'
import { namesOfEntries } from './sheet-text.ts'
import type { Sheet } from './use-sheet.ts'

interface GridProps {
  readonly ref: Ref<HTMLDivElement>
  readonly kind: Entry['kind']
  readonly columns: readonly FactColumn[]
  readonly rows: readonly Entry[]
  readonly sheet: Sheet
  readonly onPaste: (block: Block) => void
}

// A row is one line high, so that where a row lies is known without drawing those above it.
const ROW_PIXELS = 40
const ROWS_AROUND = 12

/** The sheet itself. Only the rows in sight are drawn: a hospital has thousands of terminals. */
export function Grid({ ref, kind, columns, rows, sheet, onPaste }: GridProps) {
  const t = useWords('registry')
  const say = useBilingual()
  const { items } = useRegistry()
  const saying = useFactSaying()
  const names = useMemo(() => namesOfEntries(items), [items])
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLDivElement)
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 })
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useEffect(() => setHeight(box.current?.clientHeight ?? 600), [])
  const size = { rows: rows.length + 1, columns: columns.length }
  const first = Math.max(0, Math.floor(top / ROW_PIXELS) - ROWS_AROUND)
  const end = Math.min(size.rows, Math.ceil((top + height) / ROW_PIXELS) + ROWS_AROUND)
  const go = (next: Place) => {
    const to = within(next, size)
    setPlace(to)
    bringIntoView(box.current, to.row)
  }
  const drawn = Array.from({ length: end - first }, (_, index) => first + index)
  return (
    <div className={style.grid} ref={box} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one moves and writes is a grid
        role="grid"
        aria-label={t('sheet.title', { kind: say(kindOf(kind).words) })}
        aria-describedby="sheet-help"
        aria-rowcount={size.rows + 1}
        aria-colcount={columns.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('sheet.row')}</th>
            {columns.map(({ path, words }) => (
              <th key={path} scope="col" title={say(words)}>
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} columns={columns.length + 1} />
          {drawn.map((row) => {
            const entry = rows[row]
            return (
              <tr key={entry?.id ?? ''} aria-rowindex={row + 2}>
                <th scope="row">{entry ? row + 1 : t('sheet.newRow')}</th>
                {columns.map((column, index) => {
                  const text = entry ? factText(kind, column.path, valueAt(entry.item, column.path), saying) : ''
                  const active = place.row === row && place.column === index
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are read by the chosen cell's box
                    <td
                      key={column.path}
                      data-active={active || undefined}
                      onClick={active ? undefined : () => setPlace({ row, column: index })}
                    >
                      {active ? (
                        <ActiveCell
                          key={`${row} ${column.path}`}
                          place={place}
                          size={size}
                          entry={entry}
                          column={column}
                          shown={text}
                          names={names}
                          sheet={sheet}
                          onMove={go}
                          onPaste={(pasted) => onPaste({ ...place, text: pasted })}
                        />
                      ) : (
                        text
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          <Gap rows={size.rows - end} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  )
}

/** The place of the rows that are not drawn. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null
  return (
    <tr className={style.gap} style={{ height: rows * ROW_PIXELS }}>
      <td colSpan={columns} />
    </tr>
  )
}

/** Scrolls only as far as needed; the header covers the first row of the box. */
function bringIntoView(box: HTMLDivElement | null, row: number): void {
  if (!box) return
  const above = row * ROW_PIXELS
  const below = above + ROW_PIXELS * 2
  if (above < box.scrollTop) box.scrollTop = above
  else if (below > box.scrollTop + box.clientHeight - 24) box.scrollTop = below - box.clientHeight + 24
}
