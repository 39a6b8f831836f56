import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { explicit, nothing, octetString, oid, sequence, setOf } from '../asn1/write.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import { verifyFile } from '../report/verify-file.ts'
import { contextAt } from '../testing/context.ts'
import { asSet, certificateIs, contentTypeIs, digestIs, type Forgery, forge } from '../testing/forge.ts'
import { issueCertificate, name } from '../testing/issue.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testList } from '../testing/test-pki.ts'
import { validateSignature } from '../validation/validate.ts'
import { archiveCades, completeCades, stampCades } from './extend.ts'
import { openCades } from './verify.ts'

const content = Buffer.from('処方箋の見本')
const other = Buffer.from('別の文書')
const honest = [contentTypeIs(cmsOid.data), digestIs(content), certificateIs('doctor')]
const told = sequence(oid('1.2.3.4'), setOf(nothing()))
const context = contextAt('2026-06-02T00:00:00Z', {
  crls: ['signing-2026-06-01', 'sarl-2026-06-01'].map(testList),
})

/** The whole way of a file through `omamori verify`: what it answers, and which check decided where there is one signature. */
function answerTo(bytes: Uint8Array, beside: Uint8Array | null = null): string {
  const question = { name: 'file', bytes, documentKind: null, content: beside }
  const { indication, subIndication, signatures, trouble } = verifyFile(question, context, {
    policies: [],
    sealPolicies: [],
  })
  if (trouble !== null) return `refused: ${trouble.reason}`
  const decidedBy = signatures.length === 1 ? signatures[0]?.decidedBy : null
  return [indication, subIndication, decidedBy].filter(Boolean).join(' ')
}

test('the honest form of what is forged below holds', async () => {
  expect(answerTo(await forge({ content, attributes: honest }))).toBe('TOTAL-PASSED')
  expect(answerTo(await forge({ content: null, attributes: honest }), content)).toBe('TOTAL-PASSED')
  expect(answerTo(await forge({ content, attributes: null }))).toBe('TOTAL-PASSED')
})

const format = 'TOTAL-FAILED FORMAT_FAILURE signed-attributes'
const value = 'TOTAL-FAILED SIG_CRYPTO_FAILURE signature-value'
const binding = 'INDETERMINATE SIG_CONSTRAINTS_FAILURE signing-certificate-digest'
const twoDigests = attribute(cmsOid.messageDigest, octetString(Buffer.alloc(32)), octetString(Buffer.alloc(32)))
const openEnded = Buffer.concat([Buffer.from('3080', 'hex'), told.subarray(2), Buffer.alloc(2)])

test.each<readonly [string, Forgery, string]>([
  ['the digest twice', { content, attributes: [...honest, digestIs(other)] }, format],
  ['two digests in one attribute', { content, attributes: [contentTypeIs(cmsOid.data), twoDigests] }, format],
  [
    'another type of content',
    { content, attributes: [contentTypeIs(cmsOid.timeStampInfo), digestIs(content)] },
    format,
  ],
  ['no type of content', { content, attributes: [digestIs(content), certificateIs('doctor')] }, format],
  ['no digest', { content, attributes: [contentTypeIs(cmsOid.data), certificateIs('doctor')] }, format],
  [
    'no attributes where the content is no plain data',
    { content, attributes: null, contentType: cmsOid.timeStampInfo },
    format,
  ],
  [
    'the attributes of a true signature as its content',
    { content: asSet(honest), attributes: honest, shown: null },
    format,
  ],
  ['content that was changed', { content: other, attributes: honest }, 'TOTAL-FAILED HASH_FAILURE message-digest'],
  [
    'the digest of another document',
    { content, attributes: [contentTypeIs(cmsOid.data), digestIs(other), certificateIs('doctor')] },
    'TOTAL-FAILED HASH_FAILURE message-digest',
  ],
  ['attributes in another order', { content, attributes: honest, shown: honest.toReversed() }, value],
  ['an attribute that was added', { content, attributes: honest, shown: [...honest, told] }, value],
  ['an attribute that was taken away', { content, attributes: [...honest, told], shown: honest }, value],
  ['no attributes where there were some', { content, attributes: honest, shown: null }, value],
  ['attributes where there were none', { content, attributes: null, shown: honest }, value],
  [
    "another's certificate under the signature",
    { content, attributes: [contentTypeIs(cmsOid.data), digestIs(content), certificateIs('other-doctor')] },
    binding,
  ],
  ['two certificates bound', { content, attributes: [...honest, certificateIs('other-doctor', 1)] }, binding],
  [
    'no certificate',
    { content, attributes: honest, certificates: [testCertificate('signing-ca').raw] },
    'INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND signing-certificate-found',
  ],
  [
    'a digest that nobody knows',
    { content, attributes: honest, digestAlgorithm: '1.2.3.4' },
    'INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE known-algorithms',
  ],
  ['no content anywhere', { content: null, attributes: honest }, 'INDETERMINATE SIGNED_DATA_NOT_FOUND content-found'],
  ['attributes that are not DER', { content, attributes: [...honest, openEnded] }, 'refused: asn1-open-ended'],
  ['more signers than a committee has', { content, attributes: honest, signers: 65 }, 'refused: cms-too-many-signers'],
  [
    'more attributes than anybody writes',
    { content, attributes: [...honest, ...Array.from({ length: 1_000 }, () => told)] },
    'refused: cms-too-many-attributes',
  ],
])('%s is never a signature that holds', async (_, forgery, expected) => {
  expect(answerTo(await forge(forgery))).toBe(expected)
})

test('content inside and other content beside: nobody knows which was meant', async () => {
  const bytes = await forge({ content, attributes: honest })
  expect(answerTo(bytes, other)).toBe('TOTAL-FAILED FORMAT_FAILURE one-content')
  expect(answerTo(bytes, content)).toBe('TOTAL-PASSED')
  expect(answerTo(await forge({ content: null, attributes: honest }), other)).toBe(
    'TOTAL-FAILED HASH_FAILURE message-digest',
  )
})

test('a certificate bound by SHA-1 is left to the policy, and named', async () => {
  const attributes = [contentTypeIs(cmsOid.data), digestIs(content), certificateIs('doctor', 1)]
  const bytes = await forge({ content, attributes })
  const [opened] = openCades({ bytes, content: null })
  expect(opened?.conclusion).toBeNull()
  expect(opened?.algorithms).toContainEqual({ algorithm: 'SHA-1', place: 'signing-certificate-digest' })
  expect(answerTo(bytes)).toBe('INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE algorithms')
})

test("a countersignature is told, and is not one of the document's signatures", async () => {
  const bytes = await forge({ content, attributes: honest })
  const theirs = readSignedData(await forge({ by: 'dentist', content: other, attributes: honest })).signers[0]
  if (theirs === undefined) throw new Error('no signer')
  const countersigned = addToSignedData(bytes, {
    unsignedAttributes: [[attribute(cmsOid.countersignature, theirs.raw)]],
  })
  const opened = openCades({ bytes: countersigned, content: null })
  expect(opened.map(({ signingCertificate }) => signingCertificate?.serialNumber)).toEqual([
    testCertificate('doctor').serialNumber,
  ])
  expect(opened[0]?.checks).toContainEqual({ code: 'countersignatures', outcome: 'not-checked', facts: { found: 1 } })
  expect(answerTo(countersigned)).toBe('TOTAL-PASSED')
})

test('each of several signers is answered by itself, and the worst answer is that of the file', async () => {
  const dentists = [contentTypeIs(cmsOid.data), digestIs(content), certificateIs('dentist')]
  const changed = [contentTypeIs(cmsOid.data), digestIs(other), certificateIs('dentist')]
  const one = await forge({ content, attributes: honest })
  const answers = async (attributes: readonly Uint8Array[]) => {
    const [signer] = readSignedData(await forge({ by: 'dentist', content, attributes })).signers
    if (signer === undefined) throw new Error('no signer')
    const certificates = [testCertificate('dentist').raw]
    const bytes = withSigner(addToSignedData(one, { certificates }), signer.raw)
    const opened = openCades({ bytes, content: null })
    return [opened.map(({ conclusion }) => conclusion === null), answerTo(bytes)]
  }
  expect(await answers(dentists)).toEqual([[true, true], 'TOTAL-PASSED'])
  expect(await answers(changed)).toEqual([[true, false], 'TOTAL-FAILED HASH_FAILURE'])
})

/** The same file with one more signer behind the first. */
function withSigner(bytes: Uint8Array, added: Uint8Array): Uint8Array {
  const [type, holder] = membersOf(readAsn1(bytes))
  if (type === undefined || holder === undefined) throw new Error('no content')
  const members = membersOf(insideOf(holder))
  const signers = asSet([...membersOf(members.at(-1) ?? holder).map(({ raw }) => raw), added])
  return sequence(type.raw, explicit(0, sequence(...members.slice(0, -1).map(({ raw }) => raw), signers)))
}

test('a file full of lists or of stamps is refused before it costs anything', async () => {
  const bytes = await forge({ content, attributes: honest })
  const lists = Array.from({ length: 1_001 }, (_, i) => sequence(octetString(Buffer.from(`${i}`))))
  expect(answerTo(addToSignedData(bytes, { crls: lists }))).toBe('refused: cms-too-many-lists')
  const stamps = Array.from({ length: 201 }, () => attribute(cmsOid.archiveTimeStampV3, nothing()))
  expect(answerTo(addToSignedData(bytes, { unsignedAttributes: [stamps] }))).toBe('refused: time-stamps-too-many')
})

const beforeTheTrue = (forged: Uint8Array) => [forged, testCertificate('doctor').raw, testCertificate('signing-ca').raw]
const unbound = [contentTypeIs(cmsOid.data), digestIs(content)]

test.each([
  ['by the digest that is signed', honest],
  ['by the key under which the value holds', unbound],
] as const)('a certificate of the same name and number before the true one is told apart %s', async (_, attributes) => {
  const { issuer, serialNumber } = testCertificate('doctor')
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const forged = issueCertificate({
    serialNumber: Number(serialNumber),
    subject: name(['CN', 'Mihon']),
    issuer: issuer.raw,
    notBefore: Date.parse('2026-01-01T00:00:00Z'),
    notAfter: Date.parse('2030-01-01T00:00:00Z'),
    key,
    issuerKey: key,
    extensions: [],
  })
  const bytes = await forge({ content, attributes, certificates: beforeTheTrue(forged) })
  expect(answerTo(bytes)).toBe('TOTAL-PASSED')
})

test('what several people signed together is kept for all of them', async () => {
  const bytes = await together()
  const stamped = await stampCades(bytes, stampAuthority(Date.parse('2026-06-01T12:00:00Z')))
  const lists = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
  const complete = completeCades(stamped, { certificates: [], crls: lists, ocsps: [] })
  const archived = await archiveCades(complete, null, stampAuthority(Date.parse('2026-06-02T00:00:00Z')))
  const levels = [bytes, stamped, complete, archived].map((one) =>
    openCades({ bytes: one, content: null }).map(({ level }) => level),
  )
  expect(levels).toEqual(['B-B', 'B-T', 'B-LT', 'B-LTA'].map((level) => [level, level]))
  const later = { ...contextAt('2032-01-01T00:00:00Z'), crls: [testList('stamp-2026-11-01')] }
  for (const opened of openCades({ bytes: archived, content: null }))
    expect(validateSignature(opened, later).conclusion).toEqual({ indication: 'TOTAL-PASSED' })
})

/** A doctor and a dentist over the same content. */
async function together(): Promise<Uint8Array> {
  const dentists = [contentTypeIs(cmsOid.data), digestIs(content), certificateIs('dentist')]
  const [signer] = readSignedData(await forge({ by: 'dentist', content, attributes: dentists })).signers
  if (signer === undefined) throw new Error('no signer')
  const one = await forge({ content, attributes: honest })
  return withSigner(addToSignedData(one, { certificates: [testCertificate('dentist').raw] }), signer.raw)
}
