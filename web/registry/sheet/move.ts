/** A cell by its row and column; the row after the last item is the one in which new items are written. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

// As many rows as one sees at once.
const PAGE_ROWS = 10

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -PAGE_ROWS, column: 0 },
  PageDown: { row: PAGE_ROWS, column: 0 },
  Home: { row: 0, column: Number.NEGATIVE_INFINITY },
  End: { row: 0, column: Number.POSITIVE_INFINITY },
}

/** Where a key leads; undefined where it does not move. Tab leads on within the row and, at its end, out of the table. */
export function moved(from: Place, key: string, shift: boolean, size: Size): Place | undefined {
  if (key === 'Tab') {
    const column = from.column + (shift ? -1 : 1)
    return column < 0 || column >= size.columns ? undefined : { ...from, column }
  }
  const step = steps[key]
  return step && within({ row: from.row + step.row, column: from.column + step.column }, size)
}

export function within({ row, column }: Place, { rows, columns }: Size): Place {
  return { row: Math.min(Math.max(row, 0), rows - 1), column: Math.min(Math.max(column, 0), columns - 1) }
}
