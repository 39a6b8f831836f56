/** What stands between two cells: a tab on the clipboard, a comma in a file. */
export type Separator = '\t' | ','

/**
 * The rows of a text as spreadsheet programs write it. A cell with line breaks or separators stands in quotes, in
 * which a quote is written twice; a quote anywhere else is a letter like others. The line break at the end begins no row.
 */
export function rowsInText(text: string, separator: Separator): readonly (readonly string[])[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < source.length || row.length > 0) {
    const { value, end } = cellAt(source, at, separator)
    row.push(value)
    at = end
    if (source[at] === separator) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at = afterBreak(source, at)
  }
  return rows
}

function cellAt(source: string, at: number, separator: Separator): { readonly value: string; readonly end: number } {
  const quoted = source[at] === '"' ? quotedEnd(source, at, separator) : undefined
  if (quoted !== undefined) {
    const value = source
      .slice(at + 1, quoted)
      .replaceAll('""', '"')
      .replace(/\r\n?/g, '\n')
    return { value, end: quoted + 1 }
  }
  let end = at
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1
  return { value: source.slice(at, end), end }
}

/** Where the quote that closes the cell stands. Undefined when none does: then the first quote is a letter. */
function quotedEnd(source: string, at: number, separator: Separator): number | undefined {
  let quote = source.indexOf('"', at + 1)
  while (quote !== -1 && source[quote + 1] === '"') quote = source.indexOf('"', quote + 2)
  if (quote === -1) return undefined
  const next = source[quote + 1]
  return next === undefined || next === separator || next === '\n' || next === '\r' ? quote : undefined
}

function afterBreak(source: string, at: number): number {
  if (source[at] === '\r' && source[at + 1] === '\n') return at + 2
  return at < source.length ? at + 1 : at
}
