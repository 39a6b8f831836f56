import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signCades } from '@omamori/signature'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { publishedPki } from '../packages/signature/testing/published-pki.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { publisher, stamps } from '../src/signature/testing/publisher.ts'
import { listOf } from '../src/signature/testing.ts'
import { omamoriHere } from '../test/running.ts'

const { address, host, pages, asked, close } = await publisher()
afterAll(close)

const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki', import.meta.url))
const trust = mkdtempSync(join(tmpdir(), 'renew-trust-'))
for (const name of ['root', 'stamp-root']) cpSync(join(pki, 'certificates', `${name}.pem`), join(trust, `${name}.pem`))
cpSync(join(pki, 'lists/stamp-2026-11-01.crl'), join(trust, 'stamp.crl'))
const { issuer, doctor } = publishedPki(
  { list: `${address}/sarl.crl` },
  { issuers: [`${address}/ca.cer`], list: `${address}/sign.crl` },
)
const order = { key: doctor, content: Buffer.from('紹介状の見本'), attached: true, signingTime: Date.now() }
const letter = await signCades({ ...order, stamp: stampAuthority(Date.now()) })

const folders = { kept: '' }
beforeEach(() => {
  folders.kept = join(mkdtempSync(join(tmpdir(), 'renew-')), '保管')
  mkdirSync(folders.kept)
  writeFileSync(join(folders.kept, '紹介状.p7m'), letter)
  asked.length = 0
  pages.clear()
  pages.set('/ca.cer', issuer.raw)
  pages.set('/sarl.crl', listOf('sarl-2026-11-01'))
  pages.set('/sign.crl', listOf('signing-2026-11-01'))
  pages.set('/tsa', stamps())
})

const renew = (within: string, ...more: readonly string[]) =>
  omamoriHere('renew', folders.kept, '--within', within, '--trust', trust, '--tsa', `${address}/tsa`, ...more)
const online = ['--online', '--allow-host', host]

it('renews what ends within the days, with evidence from the network, and tells who stamped', async () => {
  const { code, stdout } = await renew('3650', ...online, '--json')
  const { files, stamped } = JSON.parse(stdout)
  expect([code, files]).toEqual([
    0,
    [
      {
        name: '紹介状.p7m',
        outcome: 'renewed',
        until: '2029-03-31T14:59:59.000Z',
        renewedUntil: '2034-03-31T14:59:59.000Z',
        reason: null,
        said: [],
      },
    ],
  ])
  expect(stamped).toEqual([
    { address: `${address}/tsa`, authority: expect.stringContaining('Reidai TSA 1'), underTrust: true },
  ])
})

it('says in words what became of each file, in both languages', async () => {
  expect((await renew('1', ...online)).stdout).toContain(
    '紹介状.p7m: まだ延ばす時ではありません（令和11年3月31日（土）23:59:59 まで）',
  )
  const english = await renew('3650', ...online, '--lang', 'en')
  expect(english.stdout).toContain('紹介状.p7m: renewed (until 31 March 2034')
  expect(asked).toContain('/tsa')
})

it('ends with 1 where a file could not be renewed, and says why', async () => {
  pages.set('/tsa', '<html>')
  const { code, stdout } = await renew('3650', ...online)
  expect([code, stdout]).toEqual([1, expect.stringContaining('延ばせませんでした（変えていません）')])
  expect(stdout).toContain(`${address}/tsa: `)
  const offline = await renew('3650')
  expect([offline.code, offline.stdout]).toEqual([1, expect.stringContaining('NO_CERTIFICATE_CHAIN_FOUND')])
})

it.each(['soon', '-1', '99999', '1.5'])('refuses %s as a number of days', async (days) => {
  const { code, stderr } = await renew(`${days}`, ...online)
  expect([code, stderr, asked]).toEqual([2, expect.stringContaining(days), []])
})

it('a folder that is not there is named', async () => {
  const words = ['--within', '90', '--trust', trust, '--tsa', `${address}/tsa`]
  const { code, stderr } = await omamoriHere('renew', '/nowhere', ...words)
  expect([code, stderr]).toEqual([2, expect.stringContaining('/nowhere')])
})
