import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { membersOf } from '../asn1/read.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData } from '../cms/read.ts'
import { algorithmPolicy } from '../policy/read-policy.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey, testList } from '../testing/test-pki.ts'
import type { ValidationContext } from '../validation/context.ts'
import { validateSignature } from '../validation/validate.ts'
import { readAlgorithm } from '../x509/algorithm.ts'
import { archiveCades, completeCades, stampCades } from './extend.ts'
import { signCades } from './sign.ts'
import { openCades } from './verify.ts'

const content = Buffer.from('処方箋の見本')
const at = (text: string): number => Date.parse(text)
const june = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
const now = ['signing-2026-11-01', 'sarl-2026-11-01', 'stamp-2026-11-01'].map(testList)

const signedBy = (label: string, stampedAt: string | null = null, chain?: readonly string[]) =>
  signCades({
    key: testKey(label, chain),
    content,
    attached: true,
    signingTime: at('2026-06-01T09:00:00Z'),
    stamp: stampedAt === null ? null : stampAuthority(at(stampedAt)),
  })

async function answerTo(bytes: Uint8Array, moment: string, more: Partial<ValidationContext> = {}): Promise<string> {
  const [opened] = openCades({ bytes, content: null })
  if (opened === undefined) throw new Error('nothing opened')
  const { conclusion, provenAt } = validateSignature(opened, contextAt(moment, more))
  const sub = conclusion.indication === 'TOTAL-PASSED' ? '' : ` ${conclusion.subIndication} (${conclusion.decidedBy})`
  return `${opened.level} ${conclusion.indication}${sub}${provenAt === null ? '' : ` since ${new Date(provenAt).toISOString()}`}`
}

test.each([
  ['a fresh list at hand', 'doctor', null, '2026-06-02T00:00:00Z', { crls: june }, 'B-B TOTAL-PASSED'],
  ['no list at hand', 'doctor', null, '2026-06-02T00:00:00Z', {}, 'B-B INDETERMINATE TRY_LATER (revocation-known)'],
  [
    'lists that have run out',
    'doctor',
    null,
    '2026-06-20T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE TRY_LATER (revocation-fresh)',
  ],
  [
    'no anchor',
    'doctor',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june, anchors: [] },
    'B-B INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND (path)',
  ],
  [
    'a certificate that ended',
    'doctor-expired',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE OUT_OF_BOUNDS_NO_POE (certificate-not-expired)',
  ],
  [
    'a revoked certificate',
    'doctor-revoked',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE REVOKED_NO_POE (certificate-not-revoked)',
  ],
  [
    'a stamp before the revocation',
    'doctor-revoked',
    '2026-02-15T00:00:00Z',
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-T TOTAL-PASSED since 2026-02-15T00:00:00.000Z',
  ],
  [
    'a stamp after the revocation',
    'doctor-revoked',
    '2026-03-15T00:00:00Z',
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-T INDETERMINATE REVOKED_NO_POE (certificate-not-revoked) since 2026-03-15T00:00:00.000Z',
  ],
  [
    'a stamp before a compromise was told, and after it happened',
    'doctor-key-compromised',
    '2026-02-15T00:00:00Z',
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-T INDETERMINATE REVOKED_NO_POE (certificate-not-revoked) since 2026-02-15T00:00:00.000Z',
  ],
  [
    'a stamp before the certificate began',
    'doctor',
    '2024-02-01T00:00:00Z',
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-T TOTAL-FAILED NOT_YET_VALID (proven-in-time) since 2024-02-01T00:00:00.000Z',
  ],
  [
    'a list of another scope',
    'doctor',
    null,
    '2026-11-23T00:00:00Z',
    { crls: ['signing-wrong-scope-2026-11-01', 'sarl-2026-11-01'].map(testList) },
    'B-B INDETERMINATE TRY_LATER (revocation-known)',
  ],
  [
    "the root's list for itself only",
    'doctor',
    null,
    '2026-11-23T00:00:00Z',
    { crls: ['signing-2026-11-01', 'rarl-2026-11-01'].map(testList) },
    'B-B INDETERMINATE TRY_LATER (revocation-known)',
  ],
  [
    'a key of 1,024 bits',
    'doctor-rsa-1024',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE (algorithms)',
  ],
  [
    'a certificate signed with SHA-1',
    'doctor-sha1',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE (certificate-algorithm)',
  ],
  ['an elliptic curve', 'doctor-p256', null, '2026-06-02T00:00:00Z', { crls: june }, 'B-B TOTAL-PASSED'],
  [
    'an unknown critical extension',
    'doctor-strange-extension',
    null,
    '2026-06-02T00:00:00Z',
    { crls: june },
    'B-B INDETERMINATE CHAIN_CONSTRAINTS_FAILURE (unknown-critical-extension)',
  ],
  [
    'the policy of ETSI after its end for RSA',
    'doctor',
    null,
    '2029-01-02T00:00:00Z',
    { crls: now, algorithms: algorithmPolicy('etsi-119312') },
    'B-B INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  ],
] as const)('%s', async (_, label, stampedAt, moment, more, expected) => {
  expect(await answerTo(await signedBy(label, stampedAt), moment, more)).toContain(expected)
})

test('a certificate issued by one that is no CA is nobody that may sign', async () => {
  const bytes = await signedBy('doctor-under-no-ca', null, ['ca-without-ca'])
  expect(await answerTo(bytes, '2026-06-02T00:00:00Z', { crls: june })).toBe(
    'B-B INDETERMINATE CHAIN_CONSTRAINTS_FAILURE (ca-basic-constraints)',
  )
})

test('a signature that ended holds where a stamp and lists show that it was made before', async () => {
  const stamped = await signedBy('doctor', '2026-06-01T12:00:00Z')
  const complete = completeCades(stamped, { certificates: [], crls: june, ocsps: [] })
  expect(await answerTo(complete, '2026-06-02T00:00:00Z')).toBe('B-LT TOTAL-PASSED since 2026-06-01T12:00:00.000Z')
  // The stamp's own authority has no fresh list any more: only an archive stamp keeps it.
  expect(await answerTo(complete, '2032-01-01T00:00:00Z')).toContain('B-LT INDETERMINATE')
  const archived = await archiveCades(complete, null, stampAuthority(at('2026-06-02T00:00:00Z')))
  expect(await answerTo(archived, '2032-01-01T00:00:00Z', { crls: [testList('stamp-2026-11-01')] })).toBe(
    'B-LTA TOTAL-PASSED since 2026-06-01T12:00:00.000Z',
  )
  const renewed = await archiveCades(archived, null, stampAuthority(at('2033-01-01T00:00:00Z')))
  expect(await answerTo(renewed, '2033-06-01T00:00:00Z', { crls: [testList('stamp-2026-11-01')] })).toBe(
    'B-LTA TOTAL-PASSED since 2026-06-01T12:00:00.000Z',
  )
})

test('a stamp whose authority ended proves nothing, until a later stamp shows that it was made before', async () => {
  const stamp = stampAuthority(at('2026-01-10T06:00:00Z'), 'stamp-authority-expired')
  const old = await signCades({
    key: testKey('doctor'),
    content,
    attached: true,
    signingTime: at('2026-01-10T05:00:00Z'),
    stamp,
  })
  const january = ['signing-2026-01-10', 'sarl-2026-01-10', 'stamp-2026-01-10'].map(testList)
  const complete = completeCades(old, { certificates: [], crls: january, ocsps: [] })
  expect(await answerTo(complete, '2026-06-02T00:00:00Z', { crls: june })).toBe('B-LT TOTAL-PASSED')
  const archived = await archiveCades(complete, null, stampAuthority(at('2026-01-11T00:00:00Z')))
  expect(await answerTo(archived, '2026-06-02T00:00:00Z', { crls: june })).toBe(
    'B-LTA TOTAL-PASSED since 2026-01-10T06:00:00.000Z',
  )
})

test('a stamp over another signature proves nothing here, and takes nothing away', async () => {
  const token = await stampAuthority(at('2026-06-01T12:00:00Z'))({ digest: 'SHA-256', value: Buffer.alloc(32) })
  const bytes = await stampCades(await signedBy('doctor'), async () => token)
  const [opened] = openCades({ bytes, content: null })
  expect(opened?.timeStamps[0]?.conclusion).toMatchObject({
    subIndication: 'HASH_FAILURE',
    decidedBy: 'time-stamp-imprint',
  })
  expect(await answerTo(bytes, '2026-06-02T00:00:00Z', { crls: june })).toBe('B-B TOTAL-PASSED')
})

test('an archive stamp that is moved to another signature covers nothing there', async () => {
  const one = await archiveCades(
    await signedBy('doctor', '2026-06-01T12:00:00Z'),
    null,
    stampAuthority(at('2026-06-02T00:00:00Z')),
  )
  const token = readSignedData(one).signers[0]?.unsignedAttributes.find(
    ({ oid }) => oid === cmsOid.archiveTimeStampV3,
  )?.raw
  if (token === undefined) throw new Error('no archive stamp')
  const moved = addToSignedData(await signedBy('dentist', '2026-06-01T12:00:00Z'), { unsignedAttributes: [[token]] })
  const [opened] = openCades({ bytes: moved, content: null })
  expect(opened?.timeStamps.map(({ kind, conclusion }) => [kind, conclusion === null])).toEqual([
    ['signature', true],
    ['archive', false],
  ])
})

test.each(['attached', 'detached'] as const)('OpenSSL accepts what we sign, %s', async (form) => {
  const folder = mkdtempSync(join(tmpdir(), 'cades-'))
  const file = (name: string) => join(folder, name)
  writeFileSync(
    file('signed'),
    await signCades({
      key: testKey('doctor'),
      content,
      attached: form === 'attached',
      signingTime: at('2026-06-01T09:00:00Z'),
      stamp: stampAuthority(at('2026-06-01T09:00:01Z')),
    }),
  )
  writeFileSync(file('content'), content)
  const root = fileURLToPath(new URL('../testdata/test-pki/certificates/root.pem', import.meta.url))
  execFileSync(
    'openssl',
    [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file('signed'),
      '-CAfile',
      root,
      '-purpose',
      'any',
      '-out',
      file('out'),
      ...(form === 'detached' ? ['-content', file('content')] : []),
    ],
    { stdio: 'pipe' },
  )
})

test('an OCSP answer beside the lists makes the version 5, and OpenSSL still reads it', async () => {
  const answer = readFileSync(new URL('../testdata/ocsp/good-by-responder.der', import.meta.url))
  const complete = completeCades(await signedBy('doctor'), { certificates: [], crls: june, ocsps: [answer] })
  const { version, crls, ocsps } = readSignedData(complete)
  expect([version, crls.length, ocsps.length]).toEqual([5, june.length, 1])
  execFileSync('openssl', ['cms', '-cmsout', '-inform', 'DER', '-noout'], { input: complete, stdio: 'pipe' })
  expect(await answerTo(complete, '2026-06-02T00:00:00Z')).toContain('TOTAL-PASSED')
})

test('the index of an archive stamp names its digest algorithm, for which the third version has no default', async () => {
  const archived = await archiveCades(await signedBy('doctor'), null, stampAuthority(at('2026-06-02T00:00:00Z')))
  const attributeValue = (bytes: Uint8Array, type: string) => {
    const attributes = readSignedData(bytes).signers[0]?.unsignedAttributes ?? []
    const value = attributes.find((one) => one.oid === type)?.values[0]
    if (value === undefined) throw new Error(type)
    return value
  }
  const index = attributeValue(attributeValue(archived, cmsOid.archiveTimeStampV3).raw, cmsOid.atsHashIndexV3)
  const [algorithm, ...lists] = membersOf(index)
  expect([readAlgorithm(algorithm).oid, lists.length]).toEqual(['2.16.840.1.101.3.4.2.1', 3])
})
