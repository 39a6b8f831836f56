import { type Asn1, insideOf } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { textOf } from '../asn1/value.ts'
import { type Name, readName } from './name.ts'

/** GeneralName (RFC 5280 §4.2.1.6), the kinds that are compared; everything else keeps its tag. */
export type GeneralName =
  | { readonly kind: 'email'; readonly text: string }
  | { readonly kind: 'dns'; readonly text: string }
  | { readonly kind: 'uri'; readonly text: string }
  | { readonly kind: 'directory'; readonly name: Name }
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  | { readonly kind: 'other'; readonly tag: number; readonly raw: Uint8Array }

export function readGeneralName(value: Asn1): GeneralName {
  const text = (): string => textOf({ ...value, tag: tag.ia5String }, 'general name')
  switch (value.tag) {
    case 0x81:
      return { kind: 'email', text: text() }
    case 0x82:
      return { kind: 'dns', text: text() }
    case 0x86:
      return { kind: 'uri', text: text() }
    case 0x87:
      return { kind: 'ip', octets: value.content }
    case 0xa4:
      return { kind: 'directory', name: readName(insideOf(value)) }
    default:
      return { kind: 'other', tag: value.tag, raw: value.raw }
  }
}
