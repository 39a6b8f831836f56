import type { Found } from '../content.ts'
import { decodeCharacters } from './decode-characters.ts'
import { ascii, type DataSet, readDataSet } from './read-data-set.ts'

/** PS3.5: only these are written in the character sets of the file. */
const inCharacterSets = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT'])
/** A remark in a header; anything longer is no remark. */
const longestValue = 64 * 1024

const tags = {
  ...{ patientId: '00100020', patientName: '00100010', born: '00100030', sex: '00100040' },
  ...{ studyOn: '00080020', modality: '00080060', study: '00081030', series: '0008103e' },
  ...{
    institution: '00080080',
    physician: '00080090',
    bodyPart: '00180015',
    comments: '00204000',
    protocol: '00181030',
  },
} as const

/** DICOM ヘッダー — whose picture, of what, when, as the device wrote it. */
export function readDicom(bytes: Uint8Array): Found {
  const data = readDataSet(bytes)
  const say = (tag: string): string | null => wordsAt(data, tag) || null
  const [id, name, bornOn] = [say(tags.patientId), namesIn(say(tags.patientName)), say(tags.born)]
  const words = [name, say(tags.study), say(tags.series), say(tags.institution), say(tags.physician)]
  const more = [say(tags.bodyPart), say(tags.protocol), say(tags.comments), say(tags.modality), id]
  return {
    title: say(tags.study) ?? say(tags.series),
    documentType: say(tags.modality),
    date: say(tags.studyOn),
    pages: numberOf(data, '00280008') ?? (data.pixels ? 1 : null),
    patient: id === null && name === null ? null : { id, name, bornOn },
    facts: factsOf(data),
    text: [...words, ...more].filter((word) => word !== null).join('\n'),
    unread: data.broken ? [{ code: data.broken.reason, facts: data.broken.facts }] : [],
  }
}

function factsOf(data: DataSet): Readonly<Record<string, string | number>> {
  const [width, height, characterSet] = [
    numberOf(data, '00280011'),
    numberOf(data, '00280010'),
    wordsAt(data, '00080005'),
  ]
  return {
    transferSyntax: data.transferSyntax,
    ...(characterSet ? { characterSet } : {}),
    ...(width === null || height === null ? {} : { width, height }),
  }
}

/** A text or a number written as text; '' where there is none. */
export function wordsAt({ elements }: DataSet, tag: string): string {
  const element = elements.get(tag)
  if (!element || element.value.length > longestValue) return ''
  // Without value representations, octets beyond ASCII stand only where these sets hold.
  if (element.vr !== '' && !inCharacterSets.has(element.vr)) return ascii(element.value)
  const sets = ascii(elements.get('00080005')?.value).split('\\')
  return decodeCharacters(
    element.value,
    sets.map((set) => set.trim()),
  )
    .replace(/[\0 ]+$/, '')
    .trim()
}

/** An integer, in two octets (US) or as text (IS). */
export function numberOf({ elements, transferSyntax }: DataSet, tag: string): number | null {
  const element = elements.get(tag)
  if (!element) return null
  const { value, vr } = element
  if (vr === 'IS' || tag === '00280008') return /^\d{1,9}$/.test(ascii(value)) ? Number(ascii(value)) : null
  if (value.length < 2) return null
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  return view.getUint16(0, transferSyntax !== '1.2.840.10008.1.2.2')
}

/** 氏名 — alphabetic, ideographic, phonetic; the ideographic first, as it is written on the chart. */
function namesIn(text: string | null): string | null {
  if (text === null) return null
  const [alphabetic = '', ideographic = '', phonetic = ''] = text
    .split('=')
    .map((part) => part.replaceAll('^', ' ').trim())
  return [ideographic, phonetic, alphabetic].filter((part) => part !== '').join(' / ') || null
}
