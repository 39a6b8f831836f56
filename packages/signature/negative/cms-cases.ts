import { sign } from 'node:crypto'
import { insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { explicit, nothing, octetString, oid, sequence, setOf } from '../asn1/write.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import { asSet, certificateIs, contentTypeIs, digestIs, type Forgery, forge } from '../testing/forge.ts'
import { issueCertificate } from '../testing/issue.ts'
import { testCertificate, testKey, testPrivateKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate, passed } from '../validation/verdict.ts'
import { digestOid } from '../x509/signature-value.ts'
import type { NegativeCase } from './negative-case.ts'

const content = Buffer.from('処方箋の見本')
const other = Buffer.from('別の処方箋')
const type = contentTypeIs(cmsOid.data)
const honest = [type, digestIs(content), certificateIs('doctor')]
const told = sequence(oid('1.2.3.4'), setOf(nothing()))
const twoDigests = attribute(cmsOid.messageDigest, ...[content, other].map((one) => octetString(one)))

const format = failed('FORMAT_FAILURE', 'signed-attributes')
const value = failed('SIG_CRYPTO_FAILURE', 'signature-value')
const digestWrong = failed('HASH_FAILURE', 'message-digest')
const binding = indeterminate('SIG_CONSTRAINTS_FAILURE', 'signing-certificate-digest')

const row = (done: string, forgery: Partial<Forgery>, expected: Conclusion): NegativeCase => ({
  done,
  format: 'CAdES',
  forged: { file: () => forge({ content, attributes: honest, ...forgery }) },
  honest: { file: () => forge({ content, attributes: honest }) },
  expected,
})

/** The doctor's certificate once more, from nobody: the same names, number and key. */
const copied = (): Uint8Array => {
  const { subject, issuer, notBefore, notAfter, serialNumber } = testCertificate('doctor')
  const key = testPrivateKey('doctor')
  return issueCertificate({
    serialNumber: Number(serialNumber),
    subject: subject.raw,
    issuer: issuer.raw,
    notBefore,
    notAfter,
    key,
    issuerKey: key,
    extensions: [],
  })
}

/** A key under a certificate that is not its own. */
const dentistAsDoctor = { ...testKey('dentist'), certificate: testCertificate('doctor') }
const withSha1 = {
  ...testKey('doctor'),
  sign: async (octets: Uint8Array) => sign('sha1', octets, testPrivateKey('doctor')),
}

export const attributeCases: readonly NegativeCase[] = [
  row('the digest attribute twice', { attributes: [...honest, digestIs(other)] }, format),
  row('two digests in one attribute', { attributes: [type, twoDigests, certificateIs('doctor')] }, format),
  row(
    'content type of a time stamp',
    { attributes: [contentTypeIs(cmsOid.timeStampInfo), ...honest.slice(1)] },
    format,
  ),
  row('no content type among the attributes', { attributes: honest.slice(1) }, format),
  row('no digest among the attributes', { attributes: [type, certificateIs('doctor')] }, format),
  row('wrapping: the signed attributes set up as the content', { content: asSet(honest), shown: null }, format),
  row('wrapping: the signature of one content put around another', { content: other }, digestWrong),
  row('attributes in another order', { shown: honest.toReversed() }, value),
  row('an attribute added', { shown: [...honest, told] }, value),
  row('an attribute taken away', { attributes: [...honest, told], shown: honest }, value),
  row('all attributes taken away', { shown: null }, value),
  row('attributes put where there were none', { attributes: null, shown: honest }, value),
]

export const signerCases: readonly NegativeCase[] = [
  row(
    "another doctor's certificate bound (ESS v2)",
    { attributes: [...honest.slice(0, 2), certificateIs('dentist')] },
    binding,
  ),
  row('two certificates bound, the second another', { attributes: [...honest, certificateIs('dentist', 1)] }, binding),
  row(
    'the certificate bound with SHA-1 (ESS v1)',
    { attributes: [...honest.slice(0, 2), certificateIs('doctor', 1)] },
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
  ),
  row(
    'the certificate exchanged for one with the same names, number and key',
    { certificates: [copied(), testCertificate('signing-ca').raw] },
    binding,
  ),
  row("signed by another key under the doctor's certificate", { key: dentistAsDoctor }, value),
  row(
    "the signer's certificate taken out",
    { certificates: [testCertificate('signing-ca').raw] },
    indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate-found'),
  ),
  row(
    'a digest that nobody knows',
    { digestAlgorithm: '1.2.3.4' },
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'known-algorithms'),
  ),
  row(
    'signed with SHA-1',
    {
      key: withSha1,
      digestAlgorithm: digestOid('SHA-1'),
      attributes: [type, digestIs(content, 'SHA-1'), certificateIs('doctor')],
    },
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
  ),
]

const detached = () => forge({ content: null, attributes: honest })
const attached = () => forge({ content, attributes: honest })

export const contentCases: readonly NegativeCase[] = [
  {
    done: 'another content beside the embedded one',
    format: 'CAdES',
    forged: { file: attached, content: other },
    honest: { file: attached, content },
    expected: failed('FORMAT_FAILURE', 'one-content'),
  },
  {
    done: 'another content handed in for a detached signature',
    format: 'CAdES',
    forged: { file: detached, content: other },
    honest: { file: detached, content },
    expected: digestWrong,
  },
  {
    done: 'no content for a detached signature',
    format: 'CAdES',
    forged: { file: detached },
    honest: { file: detached, content },
    expected: indeterminate('SIGNED_DATA_NOT_FOUND', 'content-found'),
  },
]

async function signerOf(forgery: Forgery): Promise<Uint8Array> {
  const [signer] = readSignedData(await forge(forgery)).signers
  if (signer === undefined) throw new RangeError('no signer')
  return signer.raw
}

/** The same file with one more signer behind the first. */
async function withSigner(added: Uint8Array): Promise<Uint8Array> {
  const bytes = addToSignedData(await attached(), { certificates: [testCertificate('dentist').raw] })
  const [kind, holder] = membersOf(readAsn1(bytes))
  if (kind === undefined || holder === undefined) throw new RangeError('no content')
  const members = membersOf(insideOf(holder))
  const signers = asSet([...membersOf(members.at(-1) ?? holder).map(({ raw }) => raw), added])
  return sequence(kind.raw, explicit(0, sequence(...members.slice(0, -1).map(({ raw }) => raw), signers)))
}

const ofDentist = (signed: Uint8Array): Forgery => ({
  by: 'dentist',
  content: signed,
  attributes: [type, digestIs(signed), certificateIs('dentist')],
})
const bothSigned = async () => withSigner(await signerOf(ofDentist(content)))

/** What a countersigner signs is the value of the first signature, without a content type (RFC 5652 §11.4). */
async function countersigner(): Promise<Uint8Array> {
  const [first] = readSignedData(await attached()).signers
  const signed = first?.signature ?? content
  return signerOf({ by: 'dentist', content: signed, attributes: [digestIs(signed), certificateIs('dentist')] })
}

export const severalSignersCases: readonly NegativeCase[] = [
  {
    done: 'a second signer who signed another content',
    format: 'CAdES',
    forged: { file: async () => withSigner(await signerOf(ofDentist(other))) },
    honest: { file: bothSigned },
    expected: digestWrong,
  },
  {
    done: 'a countersignature set up as a signature over the content',
    format: 'CAdES',
    forged: { file: async () => withSigner(await countersigner()) },
    honest: { file: bothSigned },
    expected: format,
  },
  {
    done: 'a countersignature injected',
    format: 'CAdES',
    forged: {
      file: async () =>
        addToSignedData(await attached(), {
          unsignedAttributes: [[attribute(cmsOid.countersignature, await countersigner())]],
        }),
    },
    honest: { file: attached },
    expected: passed,
    remark: 'counter-signature',
  },
]
