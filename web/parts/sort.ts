export interface Sort {
  readonly key: string
  readonly down: boolean
}

/** First press upwards, second downwards, third back to the order in which the list came. */
export function nextSort(sort: Sort | undefined, key: string): Sort | undefined {
  if (sort?.key !== key) return { key, down: false }
  return sort.down ? undefined : { key, down: true }
}

/** A sorted copy. What is missing comes last in both directions; numbers in text count as numbers (端末2 before 端末10). */
export function sorted<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | undefined,
  down: boolean,
  language: string,
): readonly Row[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const isMissing = (row: Row) => (value(row) ?? '') === ''
  return rows.toSorted((a, b) => {
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
    const order = compare(String(value(a)), String(value(b)))
    return down ? -order : order
  })
}
