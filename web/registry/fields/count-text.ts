/** A count as people type it, full or half width, with separators; what is no number stays text, to be refused. */
export function countOf(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  if (plain === '') return undefined
  return /^\d{1,15}$/.test(plain) ? Number(plain) : text.trim()
}
