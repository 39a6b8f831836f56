import { expect, test } from 'vitest'
import type { Moment } from '../asn1/value.ts'
import { archiveCades, completeCades, stampCades } from '../cades/extend.ts'
import { signCades } from '../cades/sign.ts'
import { openCades } from '../cades/verify.ts'
import { algorithmPolicy } from '../policy/read-policy.ts'
import { contextAt } from '../testing/context.ts'
import { freshLists } from '../testing/fresh-lists.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey } from '../testing/test-pki.ts'
import type { ValidationContext } from './context.ts'
import { materialOf } from './material.ts'
import { holdsUntil } from './renewal.ts'
import { type ValidatedSignature, validateSignature } from './validate.ts'

const day = 86_400_000
const signedAt = Date.parse('2026-11-20T00:00:00Z')
const plain = algorithmPolicy()
/** Algorithms that never end, so that certificates decide. */
const lasting = { ...plain, rows: plain.rows.map((row) => ({ ...row, verifyUntil: null })) }

function judged(bytes: Uint8Array, at: Moment, more: Partial<ValidationContext> = {}): ValidatedSignature {
  const [opened] = openCades({ bytes, content: null })
  if (opened === undefined) throw new Error('nothing is signed')
  const context = contextAt(new Date(at).toISOString(), { crls: freshLists(at), algorithms: lasting, ...more })
  return validateSignature(opened, context)
}

const order = { content: Buffer.from('見本'), attached: true, signingTime: signedAt }
const bare = await signCades({ ...order, key: testKey('doctor'), stamp: null })
const stamped = await stampCades(bare, stampAuthority(signedAt))
const complete = (bytes: Uint8Array, at: Moment) =>
  completeCades(bytes, materialOf(judged(bytes, at), { crls: freshLists(at), ocsps: [] }))
const kept = complete(stamped, signedAt)
const archived = await archiveCades(kept, null, stampAuthority(signedAt + day))

test.each([
  ['B-T', stamped, 'doctor', '2029-03-31T14:59:59.000Z'],
  ['B-LT', kept, 'signing-ca', '2034-01-16T14:59:59.000Z'],
  ['B-LTA', archived, 'stamp-authority', '2034-03-31T14:59:59.000Z'],
])(
  '%s holds until the first certificate ends that nothing stands for, and the engine agrees',
  (level, bytes, label, until) => {
    const signature = judged(bytes, signedAt + 2 * day)
    const found = holdsUntil(signature, lasting)
    const { fingerprint } = testCertificate(label)
    expect([signature.opened.level, found?.because]).toEqual([
      level,
      expect.objectContaining({ ends: 'certificate', fingerprint }),
    ])
    const end = found?.until ?? 0
    expect(new Date(end).toISOString()).toBe(until)
    expect(judged(bytes, end).conclusion.indication).toBe('TOTAL-PASSED')
    expect(judged(bytes, end + 2 * day).conclusion.indication).toBe('INDETERMINATE')
  },
)

test('a newer archive stamp counts, and an older one that it covers does not', async () => {
  const renewed = await archiveCades(
    complete(archived, signedAt + 5 * day),
    null,
    stampAuthority(signedAt + 6 * day, 'stamp-authority'),
  )
  const found = holdsUntil(judged(renewed, signedAt + 7 * day), lasting)
  expect(found?.because).toMatchObject({ fingerprint: testCertificate('stamp-authority').fingerprint })
})

test('an algorithm that ends earlier decides, by the policy at hand', () => {
  const ends = Date.parse('2028-01-01T00:00:00Z')
  const rows = lasting.rows.map((row) => (row.algorithm === 'RSA-PKCS1' ? { ...row, verifyUntil: ends } : row))
  const policy = { ...lasting, rows }
  expect(holdsUntil(judged(archived, signedAt + 2 * day, { algorithms: policy }), policy)).toEqual({
    until: ends,
    because: { ends: 'algorithm', algorithm: 'RSA-PKCS1', bits: 2048 },
  })
  expect(judged(archived, ends - 1, { algorithms: policy }).conclusion.indication).toBe('TOTAL-PASSED')
  expect(judged(archived, ends, { algorithms: policy }).conclusion.indication).toBe('INDETERMINATE')
})

test('without a stamp that holds, nothing proves anything', () => {
  expect(holdsUntil(judged(bare, signedAt), lasting)).toBeNull()
  expect(judged(bare, signedAt).conclusion.indication).toBe('TOTAL-PASSED')
  expect(holdsUntil(judged(stamped, signedAt, { stampAnchors: [] }), lasting)).toBeNull()
})

test('what does not hold now holds until no day', () => {
  expect(holdsUntil(judged(stamped, signedAt, { crls: [] }), lasting)).toBeNull()
})
