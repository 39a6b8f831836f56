import { parseXml, textUnder } from '@omamori/signature'
import type { Found } from '../content.ts'
import { at } from '../xml/find.ts'
import { narrativeOf } from '../xml/narrative.ts'
import { readParts, type ZipParts } from '../zip/read-parts.ts'
import { sheetTexts } from './sheet-text.ts'

const core = /^(docProps\/core|docProps\/app|meta)\.xml$/

/** The parts of a letter, in the order in which a reader meets them. */
const letterParts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/
const slideParts = /^ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml$/
const sheetParts = /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/

export const readLetter = (bytes: Uint8Array): Promise<Found> =>
  read(bytes, letterParts, (parts) => textsOf(parts, 't'))
export const readSlides = (bytes: Uint8Array): Promise<Found> => read(bytes, slideParts, (parts) => textsOf(parts, 't'))
export const readSheets = (bytes: Uint8Array): Promise<Found> => read(bytes, sheetParts, sheetTexts)
export const readOpenDocument = (bytes: Uint8Array): Promise<Found> =>
  read(bytes, /^content\.xml$/, (parts) => textsOf(parts))

/** Office files: words and properties; macros are told and never looked into. */
async function read(
  bytes: Uint8Array,
  wanted: RegExp,
  texts: (parts: ReadonlyMap<string, Uint8Array>) => readonly string[],
): Promise<Found> {
  const zip = await readParts(bytes, new RegExp(`${wanted.source}|${core.source}`))
  const body = new Map([...zip.parts].filter(([name]) => wanted.test(name)).sort(inOrder))
  return {
    ...propertiesOf(zip),
    text: texts(body).join('\n'),
    unread: zip.names.some((name) => /vbaproject/i.test(name)) ? [{ code: 'macro', facts: {} }] : [],
  }
}

const textsOf = (parts: ReadonlyMap<string, Uint8Array>, only?: string): readonly string[] =>
  [...parts.values()].map((part) => narrativeOf(parseXml(part).root, only))

/** slide2 before slide10. */
const inOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.localeCompare(b, 'en', { numeric: true })

function propertiesOf({ parts }: ZipParts): Found {
  const properties = [...parts].filter(([name]) => core.test(name)).map(([, part]) => parseXml(part).root)
  const say = (name: string): string | null => {
    for (const root of properties) {
      const found = at(root, name) ?? at(root, 'meta', name)
      if (found && textUnder(found).trim() !== '') return textUnder(found).trim()
    }
    return null
  }
  const pages = Number(say('Pages') ?? say('Slides') ?? Number.NaN)
  return {
    title: say('title'),
    date: say('modified') ?? say('date') ?? say('created'),
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
  }
}
