import { type ContentType, contentTypes } from '../content/content.ts'

/**
 * 形式の見通し — our own judgement, and no word of the guideline: `open` is a public standard that several programs show; `watch` is one whose looks
 * depend on the program, or whose inside is not looked into; `at-risk` can be opened only as long as one maker's program runs, or nobody knows by what.
 */
export const formatOutlooks = ['open', 'watch', 'at-risk'] as const
export type FormatOutlook = (typeof formatOutlooks)[number]

export const outlookOf: Readonly<Record<ContentType, FormatOutlook>> = {
  pdf: 'open',
  jpeg: 'open',
  png: 'open',
  tiff: 'open',
  dicom: 'open',
  'fhir-json': 'open',
  'fhir-xml': 'open',
  cda: 'open',
  'ss-mix2': 'open',
  eprescription: 'open',
  xml: 'open',
  json: 'open',
  text: 'open',
  docx: 'watch',
  xlsx: 'watch',
  pptx: 'watch',
  odt: 'watch',
  ods: 'watch',
  odp: 'watch',
  zip: 'watch',
  'old-office': 'at-risk',
  unknown: 'at-risk',
}

export const typesAtRisk: readonly ContentType[] = contentTypes.filter((type) => outlookOf[type] === 'at-risk')
