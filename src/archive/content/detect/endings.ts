import type { ContentType } from '../content.ts'

/** 拡張子 — the endings under which each type is usually found. */
const endingsOf: Readonly<Partial<Record<ContentType, readonly string[]>>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  dicom: ['dcm', 'dicom'],
  'fhir-json': ['json'],
  json: ['json'],
  'fhir-xml': ['xml'],
  cda: ['xml', 'cda'],
  eprescription: ['xml'],
  xml: ['xml', 'xhtml', 'svg', 'html', 'htm'],
  docx: ['docx', 'docm'],
  xlsx: ['xlsx', 'xlsm'],
  pptx: ['pptx', 'pptm'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  'old-office': ['doc', 'xls', 'ppt'],
  'ss-mix2': ['zip'],
  zip: ['zip', 'asice', 'asics', 'ods', 'odp', 'jar'],
  text: ['txt', 'csv', 'tsv', 'md', 'html', 'htm', 'log', 'hl7'],
}

const known = new Set(Object.values(endingsOf).flat())

/** The ending belongs to another type. A name without an ending, or with one that nobody knows, says nothing. */
export function isMisnamed(name: string, type: ContentType): boolean {
  const ending = /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && known.has(ending) && !(endingsOf[type] ?? []).includes(ending)
}

/** The ending that a file of the type is given where its own name is not used. */
export const usualEnding = (type: ContentType): string => endingsOf[type]?.[0] ?? 'bin'
