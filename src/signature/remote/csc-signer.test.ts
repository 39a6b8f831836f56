import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { digest, holds, SigningKeyError } from '@omamori/signature'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testCertificate } from '../../../packages/signature/testing/test-pki.ts'
import { type CscService, cscService, type Lie } from '../testing/csc-provider.ts'
import { type CscOrder, openCsc } from './csc-signer.ts'
import { remoteKey, signRemotely } from './remote-signer.ts'

const octets = Buffer.from('署名する見本')
const others = [Buffer.from('一枚目'), Buffer.from('二枚目'), Buffer.from('三枚目')]
const now = '2026-11-23T00:00:00.000Z'
const secrets: Readonly<Record<string, string>> = { PIN: '4912', OTP: '135790' }
let service: CscService
let asked: string[]

beforeAll(async () => {
  service = await cscService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.lie(null)
  service.asked.length = 0
  service.given.length = 0
  asked = []
})

const order = (changed: Partial<CscOrder> = {}): CscOrder => ({
  address: service.address,
  accessToken: async () => service.accessToken,
  credential: 'MIHON-RSA',
  fingerprint: testCertificate('doctor').fingerprint,
  clock: { now: () => now },
  secret: async (name) => {
    asked.push(name)
    return secrets[name] ?? ''
  },
  ...changed,
})
const signed = async (changed?: Partial<CscOrder>, all: readonly Uint8Array[] = [octets]) =>
  signRemotely(await openCsc(order(changed)), all)
const isBy = (label: string, value: Uint8Array | undefined, over: Uint8Array = octets) =>
  holds(
    { algorithm: label.endsWith('p256') ? 'ECDSA' : 'RSA-PKCS1', digest: 'SHA-256' },
    testCertificate(label).publicKey,
    over,
    value ?? Buffer.alloc(0),
  )
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'signed',
    (error) => (error instanceof SigningKeyError ? error.code : String(error)),
  )

test('a signature is authorised for its digest, made, checked, and the authorisation is kept without what could use it again', async () => {
  const { values, authorisation } = await signed()
  expect(isBy('doctor', values[0])).toBe(true)
  expect(asked).toEqual(['PIN', 'OTP'])
  const [given = ''] = service.given
  expect(authorisation).toEqual({
    service: service.address,
    credential: 'MIHON-RSA',
    certificate: testCertificate('doctor').fingerprint,
    digests: [Buffer.from(digest('SHA-256', octets)).toString('hex')],
    at: now,
    until: '2026-11-23T00:05:00.000Z',
    by: ['PIN', 'OTP'],
    activation: hash('sha256', given),
  })
  for (const secret of [given, ...Object.values(secrets), service.accessToken])
    expect(JSON.stringify(authorisation)).not.toContain(secret)
})

test('several files are one authorisation, each with its own signature in its place', async () => {
  const { values, authorisation } = await signed({}, others)
  expect(others.map((one, at) => isBy('doctor', values[at], one))).toEqual([true, true, true])
  expect([authorisation.digests.length, asked.length]).toEqual([3, 2])
  expect(await codeOf(signed({}, [...others, octets]))).toBe('credential-not-usable')
})

test('as a key it brings its chain, tells each authorisation, and signs on a curve too', async () => {
  const kept: string[][] = []
  const fingerprint = testCertificate('doctor-p256').fingerprint
  const key = remoteKey(await openCsc(order({ credential: 'MIHON-EC', fingerprint })), ({ by }) => kept.push([...by]))
  expect(isBy('doctor-p256', await key.sign(octets))).toBe(true)
  expect(key.chain.map((one) => one.fingerprint)).toEqual([testCertificate('signing-ca').fingerprint])
  expect(kept).toEqual([['PIN', 'OTP']])
})

test('the only credential needs no name; of several, one must be named', async () => {
  expect(await codeOf(signed({ credential: null, fingerprint: null }))).toBe('signed')
  const crowded = await cscService(['MIHON-RSA', 'MIHON-EC'])
  expect(await codeOf(signed({ address: crowded.address, credential: null }))).toBe('several-credentials')
  await crowded.close()
  expect(service.asked).toContain('credentials/list')
})

test.each<[Lie, string, string]>([
  ['other-octets', 'signatures/signHash', 'signature-does-not-hold'],
  ['other-key', 'signatures/signHash', 'signature-does-not-hold'],
  ['too-few', 'signatures/signHash', 'signer-answer'],
  ['too-many', 'signatures/signHash', 'signer-answer'],
  ['huge', 'signatures/signHash', 'perhaps-signed'],
  ['hangs-up', 'signatures/signHash', 'perhaps-signed'],
  ['page', 'signatures/signHash', 'perhaps-signed'],
  ['other-form', 'signatures/signHash', 'perhaps-signed'],
  ['redirect', 'signatures/signHash', 'perhaps-signed'],
  ['refuses', 'signatures/signHash', 'signer-refused'],
  ['other-certificate', 'credentials/info', 'another-certificate'],
  ['no-certificate', 'credentials/info', 'signer-answer'],
  ['unbound', 'credentials/info', 'not-bound-to-digests'],
  ['disabled', 'credentials/info', 'credential-not-usable'],
  ['revoked', 'credentials/info', 'credential-not-usable'],
  ['oauth2', 'credentials/info', 'credential-not-usable'],
  ['later', 'credentials/authorize', 'credential-not-usable'],
  ['redirect', 'credentials/authorize', 'signer-answer'],
  ['huge', 'credentials/info', 'signer-answer'],
  ['other-form', 'credentials/authorize', 'signer-answer'],
  ['page', 'info', 'signer-answer'],
  ['old', 'info', 'signer-answer'],
  ['hangs-up', 'info', 'signer-unreachable'],
])('a service that lies by %s at %s signs nothing: %s', async (lie, at, code) => {
  service.lie(lie, at)
  expect(await codeOf(signed())).toBe(code)
  expect(service.asked.filter((one) => one === at)).toHaveLength(1)
  const early = at === 'info' || at === 'credentials/info'
  expect(asked).toEqual(early ? [] : ['PIN', 'OTP'])
})

test.each<Lie>(['slow', 'endless'])('a service that is %s is not waited for', async (lie) => {
  service.lie(lie, 'info')
  expect(await codeOf(signed({ patienceMs: 100 }))).toBe('signer-unreachable')
  service.lie(lie, 'signatures/signHash')
  service.asked.length = 0
  // Only once it is to sign: the answers before may take their time on a busy machine.
  const patience = () => (service.asked.includes('credentials/authorize') ? 200 : undefined)
  const hasty = Object.defineProperty(order(), 'patienceMs', { get: patience })
  expect(await codeOf(signRemotely(await openCsc(hasty), [octets]))).toBe('perhaps-signed')
})

test('an authentication certificate does not sign, whoever keeps it', async () => {
  service.lie('authentication-certificate')
  expect(await codeOf(signed({ fingerprint: null }))).toBe('no-signing-certificate')
  service.lie(null)
  const later = { now: () => '2031-01-01T00:00:00.000Z' }
  expect(await codeOf(signed({ clock: later }))).toBe('certificate-not-valid-now')
})

test('a wrong PIN is given once, and an access token that is over is told as that', async () => {
  expect(await codeOf(signed({ secret: async () => '0000' }))).toBe('signer-wrong-secret')
  expect(service.asked.filter((one) => one === 'credentials/authorize')).toHaveLength(1)
  expect(await codeOf(signed({ accessToken: async () => 'over' }))).toBe('access-refused')
})

test('words of the service come without what a terminal would obey', async () => {
  service.lie('refuses', 'info')
  await expect(signed()).rejects.toMatchObject({ facts: { said: '400 invalid_request no [31m' } })
})

test.each([
  'http://192.0.2.1/csc/v2',
  'http://127.0.0.1.example/csc/v2',
  'https://name:secret@127.0.0.1/csc/v2',
  'ftp://127.0.0.1/csc/v2',
  'nowhere',
])('nothing is sent to %s', async (address) => {
  const never = async () => expect.fail('the access token was asked for')
  expect(await codeOf(signed({ address, accessToken: never }))).toBe('needs-https')
})

test('over TLS, a service whose certificate nobody vouches for is not believed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-csc-'))
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3650', '-subj', '/CN=mihon']
  const where = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', join(folder, 'key'), '-out', join(folder, 'cert')]
  execFileSync('openssl', ['req', '-x509', ...made, ...where], { stdio: 'pipe' })
  const [key, cert] = ['key', 'cert'].map((name) => readFileSync(join(folder, name), 'utf8'))
  const secure = await cscService(undefined, { key: key ?? '', cert: cert ?? '' })
  const before = getCACertificates('default')
  try {
    expect(await codeOf(signed({ address: secure.address }))).toBe('signer-unreachable')
    expect(secure.asked).toEqual([])
    setDefaultCACertificates([...before, cert ?? ''])
    expect(isBy('doctor', (await signed({ address: secure.address })).values[0])).toBe(true)
  } finally {
    setDefaultCACertificates([...before])
    await secure.close()
  }
})

test('a client that authorised something else is not believed, whichever it is', async () => {
  const signer = await openCsc(order())
  const other = { ...signer, signDigests: () => signer.signDigests([digest('SHA-256', Buffer.from('別の見本'))]) }
  expect(await codeOf(signRemotely(other, [octets]))).toBe('authorised-something-else')
})
