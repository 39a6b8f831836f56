import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { constructed } from '../asn1/tag.ts'
import { der, explicit, generalizedTime, integer, octetString, oid, sequence } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import { certificateIs, contentTypeIs, digestIs, type Forgery, forge } from '../testing/forge.ts'
import { extension } from '../testing/issue.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { openTimeStamp } from './open-time-stamp.ts'

const stamped = Buffer.from('署名の値')
const at = Date.parse('2026-06-01T12:00:00.250Z')

/** TSTInfo, with another digest algorithm or another authority's name where a test wants it. */
const info = (algorithm = digestOid('SHA-256'), authority: string | null = null): Uint8Array =>
  sequence(
    integer(1),
    oid('1.2.392.999999.10'),
    sequence(sequence(oid(algorithm)), octetString(digest('SHA-256', stamped))),
    integer(7),
    generalizedTime(at),
    ...(authority === null ? [] : [explicit(0, explicit(4, testCertificate(authority).subject.raw))]),
  )

/** TSTInfo with an extension that nobody knows. */
const extended = (critical: boolean): Uint8Array =>
  sequence(
    integer(1),
    oid('1.2.392.999999.10'),
    sequence(sequence(oid(digestOid('SHA-256'))), octetString(digest('SHA-256', stamped))),
    integer(7),
    generalizedTime(at),
    der(constructed(1), extension('1.2.3.4', critical, octetString(Buffer.alloc(1)))),
  )

const token = (by: string, content = info(), more: Partial<Forgery> = {}): Promise<Uint8Array> =>
  forge({
    by,
    contentType: cmsOid.timeStampInfo,
    content,
    attributes: [contentTypeIs(cmsOid.timeStampInfo), digestIs(content), certificateIs(by)],
    ...more,
  })

const open = (raw: Uint8Array) =>
  openTimeStamp(raw, { kind: 'signature', digest: (name) => digest(name, stamped), covers: [] })

test('an honest token tells its moment to the millisecond', async () => {
  const opened = open(await token('stamp-authority', info(undefined, 'stamp-authority')))
  expect([opened.conclusion, opened.at, opened.serialNumber]).toEqual([null, at, 7n])
})

const purpose = {
  indication: 'INDETERMINATE',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  decidedBy: 'time-stamp-purpose',
}
const bound = { ...purpose, decidedBy: 'signing-certificate-digest' }
const form = { indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE', decidedBy: 'signed-attributes' }
const attributes = (...last: readonly Uint8Array[]) => [contentTypeIs(cmsOid.timeStampInfo), digestIs(info()), ...last]

test.each([
  ["a doctor's key", () => token('doctor'), purpose],
  ['a purpose that is not critical', () => token('stamp-authority-not-critical'), purpose],
  [
    'the name of another authority',
    () => token('stamp-authority', info(undefined, 'doctor')),
    { ...purpose, decidedBy: 'time-stamp-authority' },
  ],
  ['no certificate bound', () => token('stamp-authority', info(), { attributes: attributes() }), bound],
  [
    'another certificate bound',
    () => token('stamp-authority', info(), { attributes: attributes(certificateIs('doctor')) }),
    bound,
  ],
  ['no attributes', () => token('stamp-authority', info(), { attributes: null }), form],
  [
    'attributes of plain data',
    () => token('stamp-authority', info(), { attributes: [contentTypeIs(cmsOid.data), ...attributes().slice(1)] }),
    form,
  ],
  [
    'a digest that nobody knows',
    () => token('stamp-authority', info('1.2.3.4')),
    { indication: 'INDETERMINATE', subIndication: 'CRYPTO_CONSTRAINTS_FAILURE', decidedBy: 'time-stamp-imprint' },
  ],
  [
    'a changed moment',
    () =>
      token('stamp-authority', info(digestOid('SHA-256'), 'stamp-authority'), {
        attributes: attributes(certificateIs('stamp-authority')),
      }),
    { indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE', decidedBy: 'message-digest' },
  ],
])('a token with %s proves nothing', async (_, make, expected) => {
  expect(open(await make()).conclusion).toEqual(expected)
})

test.each([
  ['two signers', { signers: 2 }, 'time-stamp-signers'],
  ['no signer', { signers: 0 }, 'time-stamp-signers'],
  ['plain data', { contentType: cmsOid.data }, 'time-stamp-content'],
  ['no content', { content: null }, 'time-stamp-content'],
] as const)('a token with %s is no token', async (_, more, reason) => {
  const raw = await token('stamp-authority', info(), more)
  expect(() => open(raw)).toThrow(reason)
})

test('OpenSSL accepts the tokens of our test authority', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tst-'))
  const raw = await stampAuthority(at)({ digest: 'SHA-256', value: digest('SHA-256', stamped) })
  writeFileSync(join(folder, 'token'), raw)
  writeFileSync(join(folder, 'data'), stamped)
  const root = fileURLToPath(new URL('../testdata/test-pki/certificates/stamp-root.pem', import.meta.url))
  const verify = (data: string): string =>
    execFileSync('openssl', ['ts', '-verify', '-data', data, '-in', 'token', '-token_in', '-CAfile', root], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  expect(verify('data')).toContain('Verification: OK')
  expect(() => verify('token')).toThrow()
})

test('an extension that must be understood and is not makes a token worthless, and any other does not', async () => {
  expect(open(await token('stamp-authority', extended(false))).conclusion).toBeNull()
  expect(open(await token('stamp-authority', extended(true))).conclusion).toEqual({
    ...purpose,
    decidedBy: 'time-stamp-extensions',
  })
})
