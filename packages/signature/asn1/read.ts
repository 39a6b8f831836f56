import { Malformed } from '../malformed.ts'

/** Nothing we read is nested deeper than this: a CMS time stamp inside an attribute of a signature reaches 30. */
const deepest = 64

/** No single value has more members: the longest known are revocation lists, whose entries stay below a million. */
const mostMembers = 2_000_000

/** One value as it was transmitted. `raw` and `content` are slices of the input, never copies: digests run over them. */
export interface Asn1 {
  /** The identifier octet, see `tag.ts`. */
  readonly tag: number
  readonly raw: Uint8Array
  readonly content: Uint8Array
  readonly depth: number
  /** Whether the length was left open (BER); the two end octets are then in `raw` and not in `content`. */
  readonly openEnded: boolean
  readonly rules: Rules
}

/** DER for everything that is signed as DER; BER for the outer shell of CMS, which others may stream. */
export type Rules = 'DER' | 'BER'

/** Exactly one value, with nothing after it. */
export function readAsn1(bytes: Uint8Array, rules: Rules = 'DER'): Asn1 {
  const value = valueAt(bytes, 0, 0, rules)
  if (value.raw.length !== bytes.length) throw new Malformed('asn1-bytes-after-the-end', { at: value.raw.length })
  return value
}

/** The first value and how many octets it takes: for CMS in a PDF, which is followed by padding. */
export function readFirstAsn1(bytes: Uint8Array, rules: Rules = 'DER'): Asn1 {
  return valueAt(bytes, 0, 0, rules)
}

/** The members of a constructed value, in the order in which they were transmitted. */
export function membersOf(parent: Asn1): readonly Asn1[] {
  if ((parent.tag & 0x20) === 0) throw new Malformed('asn1-not-constructed', { tag: parent.tag })
  const members: Asn1[] = []
  let at = 0
  while (at < parent.content.length) {
    if (members.length === mostMembers) throw new Malformed('asn1-too-many-members', { limit: mostMembers })
    const member = valueAt(parent.content, at, parent.depth + 1, parent.rules)
    members.push(member)
    at += member.raw.length
  }
  return members
}

/** The one value inside an EXPLICIT tag. */
export function insideOf(parent: Asn1): Asn1 {
  const members = membersOf(parent)
  const only = members[0]
  if (only === undefined || members.length > 1)
    throw new Malformed('asn1-expected-one-member', { found: members.length })
  return only
}

/** The same octets read under another identifier: what an IMPLICIT tag hides. */
export function readAs(value: Asn1, tag: number): Asn1 {
  return { ...value, tag }
}

function valueAt(bytes: Uint8Array, at: number, depth: number, rules: Rules): Asn1 {
  if (depth > deepest) throw new Malformed('asn1-too-deep', { limit: deepest })
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new Malformed('asn1-cut-short', { at })
  if ((tag & 0x1f) === 0x1f) throw new Malformed('asn1-long-tag', { at })
  if (first === 0x80) return openEndedAt(bytes, at, tag, depth, rules)
  const { length, head } = lengthAt(bytes, at, first, rules)
  const end = at + head + length
  if (end > bytes.length) throw new Malformed('asn1-cut-short', { at })
  return {
    tag,
    raw: bytes.subarray(at, end),
    content: bytes.subarray(at + head, end),
    depth,
    openEnded: false,
    rules,
  }
}

function lengthAt(bytes: Uint8Array, at: number, first: number, rules: Rules): { length: number; head: number } {
  if (first < 0x80) return { length: first, head: 2 }
  const count = first & 0x7f
  if (count > 6) throw new Malformed('asn1-length-too-long', { at })
  let length = 0
  for (let i = 0; i < count; i++) {
    const octet = bytes[at + 2 + i]
    if (octet === undefined) throw new Malformed('asn1-cut-short', { at })
    length = length * 256 + octet
  }
  const shortest = length < 0x80 ? 0 : Math.ceil(length.toString(16).length / 2)
  if (rules === 'DER' && count !== shortest) throw new Malformed('asn1-length-not-shortest', { at })
  return { length, head: 2 + count }
}

/** Every member is walked to find the end, so members are read twice: the depth, not the size, bounds what that costs. */
function openEndedAt(bytes: Uint8Array, at: number, tag: number, depth: number, rules: Rules): Asn1 {
  if (rules === 'DER' || (tag & 0x20) === 0) throw new Malformed('asn1-open-ended', { at })
  let end = at + 2
  while (!(bytes[end] === 0 && bytes[end + 1] === 0)) end += valueAt(bytes, end, depth + 1, rules).raw.length
  return {
    tag,
    raw: bytes.subarray(at, end + 2),
    content: bytes.subarray(at + 2, end),
    depth,
    openEnded: true,
    rules,
  }
}
