import { deflateSync } from 'node:zlib'
import { openPdfFile } from './pdf/open.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Objects of a small form: two pages, each with its text, a text field that shows `100`, and an empty signature field. */
export const smallForm: readonly string[] = [
  '<</Type/Catalog /Pages 2 0 R /AcroForm 8 0 R /Lang(ja)>>',
  '<</Type/Pages /Kids[3 0 R 4 0 R] /Count 2 /MediaBox[0 0 595 842]>>',
  '<</Type/Page /Parent 2 0 R /Contents 5 0 R /Resources<</Font<</F1 7 0 R>>>> /Annots 13 0 R>>',
  '<</Type/Page /Parent 2 0 R /Contents 6 0 R /Resources<</Font<</F1 7 0 R>>>>>>',
  stream('', 'BT /F1 24 Tf 72 700 Td (Prescription: 14 days) Tj ET'),
  stream('', 'BT /F1 24 Tf 72 700 Td (Mihon Clinic, page 2) Tj ET'),
  '<</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>',
  '<</Fields[9 0 R 10 0 R] /DR<</Font<</F1 7 0 R>>>> /DA(/F1 12 Tf)>>',
  '<</Type/Annot /Subtype/Widget /FT/Tx /T(amount) /V(100) /DA(/F1 12 Tf) /Rect[72 600 172 620] /P 3 0 R /AP<</N 11 0 R>>>>',
  '<</Type/Annot /Subtype/Widget /FT/Sig /T(doctor) /Rect[72 500 172 520] /F 132 /P 3 0 R>>',
  stream('/Type/XObject /Subtype/Form /BBox[0 0 100 20] ', 'BT /F1 12 Tf (100) Tj ET'),
  '<</Producer(Mihon) /ModDate(D:20261101000000Z) /Title(Prescription)>>',
  '[9 0 R 10 0 R]',
]

export function stream(keys: string, content: string): string {
  return `<<${keys}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

export interface Style {
  readonly kind: 'table' | 'stream'
  /** Into the trailer, besides what must stand there. */
  readonly trailer?: string
}

/** A PDF of these objects, numbered from 1; number 1 is the catalog, 12 the information where there is one. */
export function pdfOf(objects: readonly string[], style: Style = { kind: 'table' }): Buffer {
  return style.kind === 'table' ? withTable(objects, style.trailer ?? '') : withStream(objects, style.trailer ?? '')
}

const info = (objects: readonly string[]): string => (objects.length >= 12 ? '/Info 12 0 R ' : '')

function withTable(objects: readonly string[], more: string): Buffer {
  const body = bodyOf(objects.map((text, i) => [i + 1, text] as const))
  const rows = body.offsets.map(([, offset]) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${info(objects)}${more}>>\n`
  return latin(`${body.text}${table}${trailer}startxref\n${body.text.length}\n%%EOF\n`)
}

/** Everything that is not a stream stands in one stream of objects, and the rows are written with a PNG predictor. */
function withStream(objects: readonly string[], more: string): Buffer {
  const numbered = objects.map((text, i) => [i + 1, text] as const)
  const packed = numbered.filter(([, text]) => !text.includes('stream\n'))
  const heads = packed.map(
    ([number], i) => `${number} ${packed.slice(0, i).reduce((sum, [, text]) => sum + text.length + 1, 0)}`,
  )
  const first = heads.join(' ').length + 1
  const content = deflateSync(latin(`${heads.join(' ')} ${packed.map(([, text]) => text).join(' ')}`)).toString(
    'latin1',
  )
  const holder = objects.length + 1
  const container = stream(`/Type/ObjStm /N ${packed.length} /First ${first} /Filter/FlateDecode `, content)
  const body = bodyOf([...numbered.filter((one) => !packed.includes(one)), [holder, container] as const])
  const places = new Map(body.offsets)
  const own = holder + 1
  const rows = Array.from({ length: own + 1 }, (_, number) => {
    const inside = packed.findIndex(([one]) => one === number)
    if (inside >= 0) return [2, holder >> 8, holder & 255, 0, inside]
    const offset = number === own ? body.text.length : (places.get(number) ?? 0)
    return number === 0 ? [0, 0, 0, 0, 0] : [1, (offset >> 16) & 255, (offset >> 8) & 255, offset & 255, 0]
  }).map((row) => (row[0] === 2 ? [2, 0, row[1] ?? 0, row[2] ?? 0, row[4] ?? 0] : row))
  const up = rows.map((row, i) => [2, ...row.map((octet, j) => (octet - (rows[i - 1]?.[j] ?? 0)) & 255)])
  const data = deflateSync(Buffer.from(up.flat())).toString('latin1')
  const keys = `/Type/XRef /W[1 3 1] /Size ${own + 1} /Root 1 0 R ${info(objects)}${more}`
  const filter = '/Filter/FlateDecode /DecodeParms<</Predictor 12 /Columns 5>> '
  const section = `${own} 0 obj\n${stream(`${keys} ${filter}`, data)}\nendobj\n`
  return latin(`${body.text}${section}startxref\n${body.text.length}\n%%EOF\n`)
}

function bodyOf(objects: readonly (readonly [number, string])[]) {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map(([number, object]) => {
    const at = text.length
    text += `${number} 0 obj\n${object}\nendobj\n`
    return [number, at] as const
  })
  return { text, offsets }
}

/** Objects in the notation of PDF itself, in the place of older ones or new. */
export function revisedWith(bytes: Uint8Array, objects: Readonly<Record<number, string>>, trailer = ''): Buffer {
  const file = openPdfFile(bytes)
  const last = file.revisions.at(-1)
  let text = ''
  const rows = Object.entries(objects).map(([number, object]) => {
    const offset = bytes.length + text.length
    text += `${number} 0 obj\n${object}\nendobj\n`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = Math.max(100, ...Object.keys(objects).map((number) => Number(number) + 1))
  const table = `xref\n${rows.join('')}trailer\n<</Size ${size} /Root 1 0 R /Info 12 0 R /Prev ${last?.points} ${trailer}>>\n`
  return Buffer.concat([bytes, latin(`${text}${table}startxref\n${bytes.length + text.length}\n%%EOF\n`)])
}
