import { type Asn1, insideOf, membersOf } from '../asn1/read.ts'
import { constructed } from '../asn1/tag.ts'
import { type Moment, momentOf } from '../asn1/value.ts'
import { cmsOid } from '../cms/oids.ts'
import { openSigner, type SignedContent, wholeContent } from '../cms/open-signer.ts'
import { readSignedData, type SignedData, type SignerInfo } from '../cms/read.ts'
import { Malformed, readOr } from '../malformed.ts'
import { openTimeStamp, type StampedOctets } from '../timestamp/open-time-stamp.ts'
import type { Coverage, OpenedSignature, OpenedTimeStamp, SignatureLevel } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readableCertificates } from '../x509/readable-certificates.ts'
import { archiveStamps } from './archive-stamp.ts'
import { olderArchiveStamps, referenceStamps } from './older-stamps.ts'

export interface CadesInput {
  readonly bytes: Uint8Array
  /** The detached content, where somebody has it. */
  readonly content: Uint8Array | null
}

/** Time stamps of all signers together: each costs a look at everything. Renewed each year, it is a term longer than any we know. */
const mostStamps = 200

/** Opens each signature of a CMS file (EN 319 122-1). What is not SignedData throws `Malformed`. */
export function openCades({ bytes, content }: CadesInput): readonly OpenedSignature[] {
  const data = readSignedData(bytes)
  if (data.signers.reduce((sum, signer) => sum + stampCount(signer), 0) > mostStamps)
    throw new Malformed('time-stamps-too-many', { limit: mostStamps })
  const both = content !== null && data.content !== null && Buffer.compare(content, data.content) !== 0
  const octets = data.content ?? content
  const signed = octets === null ? null : wholeContent(octets)
  return data.signers.map((signer, i) => openOne(data, signer, `${i + 1}`, signed, both))
}

function openOne(
  data: SignedData,
  signer: SignerInfo,
  id: string,
  content: SignedContent | null,
  both: boolean,
): OpenedSignature {
  const opened = openSigner(data, signer, content ?? wholeContent(new Uint8Array()), { binding: 'if-present' })
  const stamps = stampsOf(data, signer, content)
  const material = materialOf(data, signer)
  const form = contentCheck(content, both)
  const bound = opened.checks.some(
    ({ code, outcome }) => code === 'signing-certificate-digest' && outcome !== 'not-checked',
  )
  return {
    format: bound ? 'CAdES' : 'CMS',
    id,
    level: levelOf(stamps.timeStamps, material),
    checks: [form.check, ...opened.checks, ...stamps.checks, ...countersigned(signer), ...notRead(signer)],
    conclusion: form.conclusion ?? opened.conclusion,
    signingCertificate: opened.signingCertificate,
    certificates: [...opened.certificates, ...material.certificates],
    crls: material.crls,
    ocsps: material.ocsps,
    claimedAt: claimedAt(signer),
    algorithms: opened.algorithms,
    timeStamps: stamps.timeStamps,
    signatureValue: signer.signature,
    coverage: coverageOf(data, signer),
    signedPieces: content === null ? [] : [{ name: 'content', bytes: content.octets() }],
    claims: {},
  }
}

const coverageOf = (data: SignedData, signer: SignerInfo): Coverage => ({
  whole: true,
  remarks: [
    ...(data.content === null ? [{ code: 'detached', facts: {} }] : []),
    ...(unsigned(signer, cmsOid.countersignature).length > 0 ? [{ code: 'counter-signature', facts: {} }] : []),
  ],
})

/** Without the content nothing can be said of it; with two that differ, nobody knows which was meant. */
function contentCheck(
  content: SignedContent | null,
  both: boolean,
): { readonly check: Check; readonly conclusion: Conclusion | null } {
  if (both)
    return {
      check: { code: 'one-content', outcome: 'failed', facts: {} },
      conclusion: failed('FORMAT_FAILURE', 'one-content'),
    }
  if (content === null)
    return {
      check: { code: 'content-found', outcome: 'unknown', facts: {} },
      conclusion: indeterminate('SIGNED_DATA_NOT_FOUND', 'content-found'),
    }
  return {
    check: { code: 'content-found', outcome: 'passed', facts: { bytes: content.octets().length } },
    conclusion: null,
  }
}

const unsigned = (signer: SignerInfo, oid: string): readonly Asn1[] =>
  signer.unsignedAttributes.flatMap((one) => (one.oid === oid ? one.values : []))
const signedValues = (signer: SignerInfo, oid: string): readonly Asn1[] =>
  (signer.signedAttributes ?? []).flatMap((one) => (one.oid === oid ? one.values : []))

const stampKinds = [
  cmsOid.signatureTimeStamp,
  cmsOid.referencesTimeStamp,
  cmsOid.archiveTimeStampV2,
  cmsOid.archiveTimeStampV3,
]
const stampCount = (signer: SignerInfo): number =>
  [signedValues(signer, cmsOid.contentTimeStamp), ...stampKinds.map((type) => unsigned(signer, type))].flat().length

const read: ReadonlySet<string> = new Set([
  ...stampKinds,
  cmsOid.certificateValues,
  cmsOid.revocationValues,
  cmsOid.countersignature,
])

/** What nobody here looks at is told: references of ES-C, stamps over references alone, and whatever others wrote. */
function notRead(signer: SignerInfo): readonly Check[] {
  const types = signer.unsignedAttributes.flatMap(({ oid }) => (read.has(oid) ? [] : [oid]))
  const facts = { found: types.length, names: [...new Set(types)].sort().slice(0, 20).join(', ') }
  return types.length === 0 ? [] : [{ code: 'attributes-read', outcome: 'not-checked', facts }]
}

/** A countersignature is somebody's about this signature; it is told, and never taken for it. */
function countersigned(signer: SignerInfo): readonly Check[] {
  const found = unsigned(signer, cmsOid.countersignature).length
  return found === 0 ? [] : [{ code: 'countersignatures', outcome: 'not-checked', facts: { found } }]
}

/** A claimed time that cannot be read is none; the attribute itself was signed as it stands. */
function claimedAt(signer: SignerInfo): Moment | null {
  const [value] = signedValues(signer, cmsOid.signingTime)
  return value === undefined ? null : readOr<Moment | null>(null, () => momentOf(value, 'signing time'))
}

/** Content stamps first, then those over the signature, then archive stamps as they came. One that cannot be read is a failed check. */
function stampsOf(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent | null,
): { readonly timeStamps: readonly OpenedTimeStamp[]; readonly checks: readonly Check[] } {
  const timeStamps: OpenedTimeStamp[] = []
  const checks: Check[] = []
  const open = (token: Uint8Array, stamped: StampedOctets): void => {
    try {
      timeStamps.push(openTimeStamp(token, stamped))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      checks.push({
        code: 'time-stamp-readable',
        outcome: 'failed',
        facts: { kind: stamped.kind, reason: error.reason },
      })
    }
  }
  const over = (kind: 'content' | 'signature', covered: SignedContent): StampedOctets => ({
    kind,
    digest: covered.digest,
    covers: [
      {
        kind: kind === 'content' ? 'signed-data' : 'signature',
        digest: Buffer.from(covered.digest('SHA-256')).toString('hex'),
      },
    ],
  })
  const signature = wholeContent(signer.signature)
  if (content !== null)
    for (const { raw } of signedValues(signer, cmsOid.contentTimeStamp)) open(raw, over('content', content))
  for (const { raw } of unsigned(signer, cmsOid.signatureTimeStamp)) open(raw, over('signature', signature))
  for (const { token, stamped } of [
    ...referenceStamps(signer),
    ...archiveStamps(data, signer, content),
    ...olderArchiveStamps(data, signer, content),
  ])
    open(token, stamped)
  return { timeStamps: oldestFirst(timeStamps), checks }
}

const rank = { content: 0, signature: 1, archive: 2, document: 2 } as const
const oldestFirst = (stamps: readonly OpenedTimeStamp[]): readonly OpenedTimeStamp[] =>
  [...stamps].sort((a, b) => rank[a.kind] - rank[b.kind] || a.at - b.at)

interface Material {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** What travelled with it: in the SignedData, or as values of ES-XL (EN 319 122-1 annex A.1). */
function materialOf(data: SignedData, signer: SignerInfo): Material {
  const certificates = unsigned(signer, cmsOid.certificateValues).flatMap((value) =>
    readableCertificates(membersOf(value).map(({ raw }) => raw)),
  )
  const values = unsigned(signer, cmsOid.revocationValues).flatMap((value) => [...membersOf(value)])
  const of = (number: number): readonly Uint8Array[] =>
    values
      .filter((value) => value.tag === constructed(number))
      .flatMap((value) => membersOf(insideOf(value)).map(({ raw }) => raw))
  return { certificates, crls: [...data.crls, ...of(0)], ocsps: [...data.ocsps, ...of(1)] }
}

/** Reported apart from validity: what was gathered around this signature. A stamp that covers something else was not. */
function levelOf(stamps: readonly OpenedTimeStamp[], { crls, ocsps }: Material): SignatureLevel {
  const fitting = stamps.filter(({ conclusion }) => conclusion === null)
  if (!fitting.some(({ kind }) => kind === 'signature')) return 'B-B'
  if (fitting.some(({ kind }) => kind === 'archive')) return 'B-LTA'
  return crls.length + ocsps.length > 0 ? 'B-LT' : 'B-T'
}
