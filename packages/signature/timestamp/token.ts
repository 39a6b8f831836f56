import { type Asn1, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, primitive, tag } from '../asn1/tag.ts'
import {
  booleanOf,
  expectTag,
  integerOf,
  type Moment,
  momentOf,
  octetsOf,
  oidOf,
  smallIntegerOf,
} from '../asn1/value.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData, type SignedData } from '../cms/read.ts'
import { Malformed } from '../malformed.ts'
import { readAlgorithm } from '../x509/algorithm.ts'
import { readExtension } from '../x509/certificate.ts'
import { readName } from '../x509/name.ts'
import { type DigestName, digestOf } from '../x509/signature-value.ts'

/** タイムスタンプトークン — TSTInfo (RFC 3161 §2.4.2) and the SignedData around it. */
export interface TimeStampToken {
  readonly raw: Uint8Array
  readonly signedData: SignedData
  readonly policy: string
  /** null: an algorithm that we do not know. */
  readonly imprintDigest: DigestName | null
  readonly imprint: Uint8Array
  readonly serialNumber: bigint
  readonly at: Moment
  readonly accuracyMs: number
  readonly ordering: boolean
  readonly nonce: bigint | null
  /** The authority's name as the token says it, for comparing; null: not said, or not a directory name. */
  readonly authorityKey: string | null
  /** Extensions that must be understood; none is known to us. */
  readonly criticalExtensions: readonly string[]
}

export function readTimeStampToken(raw: Uint8Array): TimeStampToken {
  const signedData = readSignedData(raw)
  if (signedData.contentType !== cmsOid.timeStampInfo || signedData.content === null)
    throw new Malformed('time-stamp-content')
  const [version, policy, imprint, serial, at, ...rest] = membersOf(
    expectTag(readAsn1(signedData.content), tag.sequence, 'time-stamp info'),
  )
  if (smallIntegerOf(version, 'version') !== 1) throw new Malformed('time-stamp-version')
  const [algorithm, value] = membersOf(expectTag(imprint, tag.sequence, 'imprint'))
  const one = (wanted: number): Asn1 | undefined => rest.find((member) => member.tag === wanted)
  const authority = one(constructed(0))
  const ordering = one(tag.boolean)
  const nonce = one(tag.integer)
  const extensions = one(constructed(1))
  return {
    raw,
    signedData,
    policy: oidOf(policy, 'policy'),
    imprintDigest: digestOf(readAlgorithm(algorithm, 'imprint algorithm').oid) ?? null,
    imprint: octetsOf(value, 'imprint'),
    serialNumber: integerOf(serial, 'serial number'),
    at: momentOf(at, 'genTime'),
    accuracyMs: accuracyOf(one(tag.sequence)),
    ordering: ordering === undefined ? false : booleanOf(ordering, 'ordering'),
    nonce: nonce === undefined ? null : integerOf(nonce, 'nonce'),
    authorityKey: authority === undefined ? null : authorityKey(authority),
    criticalExtensions: (extensions === undefined ? [] : membersOf(extensions))
      .map(readExtension)
      .flatMap(({ critical, oid }) => (critical ? [oid] : [])),
  }
}

/** Seconds, millis [0], micros [1]; rounded up to the millisecond. */
function accuracyOf(value: Asn1 | undefined): number {
  if (value === undefined) return 0
  const members = membersOf(value)
  const part = (wanted: number): number => {
    const found = members.find((member) => member.tag === wanted)
    return found === undefined ? 0 : smallIntegerOf({ ...found, tag: tag.integer }, 'accuracy')
  }
  return part(tag.integer) * 1_000 + part(primitive(0)) + Math.ceil(part(primitive(1)) / 1_000)
}

/** GeneralName inside [0] EXPLICIT; directoryName is [4] EXPLICIT. */
function authorityKey(holder: Asn1): string | null {
  const [name] = membersOf(holder)
  const [inner] = name?.tag === constructed(4) ? membersOf(name) : []
  return inner === undefined ? null : readName(inner).key
}
