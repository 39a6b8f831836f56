import type { ContentType } from '../content.ts'
import { decodeText } from '../text/decode-text.ts'
import { isMisnamed } from './endings.ts'
import { typeOfXml } from './type-of-xml.ts'
import { typeOfZip } from './type-of-zip.ts'

export interface Detected {
  readonly type: ContentType
  readonly misnamed: boolean
}

/** As much of each end as tells the type: the directory of a zip of a thousand files fits. */
export const detectedBytes = 64 * 1024

/** PDF 32000-1 Annex H: readers look for the header within this. */
const pdfHeaderWithin = 1024
const dicomPreamble = 128

/** 形式の判別 — by the first and the last octets of a file. The name decides nothing; where it says something else, that is told. */
export function detectContent(head: Uint8Array, tail: Uint8Array, name: string): Detected {
  const type = typeOf(head, tail)
  return { type, misnamed: isMisnamed(name, type) }
}

function typeOf(head: Uint8Array, tail: Uint8Array): ContentType {
  const begins = latin1(head.subarray(0, pdfHeaderWithin))
  for (const [mark, type] of marks) if (begins.startsWith(mark)) return type
  if (begins.startsWith('PK\x03\x04')) return typeOfZip(latin1(head), latin1(tail))
  if (begins.startsWith('DICM', dicomPreamble)) return 'dicom'
  if (/(^|[\r\n])%PDF-\d/.test(begins)) return 'pdf'
  return typeOfText(head)
}

const marks: readonly (readonly [string, ContentType])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
]

function typeOfText(head: Uint8Array): ContentType {
  if (head.length === 0) return 'unknown'
  const text = decodeText(head, true)?.text.trimStart()
  if (text === undefined) return 'unknown'
  if (text.startsWith('<')) return typeOfXml(text)
  if (/^\{[\s\S]*?"resourceType"\s*:\s*"/.test(text)) return 'fhir-json'
  return /^[{[]\s*["{[\]}]/.test(text) ? 'json' : 'text'
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
