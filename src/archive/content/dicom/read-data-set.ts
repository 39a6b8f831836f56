import { inflateRawSync } from 'node:zlib'
import { Malformed } from '@omamori/signature'
import { type DicomForm, Octets, undefinedLength } from './octets.ts'

/** 要素 — a value of a DICOM file as octets; `tag` is group and element in hexadecimal. */
export interface DicomElement {
  readonly vr: string
  readonly value: Uint8Array
}

export interface DataSet {
  readonly transferSyntax: string
  readonly elements: ReadonlyMap<string, DicomElement>
  /** 画素 — null where there are none, or they are cut off. Encapsulated: each fragment as it stands. */
  readonly pixels: { readonly native: Uint8Array } | { readonly fragments: readonly Uint8Array[] } | null
  /** Where the file ends to be one; what stands before is read all the same. */
  readonly broken: Malformed | null
}

/** A structured report has some ten thousand. */
const mostElements = 200_000
/** PS3.5 names no limit; structured reports stay below twenty. */
const deepest = 64
/** What a deflated file may become: a study of one picture stays far below. */
const mostInflated = 256 * 1024 * 1024

const pixelData = '7fe00010'
const sequenceEnd = 'fffee0dd'
const itemEnd = 'fffee00d'
const item = 'fffee000'

/** DICOM PS3.10: preamble, `DICM`, group 2 in explicit little endian, then the data set in the form that group 2 names. */
export function readDataSet(bytes: Uint8Array): DataSet {
  const meta = new Octets(bytes, { explicit: true, little: true }, 132)
  const elements = new Map<string, DicomElement>()
  let transferSyntax = ''
  try {
    while (meta.left > 8 && meta.peekGroup() === 2) {
      const { tag, vr, length } = meta.header()
      elements.set(tag, { vr, value: meta.take(length) })
    }
    transferSyntax = ascii(elements.get('00020010')?.value)
    if (transferSyntax === '') throw new Malformed('dicom-no-transfer-syntax')
    return { transferSyntax, elements, ...readElements(bodyOf(bytes, meta.at, transferSyntax), elements) }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { transferSyntax, elements, pixels: null, broken: error }
  }
}

function bodyOf(bytes: Uint8Array, at: number, transferSyntax: string): Octets {
  if (transferSyntax !== '1.2.840.10008.1.2.1.99') return new Octets(bytes, formOf(transferSyntax), at)
  try {
    return new Octets(inflateRawSync(bytes.subarray(at), { maxOutputLength: mostInflated }), formOf(transferSyntax), 0)
  } catch {
    throw new Malformed('dicom-deflate')
  }
}

const formOf = (transferSyntax: string): DicomForm => ({
  explicit: transferSyntax !== '1.2.840.10008.1.2',
  little: transferSyntax !== '1.2.840.10008.1.2.2',
})

function readElements(octets: Octets, elements: Map<string, DicomElement>): Pick<DataSet, 'pixels' | 'broken'> {
  let pixels: DataSet['pixels'] = null
  while (octets.left >= 8) {
    if (elements.size > mostElements) throw new Malformed('dicom-too-many-elements', { limit: mostElements })
    const { tag, vr, length } = octets.header()
    if (tag.startsWith('fffe')) throw new Malformed('dicom-item-outside', { at: octets.at })
    if (tag === pixelData)
      pixels = length === undefinedLength ? { fragments: fragmentsOf(octets) } : { native: octets.take(length) }
    else if (length === undefinedLength) skipSequence(octets, vr === 'UN')
    else elements.set(tag, { vr, value: octets.take(length) })
  }
  return { pixels, broken: null }
}

function fragmentsOf(octets: Octets): readonly Uint8Array[] {
  const fragments: Uint8Array[] = []
  for (let count = 0; count < mostElements; count++) {
    const { tag, length } = octets.itemHeader()
    if (tag === sequenceEnd) return fragments.slice(1)
    if (tag !== item) throw new Malformed('dicom-fragment', { at: octets.at })
    fragments.push(octets.take(length))
  }
  throw new Malformed('dicom-too-many-elements', { limit: mostElements })
}

/** Without calling itself: the depth of a file is its author's choice. A sequence told as UN is written without VRs. */
function skipSequence(octets: Octets, unknown: boolean): void {
  const explicit: boolean[] = [octets.form.explicit && !unknown]
  for (let count = 0; explicit.length > 0; count++) {
    if (count > mostElements) throw new Malformed('dicom-too-many-elements', { limit: mostElements })
    if (explicit.length > deepest) throw new Malformed('dicom-too-deep', { limit: deepest })
    const isExplicit = explicit.at(-1) ?? true
    const next = octets.peekGroup() === 0xfffe ? octets.itemHeader() : octets.header(isExplicit)
    if (next.tag === sequenceEnd || next.tag === itemEnd) explicit.pop()
    else if (next.length === undefinedLength) explicit.push(isExplicit && !('vr' in next && next.vr === 'UN'))
    else octets.take(next.length)
  }
}

export const ascii = (value: Uint8Array | undefined): string =>
  value === undefined
    ? ''
    : Buffer.from(value)
        .toString('latin1')
        .replace(/[\0 ]+$/, '')
        .trim()
