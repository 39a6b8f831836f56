import { ascii, type DataSet } from '../dicom/read-data-set.ts'
import type { FrameForm } from './dicom-frame.ts'

/**
 * 階調 — the stored values as grey: by the window that the file names first, or from its darkest to its brightest value (PS3.3
 * C.11.2). For finding a picture again, and not for reading it: no reader of images judges by this.
 */
export function greyOf(frame: Uint8Array, form: FrameForm, data: DataSet): Uint8Array {
  const values = valuesIn(frame, form)
  const [slope, intercept] = [decimalOf(data, '00281053') ?? 1, decimalOf(data, '00281052') ?? 0]
  const [low, high] = windowOf(data, slope, intercept) ?? rangeOf(values)
  const inverted = form.photometric === 'MONOCHROME1'
  const grey = new Uint8ClampedArray(values.length)
  for (let at = 0; at < values.length; at++) {
    const share = ((values[at] ?? 0) - low) / Math.max(high - low, Number.MIN_VALUE)
    grey[at] = 255 * (inverted ? 1 - share : share)
  }
  return new Uint8Array(grey.buffer)
}

function valuesIn(frame: Uint8Array, { bits, signed, little }: FrameForm): Float64Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const values = new Float64Array(bits === 8 ? frame.length : frame.length / 2)
  for (let at = 0; at < values.length; at++) {
    if (bits === 8) values[at] = signed ? view.getInt8(at) : view.getUint8(at)
    else values[at] = signed ? view.getInt16(at * 2, little) : view.getUint16(at * 2, little)
  }
  return values
}

/** In stored values; null where the file names no window. */
function windowOf(data: DataSet, slope: number, intercept: number): readonly [number, number] | null {
  const [centre, width] = [decimalOf(data, '00281050'), decimalOf(data, '00281051')]
  if (centre === null || width === null || width < 1 || slope === 0) return null
  const ends = [centre - width / 2, centre + width / 2].map((value) => (value - intercept) / slope)
  return [Math.min(...ends), Math.max(...ends)]
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** The first of the numbers that are written there as text. */
function decimalOf({ elements }: DataSet, tag: string): number | null {
  const [first = ''] = ascii(elements.get(tag)?.value).split('\\')
  return /^\s*[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?\s*$/.test(first) ? Number(first) : null
}
