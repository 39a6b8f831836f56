import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import { readTimeStampToken } from '../timestamp/token.ts'
import { digest } from '../x509/signature-value.ts'
import { openSigner, wholeContent } from './open-signer.ts'
import { readSignedData } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'cms-'))
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync('openssl', [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
const content = Buffer.from('処方箋の見本\n')

beforeAll(() => {
  writeFileSync(join(folder, 'content'), content)
  for (const [name, key] of [
    ['rsa', ['rsa:2048']],
    ['ec', ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']],
  ] as const)
    openssl(
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/C=JP/CN=Mihon ${name}`,
      '-days',
      '3650',
    )
})

test.each([
  ['attached', 'rsa', ['-nodetach']],
  ['detached', 'rsa', []],
  ['streamed, in BER', 'rsa', ['-nodetach', '-stream']],
  ['by an elliptic curve', 'ec', ['-nodetach']],
  ['with RSA-PSS', 'rsa', ['-nodetach', '-keyopt', 'rsa_padding_mode:pss']],
  ['named by key identifier', 'rsa', ['-nodetach', '-keyid']],
] as const)('what OpenSSL signs %s holds, and does not hold over other octets', (_, key, options) => {
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-cades',
    '-md',
    'sha256',
    '-in',
    'content',
    '-signer',
    `${key}.pem`,
    '-inkey',
    `${key}.key`,
    ...options,
    '-outform',
    'DER',
    '-out',
    'signed',
  )
  const data = readSignedData(readFileSync(join(folder, 'signed')))
  const [signer] = data.signers
  if (signer === undefined) throw new Error('no signer')
  expect(data.content === null || Buffer.compare(data.content, content) === 0).toBe(true)
  const opened = openSigner(data, signer, wholeContent(content), { binding: 'required' })
  expect(opened.conclusion).toBeNull()
  expect(opened.checks.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual([
    'signed-attributes passed',
    'known-algorithms passed',
    'message-digest passed',
    'signing-certificate-found passed',
    'signing-certificate-digest passed',
    'signature-value passed',
  ])
  const other = openSigner(data, signer, wholeContent(Buffer.from('別の文書')), { binding: 'required' })
  expect(other.conclusion).toEqual({
    indication: 'TOTAL-FAILED',
    subIndication: 'HASH_FAILURE',
    decidedBy: 'message-digest',
  })
})

test('a signature without attributes is over the content itself', () => {
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-noattr',
    '-in',
    'content',
    '-signer',
    'rsa.pem',
    '-inkey',
    'rsa.key',
    '-outform',
    'DER',
    '-out',
    'signed',
  )
  const data = readSignedData(readFileSync(join(folder, 'signed')))
  const [signer] = data.signers
  if (signer === undefined) throw new Error('no signer')
  expect(openSigner(data, signer, wholeContent(content), { binding: 'if-present' }).conclusion).toBeNull()
  expect(openSigner(data, signer, wholeContent(content), { binding: 'required' }).conclusion?.indication).toBe(
    'INDETERMINATE',
  )
  expect(openSigner(data, signer, wholeContent(Buffer.from('x')), { binding: 'if-present' }).conclusion).toMatchObject({
    subIndication: 'SIG_CRYPTO_FAILURE',
  })
})

test('a time stamp of OpenSSL covers what it was asked for and nothing else', () => {
  writeFileSync(
    join(folder, 'tsa.cnf'),
    [
      '[req]',
      'distinguished_name=dn',
      '[dn]',
      '[tsa_ext]',
      'extendedKeyUsage=critical,timeStamping',
      '[tsa]',
      'default_tsa=t',
      '[t]',
      'serial=serial',
      'signer_cert=tsa.pem',
      'signer_key=tsa.key',
      'signer_digest=sha256',
      'default_policy=1.2.3.4',
      'digests=sha256',
      'accuracy=millisecs:500',
      'clock_precision_digits=3',
      'tsa_name=yes',
      'ess_cert_id_alg=sha256',
      'ess_cert_id_chain=no',
      'ordering=no',
    ].join('\n'),
  )
  writeFileSync(join(folder, 'serial'), '01\n')
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.pem',
    '-subj',
    '/C=JP/O=Mihon TSA',
    '-days',
    '3650',
    '-config',
    'tsa.cnf',
    '-extensions',
    'tsa_ext',
  )
  openssl('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'query')
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 't', '-queryfile', 'query', '-token_out', '-out', 'token')
  const raw = readFileSync(join(folder, 'token'))
  const stamp = openTimeStamp(raw, { kind: 'signature', digest: (name) => digest(name, content), covers: [] })
  expect(stamp.conclusion).toBeNull()
  expect(stamp.accuracyMs).toBe(500)
  expect(stamp.policy).toBe('1.2.3.4')
  expect(readTimeStampToken(raw).nonce).not.toBeNull()
  expect(stamp.checks.map(({ outcome }) => outcome)).not.toContain('failed')
  const copied = openTimeStamp(raw, {
    kind: 'signature',
    digest: (name) => digest(name, Buffer.from('別の署名')),
    covers: [],
  })
  expect(copied.conclusion).toMatchObject({ subIndication: 'HASH_FAILURE', decidedBy: 'time-stamp-imprint' })
})
