import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag } from '../asn1/value.ts'
import { der, explicit, integer, sequence, setOf } from '../asn1/write.ts'
import { Malformed } from '../malformed.ts'

/** What can be added to a SignedData without the key: nothing of it is signed by the signer. */
export interface Addition {
  readonly certificates?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  /** Attributes for each signer in order, DER, put behind those that are there. */
  readonly unsignedAttributes?: readonly (readonly Uint8Array[])[]
}

/** Rewrites the shell and keeps every octet that was signed, or stamped, as it is. */
export function addToSignedData(bytes: Uint8Array, addition: Addition): Uint8Array {
  const [type, holder] = membersOf(expectTag(readAsn1(bytes, 'BER'), tag.sequence, 'content info'))
  if (type === undefined || holder === undefined) throw new Malformed('cms-not-signed-data')
  const [version, algorithms, content, ...rest] = membersOf(insideOf(holder))
  const signers = expectTag(rest.at(-1), tag.set, 'signer infos')
  const existing = (number: number): readonly Uint8Array[] => {
    const found = rest.find((member) => member.tag === constructed(number))
    return found === undefined ? [] : membersOf(found).map(({ raw }) => raw)
  }
  const all = membersOf(signers)
  if (version === undefined || algorithms === undefined || content === undefined || all.length === 0)
    throw new Malformed('cms-not-signed-data')
  const field = (number: number, values: readonly Uint8Array[]): readonly Uint8Array[] =>
    values.length === 0 ? [] : [der(constructed(number), values)]
  const certificates = distinct([...existing(0), ...(addition.certificates ?? [])])
  const lists = distinct([...existing(1), ...(addition.crls ?? [])])
  return sequence(
    type.raw,
    explicit(
      0,
      sequence(
        lists.some(isOther) ? integer(5) : version.raw,
        algorithms.raw,
        content.raw,
        ...field(0, certificates),
        ...field(1, lists),
        setOf(all.map((signer, i) => withAttributes(signer, addition.unsignedAttributes?.[i] ?? []))),
      ),
    ),
  )
}

/** What is no list, such as an OCSP answer: it makes the version 5 (RFC 5652 §5.1). */
const isOther = (list: Uint8Array): boolean => list[0] === constructed(1)

function withAttributes(signer: Asn1, added: readonly Uint8Array[]): Uint8Array {
  if (added.length === 0) return signer.raw
  const members = membersOf(signer)
  const old = members.find((member) => member.tag === constructed(1))
  const kept = members.filter((member) => member !== old).map(({ raw }) => raw)
  return sequence(kept, der(constructed(1), old === undefined ? [] : membersOf(old).map(({ raw }) => raw), added))
}

function distinct(octets: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(octets.map((one) => [Buffer.from(one).toString('latin1'), one])).values()]
}
