import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signCades } from '@omamori/signature'
import { expect, it } from 'vitest'
import { publishedPki } from '../packages/signature/testing/published-pki.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../packages/signature/testing/test-pki.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'cert-'))
const file = (name: string): string => join(folder, name)
const pem = (name: string): string =>
  fileURLToPath(new URL(`../packages/signature/testdata/test-pki/certificates/${name}.pem`, import.meta.url))

const shown = async (...words: readonly string[]) => {
  const { code, stdout } = await omamoriHere('cert', 'show', ...words, '--json')
  return { code, certificates: JSON.parse(stdout).certificates }
}

it('shows what the certificate of a doctor says, as OpenSSL reads it', async () => {
  const { code, certificates } = await shown(pem('doctor'))
  const text = execFileSync('openssl', [
    'x509',
    '-in',
    pem('doctor'),
    '-noout',
    '-serial',
    '-fingerprint',
    '-sha256',
  ]).toString()
  const [, serial = '', sha256 = ''] = /serial=(\w+)\n.*=([\w:]+)/.exec(text) ?? []
  expect([code, certificates]).toEqual([
    0,
    [
      expect.objectContaining({
        file: pem('doctor'),
        subject: 'C=JP, CN=Mihon Taro, serialNumber=MIHON101',
        serial: serial.toLowerCase(),
        sha256: sha256.replaceAll(':', '').toLowerCase(),
        ...{ fromOn: '2024-04-01', untilOn: '2029-03-31', selfSigned: false, isCa: false },
        ...{ keyUsage: ['nonRepudiation'], hpki: 'signing', lists: ['http://pki.example/sign.crl'] },
        roles: [{ text: 'Medical Doctor', japanese: '医師', licence: true }],
      }),
    ],
  ])
})

it.each([
  ['doctor-authentication', { hpki: 'authentication' }],
  ['signing-ca', { hpki: 'issuing', isCa: true, selfSigned: false }],
  ['other-doctor', { hpki: 'none', roles: [] }],
  ['doctor-expired', { standing: 'over' }],
  ['director-only', { roles: [{ text: 'Director of Hospital', japanese: '病院長', licence: false }] }],
  ['role-unknown', { roles: [{ text: 'Wizard', japanese: null, licence: null }] }],
  ['doctor-rsa-1024', { key: { kind: 'rsa', bits: 1024 } }],
])('tells %s apart', async (name, expected) => {
  expect((await shown(pem(name))).certificates[0]).toMatchObject(expected)
})

it('says in both languages what a person compares before trusting a root', async () => {
  const { stdout } = await omamoriHere('cert', 'show', pem('root'))
  expect(stdout).toContain('発行元が公表している指紋')
  expect(stdout).toContain('令和6年1月17日（水） から 令和26年1月16日（土） まで')
  const groups = stdout.match(/^ {4}(?:[0-9A-F]{4} ?){1,8}$/gm) ?? []
  expect(groups.map((line) => line.trim().length)).toEqual([39, 39, 39, 9])
  const english = (await omamoriHere('cert', 'show', pem('doctor'), '--lang', 'en')).stdout
  expect(english).toContain('HPKI: for signing')
  expect(english).not.toMatch(/[ぁ-んァ-ヶ一-龠（）]/)
})

it('shows a chain, a PKCS#7 and where an issuer and answers are published', async () => {
  writeFileSync(
    file('chain.pem'),
    Buffer.concat(['doctor', 'signing-ca', 'root'].map((name) => readFileSync(pem(name)))),
  )
  expect((await shown(file('chain.pem'))).certificates.map(({ isCa }: { isCa: boolean }) => isCa)).toEqual([
    false,
    true,
    true,
  ])
  execFileSync('openssl', [
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    file('chain.pem'),
    '-outform',
    'DER',
    '-out',
    file('chain.p7b'),
  ])
  expect((await shown(file('chain.p7b'))).certificates).toHaveLength(3)
  const { doctor } = publishedPki(
    {},
    { issuers: ['http://pki.example/ca.cer'], responders: ['http://pki.example/ocsp'] },
  )
  writeFileSync(file('doctor.cer'), doctor.certificate.raw)
  expect((await shown(file('doctor.cer'))).certificates[0]).toMatchObject({
    issuers: ['http://pki.example/ca.cer'],
    responders: ['http://pki.example/ocsp'],
  })
})

it('shows who signed and stamped a file, the signer first', async () => {
  const order = { key: testKey('doctor'), content: Buffer.from('見本'), attached: true, signingTime: Date.now() }
  writeFileSync(file('signed.p7m'), await signCades({ ...order, stamp: stampAuthority(Date.now()) }))
  const { code, certificates } = await shown('--signers', file('signed.p7m'))
  const names = certificates.map(({ subject }: { subject: string }) => /CN=([^,]+)/.exec(subject)?.[1])
  expect([code, names]).toEqual([0, ['Mihon Taro', 'Reidai TSA 1', 'MIHON-01-forNonRepudiation']])
})

it.each([
  ['plain.txt', 'nothing here', [], '証明書を読み取れません'],
  ['empty.pem', '', [], '証明書を読み取れません'],
  ['plain.txt', 'nothing here', ['--signers'], '証明書が入っていません'],
])('refuses %s by name', async (name, content, words, sentence) => {
  writeFileSync(file(name), content)
  const { code, stderr } = await omamoriHere('cert', 'show', file(name), ...words)
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
  expect(stderr).toContain(name)
})
