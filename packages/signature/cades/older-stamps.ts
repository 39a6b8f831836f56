import { type Asn1, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed } from '../asn1/tag.ts'
import type { Moment } from '../asn1/value.ts'
import { der } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import type { SignedContent } from '../cms/open-signer.ts'
import type { CmsAttribute, SignedData, SignerInfo } from '../cms/read.ts'
import { readOr } from '../malformed.ts'
import { readTimeStampToken } from '../timestamp/token.ts'
import type { Covered } from '../validation/opened.ts'
import { digest } from '../x509/signature-value.ts'
import { type ArchiveStamp, coveredIn, named } from './archive-stamp.ts'

const archives: ReadonlySet<string> = new Set([cmsOid.archiveTimeStampV2, cmsOid.archiveTimeStampV3])
const references: readonly string[] = [cmsOid.certificateReferences, cmsOid.revocationReferences]

const valuesOf = (signer: SignerInfo, type: string): readonly Asn1[] =>
  signer.unsignedAttributes.flatMap((one) => (one.oid === type ? one.values : []))

/** Archive time stamps of ES-A (v2, TS 101 733 §6.4.1): over the whole SignedData as it stands, and what this signer had gathered by then. */
export function olderArchiveStamps(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent | null,
): readonly ArchiveStamp[] {
  const tokens = valuesOf(signer, cmsOid.archiveTimeStampV2)
  if (content === null || tokens.length === 0) return []
  const moments = new Map(
    [...archives].flatMap((type) => valuesOf(signer, type)).map(({ raw }) => [raw, momentOf(raw)]),
  )
  return tokens.map(({ raw }) => {
    const before = signer.unsignedAttributes.filter((one) => isBefore(one, moments.get(raw) ?? null, moments))
    return { token: raw, stamped: stampedBy(raw, data, signer, content, before) }
  })
}

const momentOf = (token: Uint8Array): Moment | null => readOr<Moment | null>(null, () => readTimeStampToken(token).at)

function isBefore(
  { oid: type, values }: CmsAttribute,
  at: Moment | null,
  moments: ReadonlyMap<Uint8Array, Moment | null>,
): boolean {
  if (!archives.has(type)) return true
  return values.every(({ raw }) => (moments.get(raw) ?? Number.POSITIVE_INFINITY) < (at ?? Number.NEGATIVE_INFINITY))
}

function stampedBy(
  token: Uint8Array,
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  before: readonly CmsAttribute[],
): ArchiveStamp['stamped'] {
  const attributes = before.map(({ raw }) => raw)
  return {
    kind: 'archive',
    /** The annex of earlier editions left out the shell around the attributes; TS 101 733 v2.2.1 has both compared. */
    digest: (name) => {
      const { imprint } = readTimeStampToken(token)
      const members = membersOf(readAsn1(signer.raw, 'BER')).filter((member) => member.tag !== constructed(1))
      const outside = data.content === null ? [content.octets()] : []
      const head = [data.encapsulated, ...outside, ...data.gathered, ...members.map(({ raw }) => raw)]
      const [whole, bare] = [[der(constructed(1), ...attributes)], attributes].map((tail) =>
        digest(name, Buffer.concat([...head, ...tail])),
      )
      return bare !== undefined && Buffer.compare(bare, imprint) === 0 ? bare : (whole ?? null)
    },
    covers: [
      named('signature', signer.signature),
      { kind: 'signed-data', digest: Buffer.from(content.digest('SHA-256')).toString('hex') },
      ...data.certificates.map((one) => named('certificate', one)),
      ...[...data.crls, ...data.ocsps].map((one) => named('revocation', one)),
      ...coveredIn(before),
    ],
  }
}

/** Time stamps of ES-X type 1 (§6.3.5): over the signature, its time stamps, and the references to certificates and lists. */
export function referenceStamps(signer: SignerInfo): readonly ArchiveStamp[] {
  const under = [cmsOid.signatureTimeStamp, ...references].flatMap((type) =>
    signer.unsignedAttributes.filter((one) => one.oid === type),
  )
  const octets = Buffer.concat([
    signer.signature,
    ...under.flatMap(({ raw }) => membersOf(readAsn1(raw, 'BER')).map((one) => one.raw)),
  ])
  const covers: readonly Covered[] = [named('signature', signer.signature), ...coveredIn(under)]
  return valuesOf(signer, cmsOid.referencesTimeStamp).map(({ raw }) => ({
    token: raw,
    stamped: { kind: 'signature', digest: (name) => digest(name, octets), covers },
  }))
}
