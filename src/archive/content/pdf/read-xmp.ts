import { descendantsOf, parseXml, readOr, textUnder, type XmlElement } from '@omamori/signature'
import type { Found } from '../content.ts'
import { attribute } from '../xml/find.ts'

/** Metadata of a scanner or a word processor has some kilobytes. */
const longestPacket = 1024 * 1024

/** XMP — the last packet of the file: title, day, and the claim to be PDF/A, which nobody here has checked. */
export function readXmp(bytes: Uint8Array): Pick<Found, 'title' | 'date' | 'facts'> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const begin = file.lastIndexOf('<x:xmpmeta')
  const end = file.indexOf('</x:xmpmeta>', Math.max(begin, 0))
  if (begin < 0 || end < 0 || end - begin > longestPacket) return {}
  return readOr({}, () => saidIn(parseXml(file.subarray(begin, end + '</x:xmpmeta>'.length)).root))
}

function saidIn(root: XmlElement): Pick<Found, 'title' | 'date' | 'facts'> {
  const elements = [...descendantsOf(root)].filter((node) => node.kind === 'element')
  /** A property is an element or an attribute, as its writer liked. */
  const say = (name: string): string | null => {
    const found = elements.find(({ localName }) => localName === name)
    const written = found
      ? textUnder(found)
      : elements.map((one) => attribute(one, name)).find((value) => value !== null)
    return written?.trim() || null
  }
  const [part, conformance] = [say('part'), say('conformance')]
  return {
    title: say('title'),
    date: say('CreateDate'),
    facts: part === null ? {} : { pdfA: `PDF/A-${part}${(conformance ?? '').toLowerCase()}` },
  }
}
