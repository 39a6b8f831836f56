import { explicit, generalizedTime, integer, octetString, oid, sequence } from '../asn1/write.ts'
import { archiveCades, stampCades } from '../cades/extend.ts'
import { signCades } from '../cades/sign.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import type { StampTime } from '../keys/signing-key.ts'
import { certificateIs, contentTypeIs, digestIs, type Forgery, forge } from '../testing/forge.ts'
import { issueList } from '../testing/issue.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testPrivateKey } from '../testing/test-pki.ts'
import { failed, indeterminate, type SubIndication } from '../validation/verdict.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { type Asked, type NegativeCase, rootsList, signingList, stampList } from './negative-case.ts'

const content = Buffer.from('処方箋の見本')
const early = Date.parse('2026-02-15T00:00:00Z')
const late = Date.parse('2026-03-15T00:00:00Z')

/** Revoked on 1 March: only a stamp from before can save the signature. */
const signed = (stamp: StampTime | null = null, label = 'doctor-revoked') =>
  signCades({ key: testKey(label), content, attached: true, signingTime: early, stamp })
const stamped: Asked = { file: () => signed(stampAuthority(early)) }
const revoked = indeterminate('REVOKED_NO_POE', 'certificate-not-revoked')

const row = (done: string, because: SubIndication, stamp: StampTime): NegativeCase => ({
  done,
  format: 'CAdES',
  forged: { file: () => signed(stamp) },
  honest: stamped,
  expected: revoked,
  stamp: because,
})

const sha256 = digestOid('SHA-256')
const info = (value: Uint8Array, at = early, algorithm = sha256, authority: string | null = null): Uint8Array =>
  sequence(
    integer(1),
    oid('1.2.392.999999.10'),
    sequence(sequence(oid(algorithm)), octetString(value)),
    integer(7),
    generalizedTime(at),
    ...(authority === null ? [] : [explicit(0, explicit(4, testCertificate(authority).subject.raw))]),
  )

/** A token that is right but for what is asked for. */
const token =
  (make = info, more: Partial<Forgery> = {}, bound = 'stamp-authority'): StampTime =>
  ({ value }) => {
    const held = make(value)
    const attributes = [contentTypeIs(cmsOid.timeStampInfo), digestIs(held), certificateIs(bound)]
    return forge({ by: 'stamp-authority', contentType: cmsOid.timeStampInfo, content: held, attributes, ...more })
  }

/** The first stamp of another signature, whatever is asked for. */
const copied: StampTime = async () => {
  const [signer] = readSignedData(await signed(stampAuthority(early), 'doctor')).signers
  const value = signer?.unsignedAttributes.find((one) => one.oid === cmsOid.signatureTimeStamp)?.values[0]
  if (value === undefined) throw new RangeError('no stamp')
  return value.raw
}
/** Signed for the late moment; the early one stands in its place. */
const backdated: StampTime = ({ value }) => {
  const attributes = [
    contentTypeIs(cmsOid.timeStampInfo),
    digestIs(info(value, late)),
    certificateIs('stamp-authority'),
  ]
  return forge({ by: 'stamp-authority', contentType: cmsOid.timeStampInfo, content: info(value), attributes })
}
const overContent: StampTime = (imprint) => stampAuthority(early)({ ...imprint, value: digest('SHA-256', content) })

async function stampedWith(name: 'SHA-1' | 'SHA-256'): Promise<Uint8Array> {
  const bytes = await signed()
  const value = digest(name, readSignedData(bytes).signers[0]?.signature ?? content)
  return stampCades(bytes, () => token(() => info(value, early, digestOid(name)))({ digest: 'SHA-256', value }))
}

export const tokenCases: readonly NegativeCase[] = [
  row('the time stamp of another signature', 'HASH_FAILURE', copied),
  row('a time stamp over the content in place of the signature', 'HASH_FAILURE', overContent),
  row('a time stamp whose moment was changed', 'HASH_FAILURE', backdated),
  row('a time stamp by the key of a dentist', 'SIG_CONSTRAINTS_FAILURE', stampAuthority(early, 'dentist')),
  row(
    'a time stamp by an authority whose purpose is not critical',
    'SIG_CONSTRAINTS_FAILURE',
    stampAuthority(early, 'stamp-authority-not-critical'),
  ),
  row(
    'a time stamp by an authority that ended since',
    'OUT_OF_BOUNDS_NO_POE',
    stampAuthority(early, 'stamp-authority-expired'),
  ),
  row(
    'a time stamp that names another authority',
    'SIG_CONSTRAINTS_FAILURE',
    token((value) => info(value, early, sha256, 'doctor')),
  ),
  row("a time stamp that binds another's certificate", 'SIG_CONSTRAINTS_FAILURE', token(info, {}, 'doctor')),
  row('a time stamp without signed attributes', 'FORMAT_FAILURE', token(info, { attributes: null })),
  row(
    'a time stamp by a digest that nobody knows',
    'CRYPTO_CONSTRAINTS_FAILURE',
    token((value) => info(value, early, '1.2.3.4')),
  ),
  {
    done: 'a time stamp over SHA-1',
    format: 'CAdES',
    forged: { file: () => stampedWith('SHA-1') },
    honest: { file: () => stampedWith('SHA-256') },
    expected: revoked,
    stamp: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
]

/** What the authority signed is unreadable as a token: it is told as a check, and proves nothing. */
const unreadable = (done: string, stamp: StampTime): NegativeCase => ({
  done,
  format: 'CAdES',
  forged: { file: () => signed(stamp) },
  honest: stamped,
  expected: revoked,
})

const authorityRevoked = issueList({
  issuer: testCertificate('stamp-root').subject.raw,
  issuerKey: testPrivateKey('stamp-root'),
  number: 91,
  thisUpdate: Date.parse('2026-06-01T00:00:00Z'),
  nextUpdate: Date.parse('2026-06-05T00:00:00Z'),
  revoked: [{ serialNumber: 21, at: Date.parse('2026-01-15T00:00:00Z') }],
})

/** A signature with a stamp over its content among the signed attributes. */
const withContentStamp = async (at: number) => {
  const stamp = await stampAuthority(at)({ digest: 'SHA-256', value: digest('SHA-256', content) })
  return forge({
    by: 'doctor-revoked',
    content,
    attributes: [
      contentTypeIs(cmsOid.data),
      digestIs(content),
      certificateIs('doctor-revoked'),
      attribute(cmsOid.contentTimeStamp, stamp),
    ],
  })
}
const stampedAfterwards = async (at: number) => stampCades(await withContentStamp(at), stampAuthority(early))

const archived = async (at: number, label = 'doctor') =>
  archiveCades(await signed(stampAuthority(early), label), null, stampAuthority(at))

/** The archive stamp of the doctor's signature behind one that was revoked and has no stamp of its own. */
async function movedArchive(): Promise<Uint8Array> {
  const [signer] = readSignedData(await archived(early)).signers
  const stamp = signer?.unsignedAttributes.find((one) => one.oid === cmsOid.archiveTimeStampV3)
  if (stamp === undefined) throw new RangeError('no archive stamp')
  return addToSignedData(await signed(), { unsignedAttributes: [[stamp.raw]] })
}

export const stampCases: readonly NegativeCase[] = [
  unreadable('a time stamp with two signers', token(info, { signers: 2 })),
  unreadable('a time stamp without content', token(info, { content: null })),
  unreadable('plain data in the place of a time stamp', token(info, { contentType: cmsOid.data })),
  {
    done: 'a time stamp by an authority that nobody trusts',
    format: 'CAdES',
    forged: { ...stamped, context: { stampAnchors: [] } },
    honest: stamped,
    expected: revoked,
    stamp: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  {
    done: 'a time stamp by an authority that was revoked before',
    format: 'CAdES',
    forged: { ...stamped, context: { crls: [signingList, rootsList, authorityRevoked] } },
    honest: stamped,
    expected: revoked,
    stamp: 'REVOKED_NO_POE',
  },
  {
    done: 'a time stamp and no list of its authority',
    format: 'CAdES',
    forged: { ...stamped, context: { crls: [signingList, rootsList] } },
    honest: { ...stamped, context: { crls: [signingList, rootsList, stampList] } },
    expected: revoked,
    stamp: 'TRY_LATER',
  },
  {
    done: 'signed after the revocation, as a stamp over the content proves',
    format: 'CAdES',
    forged: { file: () => withContentStamp(late) },
    honest: { file: () => stampedAfterwards(early - 1_000) },
    expected: failed('REVOKED', 'certificate-not-revoked'),
  },
  {
    done: 'a time stamp over the signature older than the one over its content',
    format: 'CAdES',
    forged: { file: () => stampedAfterwards(late) },
    honest: { file: () => stampedAfterwards(early - 1_000) },
    expected: indeterminate('TIMESTAMP_ORDER_FAILURE', 'time-stamp-order'),
  },
  {
    done: 'an archive time stamp older than what it covers',
    format: 'CAdES',
    forged: { file: () => archived(early - 86_400_000) },
    honest: { file: () => archived(early + 86_400_000) },
    expected: indeterminate('TIMESTAMP_ORDER_FAILURE', 'time-stamp-order'),
  },
  {
    done: 'the archive time stamp of another signature',
    format: 'CAdES',
    forged: { file: movedArchive },
    honest: { file: () => archived(early, 'doctor-revoked') },
    expected: revoked,
    stamp: 'HASH_FAILURE',
  },
]
