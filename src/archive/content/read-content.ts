import { Malformed } from '@omamori/signature'
import type { Content, ContentType, Found } from './content.ts'
import { detectContent, detectedBytes } from './detect/detect-content.ts'
import { readDicom } from './dicom/read-dicom.ts'
import { readCda } from './hl7/read-cda.ts'
import { readFhirJson, readFhirXml } from './hl7/read-fhir.ts'
import { readSsMix2 } from './hl7/read-ss-mix2.ts'
import { readJpeg, readPng, readTiff } from './image/read-image.ts'
import { readLetter, readOpenDocument, readSheets, readSlides } from './office/read-office.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { decodeText } from './text/decode-text.ts'
import { readEprescription } from './xml/read-eprescription.ts'
import { readXmlText } from './xml/read-xml-text.ts'
import { readZip } from './zip/read-zip.ts'

/** A textbook of a thousand pages has a million characters; what is beyond is not searched, and told. */
const mostText = 4_000_000

/**
 * 内容を読む — what a file says of itself. A file that is damaged, hostile or of an unknown form is an answer too: `unread` says
 * what could not be read, and nothing is thrown. To be run in a thread of its own (`readApart`).
 */
export async function readContent(bytes: Uint8Array, name: string): Promise<Content> {
  const detected = detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), name)
  const { text = '', unread = [], ...found } = await foundIn(bytes, detected.type)
  return {
    ...{ ...detected, title: null, documentType: null, date: null, pages: null, patient: null, facts: {} },
    ...found,
    text: text.slice(0, mostText),
    unread: text.length > mostText ? [...unread, { code: 'text-cut', facts: { limit: mostText } }] : unread,
  }
}

async function foundIn(bytes: Uint8Array, type: ContentType): Promise<Found> {
  try {
    return await readers[type](bytes)
  } catch (error) {
    if (error instanceof Malformed) return { unread: [{ code: error.reason, facts: error.facts }] }
    throw error
  }
}

const readText = (bytes: Uint8Array): Found => {
  const decoded = decodeText(bytes)
  if (!decoded) throw new Malformed('text-undecodable')
  return { text: decoded.text, facts: { encoding: decoded.encoding } }
}

const unknownForm = (code: string) => (): Found => ({ unread: [{ code, facts: {} }] })

const readers: Readonly<Record<ContentType, (bytes: Uint8Array) => Found | Promise<Found>>> = {
  pdf: readPdf,
  jpeg: readJpeg,
  png: readPng,
  tiff: readTiff,
  dicom: readDicom,
  'fhir-json': readFhirJson,
  'fhir-xml': readFhirXml,
  cda: readCda,
  'ss-mix2': readSsMix2,
  eprescription: readEprescription,
  docx: readLetter,
  xlsx: readSheets,
  pptx: readSlides,
  odt: readOpenDocument,
  ods: readOpenDocument,
  odp: readOpenDocument,
  'old-office': unknownForm('old-office'),
  zip: readZip,
  xml: readXmlText,
  json: readText,
  text: readText,
  unknown: unknownForm('unknown-form'),
}
