import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signCades } from '@omamori/signature'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { publishedPki } from '../packages/signature/testing/published-pki.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { publisher } from '../src/signature/testing/publisher.ts'
import { listOf } from '../src/signature/testing.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'online-'))
const file = (name: string): string => join(folder, name)
const { address, host, pages, asked, close } = await publisher()
afterAll(close)

const trust = ['--trust', file('trust')]
const online = ['--online', '--allow-host', host]

beforeAll(async () => {
  mkdirSync(file('trust'))
  const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki', import.meta.url))
  for (const name of ['root', 'stamp-root'])
    cpSync(join(pki, 'certificates', `${name}.pem`), join(file('trust'), `${name}.pem`))
  cpSync(join(pki, 'lists/stamp-2026-11-01.crl'), join(file('trust'), 'stamp.crl'))
  const { issuer, doctor } = publishedPki(
    { list: `${address}/sarl.crl` },
    { issuers: ['ldap://pki.example/ca', `${address}/ca.cer`], list: `${address}/sign.crl` },
  )
  const order = { key: doctor, content: Buffer.from('紹介状の見本'), attached: true, signingTime: Date.now() }
  writeFileSync(file('letter.p7m'), await signCades({ ...order, stamp: stampAuthority(Date.now()) }))
  pages.set('/ca.cer', issuer.raw)
  pages.set('/sarl.crl', listOf('sarl-2026-11-01'))
  pages.set('/sign.crl', listOf('signing-2026-11-01'))
})
beforeEach(() => {
  asked.length = 0
})

it('fetches what is lacking, and says in JSON what it was', async () => {
  const { code, stdout } = await omamoriHere('verify', file('letter.p7m'), ...trust, ...online, '--json')
  const [answer] = JSON.parse(stdout).files
  expect([code, answer.indication]).toEqual([0, 'TOTAL-PASSED'])
  expect(answer.fetched).toEqual([
    {
      what: 'certificate',
      url: 'ldap://pki.example/ca',
      outcome: 'not-fetched',
      sha256: null,
      reason: 'ldap',
      said: null,
    },
    ...['certificate ca.cer', 'list sarl.crl', 'list sign.crl'].map((one) => {
      const [what, path] = one.split(' ')
      const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
      return { what, url: `${address}/${path}`, outcome: 'fetched', sha256, reason: null, said: null }
    }),
  ])
})

it('fetches nothing unless it is told to', async () => {
  const { code, stdout } = await omamoriHere('verify', file('letter.p7m'), ...trust, '--json')
  const [answer] = JSON.parse(stdout).files
  expect([code, answer.subIndication, answer.fetched, asked]).toEqual([1, 'NO_CERTIFICATE_CHAIN_FOUND', undefined, []])
})

it('says in words what was fetched and why something was not, in both languages', async () => {
  const words = ['verify', file('letter.p7m'), ...trust, ...online]
  const japanese = (await omamoriHere(...words)).stdout
  expect(japanese).toContain(`失効リスト 取り寄せた: ${address}/sign.crl`)
  expect(japanese).toContain('認証局の証明書 取り寄せられない（LDAP では取り寄せない）: ldap://pki.example/ca')
  const english = (await omamoriHere(...words, '--lang', 'en')).stdout
  expect(english).toContain("authority's certificate not fetched (nothing is fetched by LDAP): ldap://pki.example/ca")
  expect(english).not.toMatch(/取り寄せ/)
})

it('keeps what it fetched in a folder, and asks nobody the next time', async () => {
  const words = ['verify', file('letter.p7m'), ...trust, ...online, '--cache', file('cache')]
  expect([(await omamoriHere(...words)).code, asked.length]).toEqual([0, 3])
  expect([(await omamoriHere(...words)).code, asked.length, readdirSync(file('cache')).length]).toEqual([0, 3, 3])
})

it('gathers what a signature needs to be verified without a network', async () => {
  const words = ['--level', 'B-LT', ...trust, '--output']
  const offline = await omamoriHere('extend', file('letter.p7m'), ...words, file('never.p7m'))
  expect([offline.code, existsSync(file('never.p7m')), asked]).toEqual([2, false, []])
  expect(await omamoriHere('extend', file('letter.p7m'), ...words, file('kept.p7m'), ...online)).toMatchObject({
    code: 0,
  })
  const { code, stdout } = await omamoriHere('verify', file('kept.p7m'), ...trust, '--json')
  expect([code, JSON.parse(stdout).files[0].signatures[0].level]).toEqual([0, 'B-LT'])
})

it('what could not be fetched is told where nothing could be extended', async () => {
  const words = ['--level', 'B-LT', ...trust, '--online', '--output', file('never.p7m')]
  const { code, stderr } = await omamoriHere('extend', file('letter.p7m'), ...words)
  expect([code, existsSync(file('never.p7m')), asked]).toEqual([2, false, []])
  expect(stderr).toContain(`${address}/ca.cer: port`)
})

it.each([
  [['--cache', 'folder'], '--online'],
  [['--allow-host', 'ca.example'], '--online'],
  [['--online', '--allow-host', 'http://ca.example/'], 'http://ca.example/'],
  [['--online', '--cache', file('letter.p7m')], file('letter.p7m')],
])('refuses %j and fetches nothing', async (words, named) => {
  const { code, stderr } = await omamoriHere('verify', file('letter.p7m'), ...words)
  expect([code, asked]).toEqual([2, []])
  expect(stderr).toContain(named)
})
