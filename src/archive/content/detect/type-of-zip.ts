import type { ContentType } from '../content.ts'

/** `head` and `tail` are octets, one a character. */
export function typeOfZip(head: string, tail: string): ContentType {
  const names = [...namesIn(head, 'PK\x03\x04', 26, 30), ...namesIn(tail, 'PK\x01\x02', 28, 46)]
  if (names[0] === 'mimetype')
    for (const [kind, type] of openDocuments)
      if (head.startsWith(`application/vnd.oasis.opendocument.${kind}`, 38)) return type
  for (const [part, type] of parts) if (names.includes(part)) return type
  return names.some((name) => ssMix2Path.test(name)) ? 'ss-mix2' : 'zip'
}

const openDocuments: readonly (readonly [string, ContentType])[] = [
  ['text', 'odt'],
  ['spreadsheet', 'ods'],
  ['presentation', 'odp'],
]

const parts: readonly (readonly [string, ContentType])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]

/** 標準化ストレージ: the first three characters of the patient's number, the next three, the number, the day or `-`, the kind of data. */
export const ssMix2Path = /(?:^|\/)([^/]{3})\/([^/]{3})\/(\1\2[^/]*)\/(\d{8}|-)\/([A-Z]{3}-\d\d)\/([^/]+)$/

/** Names behind a mark of the zip format, where the lengths fit; what merely looks like a mark does no harm. */
function namesIn(octets: string, mark: string, lengthAt: number, nameAt: number): readonly string[] {
  const names: string[] = []
  for (let at = octets.indexOf(mark); at >= 0; at = octets.indexOf(mark, at + 4)) {
    const length = octets.charCodeAt(at + lengthAt) + octets.charCodeAt(at + lengthAt + 1) * 256
    if (at + nameAt + length <= octets.length) names.push(octets.slice(at + nameAt, at + nameAt + length))
  }
  return names
}
