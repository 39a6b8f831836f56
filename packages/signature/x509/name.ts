import { type Asn1, membersOf } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, oidOf, textOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'

/** One attribute of a name: `2.5.4.3` and 見本 太郎. */
export interface NameAttribute {
  readonly type: string
  readonly text: string
}

/** 識別名 — a distinguished name as it was transmitted. The root of HPKI ends in an OU and has no CN: expect nothing. */
export interface Name {
  readonly raw: Uint8Array
  /** Relative names in order; nearly always one attribute each. */
  readonly parts: readonly (readonly NameAttribute[])[]
  /** Equal for names that RFC 5280 §7.1 calls equal: case and inner spaces do not count. */
  readonly key: string
}

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

export function readName(value: Asn1): Name {
  const parts = membersOf(expectTag(value, tag.sequence, 'name')).map((relative) => {
    const attributes = membersOf(expectTag(relative, tag.set, 'relative name')).map(readAttribute)
    if (attributes.length === 0) throw new Malformed('name-part-empty')
    return attributes
  })
  return { raw: value.raw, parts, key: parts.map(partKey).join('\n') }
}

function readAttribute(value: Asn1): NameAttribute {
  const [type, text] = membersOf(expectTag(value, tag.sequence, 'name attribute'))
  return { type: oidOf(type, 'name attribute'), text: textOf(text, 'name attribute') }
}

const partKey = (attributes: readonly NameAttribute[]): string =>
  attributes
    .map(({ type, text }) => `${type}=${text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`)
    .sort()
    .join('\t')

/** `C=JP, O=…, CN=…`, in the order of the certificate. For people and reports; never to compare by. */
export function nameInWords(name: Name): string {
  return name.parts
    .map((attributes) => attributes.map(({ type, text }) => `${shortNames[type] ?? type}=${text}`).join('+'))
    .join(', ')
}

/** The texts of one attribute type, e.g. all OUs. */
export function textsOf(name: Name, type: string): readonly string[] {
  return name.parts.flat().flatMap((attribute) => (attribute.type === type ? [attribute.text] : []))
}
