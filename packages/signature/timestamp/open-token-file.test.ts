import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { integer, sequence } from '../asn1/write.ts'
import { signCades } from '../cades/sign.ts'
import { verifyFile } from '../report/verify-file.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey, testList } from '../testing/test-pki.ts'
import { digest } from '../x509/signature-value.ts'
import { openTokenFile } from './open-token-file.ts'

const content = Buffer.from('検査結果の見本')
const at = Date.parse('2026-06-01T12:00:00Z')
const token = () => stampAuthority(at)({ digest: 'SHA-256', value: digest('SHA-256', content) })
const granted = (raw: Uint8Array) => sequence(sequence(integer(0)), raw)

const ask = (bytes: Uint8Array, over: Uint8Array | null, moment = '2026-06-02T00:00:00Z') =>
  verifyFile(
    { name: 'x.tst', bytes, documentKind: null, content: over },
    contextAt(moment, { crls: [testList('stamp-2026-06-01')] }),
    { policies: [], sealPolicies: [] },
  )

test.each([
  ['a token over its file', async () => ask(await token(), content), 'TOTAL-PASSED', null],
  ['the whole answer of an authority', async () => ask(granted(await token()), content), 'TOTAL-PASSED', null],
  ['a token over another file', async () => ask(await token(), Buffer.from('x')), 'TOTAL-FAILED', 'HASH_FAILURE'],
  ['a token alone', async () => ask(await token(), null), 'INDETERMINATE', 'SIGNED_DATA_NOT_FOUND'],
  [
    'a token without fresh lists',
    async () => ask(await token(), content, '2027-06-02T00:00:00Z'),
    'INDETERMINATE',
    'TRY_LATER',
  ],
] as const)('%s is answered as a time stamp', async (_, answer, indication, subIndication) => {
  expect(await answer()).toMatchObject({
    kind: 'time-stamp',
    indication,
    subIndication,
    qualification: null,
    signatures: [],
  })
})

test('a time stamp names its authority and its moment', async () => {
  expect(ask(await token(), content).timeStamps).toMatchObject([
    { id: '1', at: '2026-06-01T12:00:00.000Z', authority: expect.stringContaining('CN='), policy: '1.2.392.999999.10' },
  ])
})

test('a signature is no time stamp, and a refusal holds none', async () => {
  const order = { key: testKey('doctor'), content, attached: true, signingTime: at, stamp: null }
  expect(openTokenFile(await signCades(order), null)).toBeNull()
  expect(ask(sequence(sequence(integer(2))), content).trouble).toEqual({
    reason: 'time-stamp-refused',
    facts: { status: 2 },
  })
})

test('what OpenSSL answers as an authority is a time stamp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-'))
  const file = (name: string): string => join(folder, name)
  const pki = (path: string): string => fileURLToPath(new URL(`../testdata/test-pki/${path}`, import.meta.url))
  const openssl = (...words: readonly string[]) =>
    execFileSync('openssl', ['ts', ...words], { cwd: folder, stdio: 'pipe' })
  writeFileSync(file('content'), content)
  writeFileSync(file('serial'), '01')
  writeFileSync(
    file('tsa.cnf'),
    '[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\ness_cert_id_alg=sha256\n',
  )
  openssl('-query', '-data', 'content', '-sha256', '-cert', '-out', 'query')
  const who = ['-signer', pki('certificates/stamp-authority.pem'), '-inkey', pki('keys/stamp-authority.pem')]
  openssl('-reply', '-config', 'tsa.cnf', '-queryfile', 'query', ...who, '-out', 'answer')
  const opened = openTokenFile(readFileSync(file('answer')), content)
  expect(opened?.stamps[0]?.stamp.conclusion).toBeNull()
})
