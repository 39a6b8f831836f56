import { Malformed } from '@omamori/signature'

/** How a data set is written: with or without value representations, least or most significant octet first. */
export interface DicomForm {
  readonly explicit: boolean
  readonly little: boolean
}

export const undefinedLength = 0xffffffff

/** PS3.5 table 7.1-1: after these come two empty octets and a length of four. */
const longForms = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'])

/** The octets of a DICOM file from the front; whatever a length says, nothing is taken that is not there. */
export class Octets {
  readonly form: DicomForm
  at: number
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array, form: DicomForm, at: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.form = form
    this.at = at
  }

  get left(): number {
    return this.#bytes.length - this.at
  }

  peekGroup(): number {
    if (this.left < 2) throw this.#cutShort(2)
    return this.#view.getUint16(this.at, this.form.little)
  }

  header(explicit = this.form.explicit): { readonly tag: string; readonly vr: string; readonly length: number } {
    const tag = this.#tag()
    if (!explicit) return { tag, vr: '', length: this.#long() }
    const vr = Buffer.from(this.take(2)).toString('latin1')
    if (!/^[A-Z]{2}$/.test(vr)) throw new Malformed('dicom-value-representation', { at: this.at })
    if (!longForms.has(vr)) return { tag, vr, length: this.#short() }
    this.take(2)
    return { tag, vr, length: this.#long() }
  }

  /** Items and delimiters have no value representation. */
  itemHeader(): { readonly tag: string; readonly length: number } {
    return { tag: this.#tag(), length: this.#long() }
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw this.#cutShort(length)
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }

  #tag(): string {
    const hexadecimal = (value: number): string => value.toString(16).padStart(4, '0')
    return hexadecimal(this.#short()) + hexadecimal(this.#short())
  }

  #short(): number {
    this.take(2)
    return this.#view.getUint16(this.at - 2, this.form.little)
  }

  #long(): number {
    this.take(4)
    return this.#view.getUint32(this.at - 4, this.form.little)
  }

  #cutShort(length: number): Malformed {
    return new Malformed('dicom-cut-short', { at: this.at, length, left: this.left })
  }
}
