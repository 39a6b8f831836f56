import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { archiveCades, completeCades } from '../cades/extend.ts'
import { signCades } from '../cades/sign.ts'
import { openCades } from '../cades/verify.ts'
import type { AlgorithmPolicy } from '../policy/algorithm-policy.ts'
import { algorithmPolicy } from '../policy/read-policy.ts'
import { contextAt } from '../testing/context.ts'
import { issueList, privateKeyOf } from '../testing/issue.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import type { ValidationContext } from './context.ts'
import { validateSignature } from './validate.ts'

const at = (text: string): number => Date.parse(text)
const june = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
const [, ofTheRoot = new Uint8Array(), ofStamps = new Uint8Array()] = june
const key = privateKeyOf(readFileSync(new URL('../testdata/test-pki/keys/signing-ca.pem', import.meta.url)))

/** A list of the signing authority, made with SHA-1. */
const weak = (revoked: Parameters<typeof issueList>[0]['revoked'] = []): Uint8Array =>
  issueList({
    issuer: testCertificate('signing-ca').subject.raw,
    issuerKey: key,
    number: 99,
    digest: 'sha1',
    thisUpdate: at('2026-06-01T00:00:00Z'),
    nextUpdate: at('2026-06-05T00:00:00Z'),
    revoked,
  })

/** As if SHA-1 were believed until that moment. */
const untilThen = (end: string): AlgorithmPolicy => {
  const policy = algorithmPolicy()
  const rows = policy.rows.map((row) => (row.algorithm === 'SHA-1' ? { ...row, verifyUntil: at(end) } : row))
  return { ...policy, rows }
}

const signature = (stampedAt: string | null = null) =>
  signCades({
    key: testKey('doctor'),
    content: Buffer.from('処方箋の見本'),
    attached: true,
    signingTime: at('2026-06-01T09:00:00Z'),
    stamp: stampedAt === null ? null : stampAuthority(at(stampedAt)),
  })

function answerTo(bytes: Uint8Array, moment: string, more: Partial<ValidationContext>): string {
  const [opened] = openCades({ bytes, content: null })
  if (opened === undefined) throw new Error('nothing opened')
  const { conclusion } = validateSignature(opened, contextAt(moment, more))
  return conclusion.indication === 'TOTAL-PASSED'
    ? conclusion.indication
    : `${conclusion.indication} ${conclusion.subIndication} ${conclusion.decidedBy}`
}

test('a list made with what has ended shows of nobody that they were not revoked', async () => {
  const bytes = await signature()
  const ask = (...lists: readonly Uint8Array[]) =>
    answerTo(bytes, '2026-06-02T00:00:00Z', { crls: [...lists, ofTheRoot] })
  expect(ask(weak())).toBe('INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE revocation-algorithm')
  expect(ask(weak(), ...june)).toBe('TOTAL-PASSED')
  expect(ask(...june, weak())).toBe('TOTAL-PASSED')
})

test('a revocation counts whatever it is written with', async () => {
  const revoked = [{ serialNumber: Number(testCertificate('doctor').serialNumber), at: at('2026-05-01T00:00:00Z') }]
  const crls = [weak(revoked), ...june]
  expect(answerTo(await signature(), '2026-06-02T00:00:00Z', { crls })).toBe(
    'INDETERMINATE REVOKED_NO_POE certificate-not-revoked',
  )
})

test('a list that is proven to be older than the end of its algorithm still speaks', async () => {
  const complete = completeCades(await signature('2026-06-01T12:00:00Z'), {
    certificates: [],
    crls: [weak(), ofTheRoot, ofStamps],
    ocsps: [],
  })
  const archived = await archiveCades(complete, null, stampAuthority(at('2026-06-02T00:00:00Z')))
  const ask = (bytes: Uint8Array, end: string) =>
    answerTo(bytes, '2028-01-01T00:00:00Z', { algorithms: untilThen(end), crls: [testList('stamp-2026-11-01')] })
  expect(ask(archived, '2027-01-01T00:00:00Z')).toBe('TOTAL-PASSED')
  expect(ask(archived, '2026-05-01T00:00:00Z')).toBe(
    'INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE revocation-algorithm',
  )
})
