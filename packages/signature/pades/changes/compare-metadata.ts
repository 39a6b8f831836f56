import { decodeStream } from '../pdf/decode.ts'
import { resolve } from '../pdf/objects.ts'
import { entryOf, isDictionary, isStream, type PdfDictionary, type PdfObject, type PdfValue } from '../pdf/value.ts'
import type { Note } from './change.ts'
import { type Comparison, differsHere, keysOf } from './difference.ts'

/** What a tool sets when it saves. Everything else in the document's information is what somebody said of it. */
const ofSaving = new Set(['ModDate', 'Producer'])

export function compareInformation(comparison: Comparison, before: PdfValue, after: PdfValue, note: Note): void {
  const [older, newer] = [resolve(comparison.older, before), resolve(comparison.newer, after)].map(dictionaryOrNull)
  const changed = [...keysOf(older ?? null, newer ?? null)].filter((key) =>
    differsHere(comparison, keyOf(older, key), keyOf(newer, key)),
  )
  const said = changed.filter((key) => !ofSaving.has(key))
  if (said.length > 0) note('metadata-changed', { key: said.join(' ').slice(0, 200) })
  else if (changed.length > 0) note('metadata-dates-changed', { key: changed.join(' ') })
}

const dictionaryOrNull = (value: PdfObject): PdfDictionary | null => (isDictionary(value) ? value : null)
const keyOf = (holder: PdfDictionary | null | undefined, key: string): PdfValue =>
  holder ? entryOf(holder, key) : null

/** XMP is a page of text; more than this is not compared but called changed. */
const longestMetadata = 1024 * 1024

export function compareMetadata(comparison: Comparison, before: PdfValue, after: PdfValue, note: Note): void {
  const [older, newer] = [resolve(comparison.older, before), resolve(comparison.newer, after)]
  if (!differsHere(comparison, older, newer)) return
  const [one, other] = [textOf(comparison, older), textOf(comparison, newer)]
  note(one !== null && one === other ? 'metadata-dates-changed' : 'metadata-changed', { key: 'Metadata' })
}

/** The text without what saving sets, in whatever way RDF writes it. Null where it is not text or too long. */
function textOf(comparison: Comparison, metadata: PdfObject): string | null {
  if (!isStream(metadata)) return null
  const text = Buffer.from(decodeStream(metadata, comparison.newer.file.output))
  if (text.length > longestMetadata) return null
  return text
    .toString('latin1')
    .replaceAll(/<(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)>[^<]{0,500}<\/\1>/g, '<$1/>')
    .replaceAll(/\b(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)="[^"]{0,500}"/g, '$1=""')
    .trimEnd()
}
