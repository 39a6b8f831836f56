import { hash } from 'node:crypto'
import { type Asn1, membersOf, readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, octetsOf } from '../asn1/value.ts'
import { der, octetString, oid, sequence } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import type { SignedContent } from '../cms/open-signer.ts'
import { type CmsAttribute, readSignedData, type SignedData, type SignerInfo } from '../cms/read.ts'
import { Malformed, readOr } from '../malformed.ts'
import type { StampedOctets } from '../timestamp/open-time-stamp.ts'
import type { Covered } from '../validation/opened.ts'
import { readAlgorithm } from '../x509/algorithm.ts'
import { type DigestName, digest, digestOf, digestOid } from '../x509/signature-value.ts'

/** An archive stamp as it stands in the unsigned attributes, with what it must cover. */
export interface ArchiveStamp {
  readonly token: Uint8Array
  readonly stamped: StampedOctets
}

/** Archive time stamps v3 (EN 319 122-1 §5.5.3). */
export function archiveStamps(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent | null,
): readonly ArchiveStamp[] {
  const values = signer.unsignedAttributes.flatMap((one) => (one.oid === cmsOid.archiveTimeStampV3 ? one.values : []))
  return content === null
    ? []
    : values.map(({ raw }) => ({ token: raw, stamped: archivedBy(raw, data, signer, content) }))
}

function archivedBy(token: Uint8Array, data: SignedData, signer: SignerInfo, content: SignedContent): StampedOctets {
  let index: HashIndex | null = null
  const read = (): HashIndex => {
    index ??= readHashIndex(token)
    return index
  }
  return {
    kind: 'archive',
    digest: (name) => digest(name, archiveInput(data, signer, content, read())),
    get covers() {
      // An index that cannot be read covers nothing; the imprint then fails for the same reason.
      return coveredBy(data, signer, content, readOr<HashIndex | null>(null, read))
    },
  }
}

/** ats-hash-index-v3: the digests of certificates, lists and unsigned attributes that one stamp covers (§5.5.2). */
interface HashIndex {
  readonly raw: Uint8Array
  readonly algorithm: DigestName
  readonly certificates: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
}

function readHashIndex(token: Uint8Array): HashIndex {
  const [signer] = readSignedData(token).signers
  const [value] =
    signer?.unsignedAttributes.flatMap((one) => (one.oid === cmsOid.atsHashIndexV3 ? one.values : [])) ?? []
  const members = membersOf(expectTag(value, tag.sequence, 'hash index'))
  // Version 2 of the index left SHA-256 out, and so did we once.
  const [first, ...rest] = members.length === 4 ? members : [undefined, ...members]
  const algorithm = first === undefined ? 'SHA-256' : digestOf(readAlgorithm(first).oid)
  if (algorithm === undefined || rest.length !== 3 || value === undefined) throw new Malformed('hash-index')
  const digests = (one: Asn1 | undefined): ReadonlySet<string> =>
    new Set(
      membersOf(expectTag(one, tag.sequence, 'digests')).map((each) => Buffer.from(octetsOf(each)).toString('hex')),
    )
  return {
    raw: value.raw,
    algorithm,
    certificates: digests(rest[0]),
    lists: digests(rest[1]),
    attributes: digests(rest[2]),
  }
}

/** §5.5.3: content type, digest of the content, the signer's members up to the signature, the index. */
export function archiveInput(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  index: Pick<HashIndex, 'raw' | 'algorithm'>,
): Uint8Array {
  const members = membersOf(readAsn1(signer.raw, 'BER')).filter((member) => member.tag !== 0xa1)
  return Buffer.concat([
    oid(data.contentType),
    content.digest(index.algorithm),
    ...members.map(({ raw }) => raw),
    index.raw,
  ])
}

/** The digests of every value of an attribute: of the type and the value together, one by one (§5.5.2). */
function attributeDigests({ oid: type, values }: CmsAttribute, algorithm: DigestName): readonly string[] {
  return values.map(({ raw }) => Buffer.from(digest(algorithm, Buffer.concat([oid(type), raw]))).toString('hex'))
}

function coveredBy(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  index: HashIndex | null,
): readonly Covered[] {
  if (index === null) return []
  const is = (set: ReadonlySet<string>, octets: Uint8Array): boolean =>
    set.has(Buffer.from(digest(index.algorithm, octets)).toString('hex'))
  const attributes = signer.unsignedAttributes.filter((one) =>
    attributeDigests(one, index.algorithm).every((each) => index.attributes.has(each)),
  )
  return [
    named('signature', signer.signature),
    { kind: 'signed-data', digest: Buffer.from(content.digest('SHA-256')).toString('hex') },
    ...data.certificates.filter((one) => is(index.certificates, one)).map((one) => named('certificate', one)),
    ...[...data.crls, ...data.ocsps].filter((one) => is(index.lists, one)).map((one) => named('revocation', one)),
    ...coveredIn(attributes),
  ]
}

export const named = (kind: Covered['kind'], octets: Uint8Array): Covered => ({
  kind,
  digest: hash('sha256', octets, 'hex'),
})

/** What is looked at one by one inside attributes that lie under a stamp. */
export function coveredIn(attributes: readonly CmsAttribute[]): readonly Covered[] {
  return attributes.flatMap(({ oid: type, values }) => {
    if (stamps.has(type)) return values.map(({ raw }) => named('time-stamp', raw))
    if (type === cmsOid.certificateValues)
      return values.flatMap((value) => membersOf(value).map(({ raw }) => named('certificate', raw)))
    if (type === cmsOid.revocationValues)
      return values.flatMap((value) =>
        membersOf(value).flatMap((one) =>
          membersOf(one).flatMap((list) => membersOf(list).map(({ raw }) => named('revocation', raw))),
        ),
      )
    return []
  })
}

const stamps: ReadonlySet<string> = new Set([
  cmsOid.signatureTimeStamp,
  cmsOid.referencesTimeStamp,
  cmsOid.archiveTimeStampV2,
  cmsOid.archiveTimeStampV3,
])

/** A new index over everything that is there now, for a new stamp. Its algorithm is always named: v3 has no default for it, and EU DSS insists. */
export function writeHashIndex(data: SignedData, signer: SignerInfo, algorithm: DigestName): Uint8Array {
  const digests = (octets: readonly Uint8Array[]): Uint8Array =>
    sequence(octets.map((one) => octetString(digest(algorithm, one))))
  const attributes = signer.unsignedAttributes.flatMap((one) =>
    attributeDigests(one, algorithm).map((each) => octetString(Buffer.from(each, 'hex'))),
  )
  return der(
    tag.sequence,
    sequence(oid(digestOid(algorithm))),
    digests(data.certificates),
    digests([...data.crls, ...data.ocsps]),
    sequence(attributes),
  )
}
