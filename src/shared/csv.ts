// Excel takes a file without it for Shift_JIS.
const BYTE_ORDER_MARK = '\ufeff'

/** CSV (RFC 4180, UTF-8) as Excel opens it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join()}\r\n`).join('')
}

/** A name that a spreadsheet would take for a formula is told as text: names come from outside. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
