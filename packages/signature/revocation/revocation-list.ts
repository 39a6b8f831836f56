import { hash } from 'node:crypto'
import { type Asn1, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { bitStringOctetsOf, expectTag, integerOf, type Moment, momentOf, smallIntegerOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/algorithm.ts'
import { type Extension, readExtension, readExtensions } from '../x509/certificate.ts'
import { type IssuingPoint, issuingPointOf } from '../x509/extension/distribution-points.ts'
import { readGeneralName } from '../x509/general-name.ts'
import { type Name, readName } from '../x509/name.ts'

/** 失効リスト — a revocation list (RFC 5280 §5.1). Its entries stay octets until one is asked for. */
export interface RevocationList {
  readonly raw: Uint8Array
  readonly digest: string
  readonly signedPart: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly issuer: Name
  readonly thisUpdate: Moment
  /** null: the list does not say when the next one comes. */
  readonly nextUpdate: Moment | null
  readonly extensions: ReadonlyMap<string, Extension>
  readonly issuingPoint: IssuingPoint | null
  readonly number: bigint | null
  /** A delta list says on which it stands. */
  readonly baseNumber: bigint | null
  readonly entries: Asn1 | null
}

export interface RevokedEntry {
  readonly revokedAt: Moment
  /** CRLReason; 0 where the list gives none. */
  readonly reason: number
  readonly invalidityDate: Moment | null
  /** A critical extension that nobody here understands. */
  readonly strange: boolean
}

/** The lists of HPKI have some 13 kB; 64 MB is a list of two million. */
const biggestList = 64 * 1024 * 1024

const read = new WeakMap<Uint8Array, RevocationList>()

/** Read once for each array of octets: whoever judges many documents with one list hands in the same array. */
export function readRevocationList(raw: Uint8Array): RevocationList {
  const known = read.get(raw)
  if (known !== undefined) return known
  const list = readWhole(raw)
  read.set(raw, list)
  return list
}

function readWhole(raw: Uint8Array): RevocationList {
  if (raw.length > biggestList) throw new Malformed('list-too-big', { limit: biggestList })
  const [body, algorithm, signature, ...more] = membersOf(expectTag(readAsn1(raw), tag.sequence, 'list'))
  const signed = expectTag(body, tag.sequence, 'signed part')
  if (more.length > 0) throw new Malformed('list-too-many-members')
  const members = membersOf(signed)
  const versioned = members[0]?.tag === tag.integer
  if (versioned && smallIntegerOf(members[0], 'version') !== 1) throw new Malformed('list-version')
  const [inner, issuer, thisUpdate, ...rest] = versioned ? members.slice(1) : members
  const signatureAlgorithm = readAlgorithm(algorithm, 'signature algorithm')
  if (Buffer.compare(readAlgorithm(inner).raw, signatureAlgorithm.raw) !== 0) throw new Malformed('list-two-algorithms')
  const [next] = rest
  const timed = next?.tag === tag.utcTime || next?.tag === tag.generalizedTime
  const extensions = readExtensions(rest.find((member) => member.tag === constructed(0)))
  return {
    raw,
    digest: hash('sha256', raw, 'hex'),
    signedPart: signed.raw,
    signatureAlgorithm,
    signature: bitStringOctetsOf(signature, 'signature'),
    issuer: readName(expectTag(issuer, tag.sequence, 'issuer')),
    thisUpdate: momentOf(thisUpdate, 'thisUpdate'),
    nextUpdate: timed ? momentOf(next, 'nextUpdate') : null,
    extensions,
    issuingPoint: issuingPointOf(extensions),
    number: numberIn(extensions, '2.5.29.20'),
    baseNumber: numberIn(extensions, '2.5.29.27'),
    entries: rest.find((member) => member.tag === tag.sequence) ?? null,
  }
}

function numberIn(extensions: ReadonlyMap<string, Extension>, oid: string): bigint | null {
  const extension = extensions.get(oid)
  return extension === undefined ? null : integerOf(readAsn1(extension.value), 'list number')
}

/**
 * The entry of a certificate by its issuer and number. A list of one issuer is searched for the octets of the number without reading its
 * entries; an indirect one is walked, since each entry may change whose certificates the next ones are (§5.3.3).
 */
export function entryFor(
  list: RevocationList,
  issuerKey: string,
  serialNumber: bigint,
  serialOctets: Uint8Array,
): RevokedEntry | null {
  if (list.entries === null) return null
  if (list.issuingPoint?.indirect !== true) {
    const found = findSerial(list.entries.content, serialOctets)
    return found === null ? null : readEntry(membersOf(readAsn1(found)))
  }
  let issuer = list.issuer.key
  for (const entry of membersOf(list.entries)) {
    const members = membersOf(expectTag(entry, tag.sequence, 'entry'))
    issuer = certificateIssuer(members[2]) ?? issuer
    if (issuer === issuerKey && integerOf(members[0], 'serial number') === serialNumber) return readEntry(members)
  }
  return null
}

/** Steps from entry to entry by their lengths. `serial` is the whole INTEGER as it stands in the certificate. */
function findSerial(entries: Uint8Array, serial: Uint8Array): Uint8Array | null {
  let at = 0
  while (at < entries.length) {
    let head = 2
    let length = entries[at + 1] ?? 0
    if (length & 0x80) {
      const count = length & 0x7f
      if (count === 0 || count > 4) throw new Malformed('list-entry', { at })
      length = 0
      for (let i = 0; i < count; i++) length = length * 256 + (entries[at + 2 + i] ?? 0)
      head = 2 + count
    }
    if (entries[at] !== tag.sequence || at + head + length > entries.length) throw new Malformed('list-entry', { at })
    if (isPadded(entries, at + head)) throw new Malformed('list-entry', { at })
    if (isAt(entries, at + head, serial)) return entries.subarray(at, at + head + length)
    at += head + length
  }
  return null
}

/** Octets are compared, so a number that is not written in its shortest form would be passed over. */
const isPadded = (octets: Uint8Array, at: number): boolean =>
  octets[at] !== tag.integer ||
  ((octets[at + 1] ?? 0) > 1 && octets[at + 2] === ((octets[at + 3] ?? 0) < 0x80 ? 0 : 0xff))

function isAt(octets: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (octets[at + i] !== wanted[i]) return false
  return true
}

function entryExtensions(value: Asn1 | undefined): ReadonlyMap<string, Extension> {
  const members = value === undefined ? [] : membersOf(expectTag(value, tag.sequence, 'entry extensions'))
  return new Map(members.map(readExtension).map((extension) => [extension.oid, extension]))
}

function certificateIssuer(value: Asn1 | undefined): string | null {
  const extension = entryExtensions(value).get('2.5.29.29')
  if (extension === undefined) return null
  const names = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'certificate issuer')).map(readGeneralName)
  return names.flatMap((name) => (name.kind === 'directory' ? [name.name.key] : []))[0] ?? null
}

const understood: ReadonlySet<string> = new Set(['2.5.29.21', '2.5.29.24', '2.5.29.29', '2.5.29.23'])

function readEntry([, revokedAt, third]: readonly Asn1[]): RevokedEntry {
  const extensions = entryExtensions(third)
  const reason = extensions.get('2.5.29.21')
  const invalid = extensions.get('2.5.29.24')
  return {
    revokedAt: momentOf(revokedAt, 'revocation date'),
    reason:
      reason === undefined
        ? 0
        : smallIntegerOf({ ...expectTag(readAsn1(reason.value), tag.enumerated, 'reason'), tag: tag.integer }),
    invalidityDate: invalid === undefined ? null : momentOf(readAsn1(invalid.value), 'invalidity date'),
    strange: [...extensions.values()].some(({ critical, oid }) => critical && !understood.has(oid)),
  }
}
