import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyNames, readCertificate, signCades } from '@omamori/signature'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Places, publishedPki } from '../../../packages/signature/testing/published-pki.ts'
import { stampAuthority } from '../../../packages/signature/testing/stamp-authority.ts'
import { cacheIn, opensslResponder, publisher } from '../testing/publisher.ts'
import { derOf, listOf } from '../testing.ts'
import { verifyFiles } from '../verify-files.ts'
import type { Gather } from './gather.ts'

const at = Date.now()
const { address, host, pages, asked, gathering, close } = await publisher()
afterAll(close)

const trust = {
  anchors: [readCertificate(derOf('root'))],
  hpkiAnchors: [readCertificate(derOf('root'))],
  stampAnchors: [readCertificate(derOf('stamp-root'))],
  certificates: [],
  crls: [listOf('stamp-2026-11-01')],
}
const placed = (path: string) => `${address}${path}`
const lists: Places = { issuers: [placed('/ca.cer')], list: placed('/sign.crl') }
const withResponder: Places = { ...lists, responders: [placed('/ocsp')] }
const root: Places = { issuers: [placed('/root.cer')], list: placed('/sarl.crl') }

async function signedBy(ofDoctor: Places, ofIssuer: Places = root) {
  const pki = publishedPki(ofIssuer, ofDoctor)
  pages.set('/ca.cer', pki.issuer.raw)
  const order = { key: pki.doctor, content: Buffer.from('紹介状の見本'), attached: true, signingTime: at }
  return signCades({ ...order, stamp: stampAuthority(at) })
}

async function answerTo(bytes: Uint8Array, gather: Gather) {
  const question = { name: 'letter.p7m', bytes, documentKind: 'referral', content: null }
  const [answer] = await verifyFiles([question], { trust, at: Date.now(), policy: policyNames[0], gather })
  if (answer === undefined) throw new Error('no answer')
  const { indication, subIndication, fetched = [] } = answer
  const told = fetched.map(({ url, outcome, reason, said }) =>
    [url.replace(address, ''), outcome, reason ?? '', said ?? ''].join(' ').trim(),
  )
  return { verdict: [indication, subIndication].join(' ').trim(), told, fetched }
}

beforeEach(() => {
  pages.clear()
  asked.length = 0
  pages.set('/sarl.crl', listOf('sarl-2026-11-01'))
  pages.set('/sign.crl', listOf('signing-2026-11-01'))
})

test('issuer and lists are fetched from where the certificates say, each once, and nothing is asked about the root', async () => {
  const bytes = await signedBy(lists)
  const { verdict, told, fetched } = await answerTo(bytes, gathering())
  expect(verdict).toBe('TOTAL-PASSED')
  expect(told).toEqual(['/ca.cer fetched', '/sarl.crl fetched', '/sign.crl fetched'])
  expect(fetched.map(({ what, sha256 }) => [what, sha256?.length])).toEqual([
    ['certificate', 64],
    ['list', 64],
    ['list', 64],
  ])
  expect(asked).toEqual(['/ca.cer', '/sarl.crl', '/sign.crl'])
})

test('OpenSSL answers our question about a certificate, and its list is not needed then', async () => {
  const bytes = await signedBy(withResponder)
  pages.set('/ocsp', opensslResponder())
  const { verdict, told } = await answerTo(bytes, gathering())
  expect(verdict).toBe('TOTAL-PASSED')
  expect(told).toEqual(['/ca.cer fetched', '/sarl.crl fetched', '/ocsp fetched'])
})

test('a revocation that a responder tells is told', async () => {
  const bytes = await signedBy(withResponder)
  pages.set('/ocsp', opensslResponder(['65']))
  expect((await answerTo(bytes, gathering())).verdict).toBe('INDETERMINATE REVOKED_NO_POE')
})

test('a responder that is out of order is told, and the list takes its place', async () => {
  const bytes = await signedBy(withResponder)
  pages.set('/ocsp', (_request, response) => response.end('<html>maintenance</html>'))
  const { verdict, told } = await answerTo(bytes, gathering())
  expect(verdict).toBe('TOTAL-PASSED')
  expect(told.slice(2)).toEqual(['/ocsp not-fetched unreadable', '/sign.crl fetched'])
})

test.each([
  ['is of another scope', () => listOf('signing-wrong-scope-2026-11-01'), 'fetched', 'TRY_LATER'],
  ['has ended', () => listOf('signing-2026-06-01'), 'fetched', 'TRY_LATER'],
  ['is of another authority', () => listOf('provider-2026-11-01'), 'fetched', 'TRY_LATER'],
  ['is a certificate', () => derOf('signing-ca'), 'not-fetched unreadable', 'TRY_LATER'],
  ['is a page', () => Buffer.from('<!doctype html>'), 'not-fetched unreadable', 'TRY_LATER'],
  ['is nothing', () => Buffer.alloc(0), 'not-fetched unreadable', 'TRY_LATER'],
])('a list that %s leaves the verdict where it was', async (_what, page, outcome, sub) => {
  const bytes = await signedBy(lists)
  pages.set('/sign.crl', page())
  const { verdict, told } = await answerTo(bytes, gathering())
  expect(verdict).toBe(`INDETERMINATE ${sub}`)
  expect(told.at(-1)).toBe(`/sign.crl ${outcome}`)
})

test('an issuer that is somebody else leads nowhere, and one that signs itself is trusted by nobody', async () => {
  const bytes = await signedBy(lists)
  for (const name of ['provider-root', 'stamp-root', 'dentist']) {
    pages.set('/ca.cer', derOf(name))
    expect(await answerTo(bytes, gathering())).toMatchObject({
      verdict: 'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
      told: ['/ca.cer fetched'],
    })
  }
})

test('addresses inside, of other schemes and at other ports are asked by nobody, and the next place is', async () => {
  const inside = 'http://169.254.169.254/latest/meta-data/'
  const bytes = await signedBy({
    ...lists,
    issuers: [inside, 'ldap://pki.example/ca', 'http://10.0.0.1:6379/', placed('/ca.cer')],
  })
  const { verdict, told } = await answerTo(bytes, gathering())
  expect(verdict).toBe('TOTAL-PASSED')
  expect(told.slice(0, 4)).toEqual([
    `${inside} not-fetched not-public link-local`,
    'ldap://pki.example/ca not-fetched ldap',
    'http://10.0.0.1:6379/ not-fetched port',
    '/ca.cer fetched',
  ])
})

test('without an exemption nothing on this machine is asked', async () => {
  const bytes = await signedBy(lists)
  const { verdict, told } = await answerTo(bytes, gathering({ exempt: new Set() }))
  expect([verdict, told]).toEqual(['INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND', ['/ca.cer not-fetched port']])
  expect([asked, host]).toEqual([[], expect.stringContaining('127.0.0.1')])
})

test('many files of one authority ask it once', async () => {
  const bytes = await signedBy(lists)
  const gather = gathering()
  for (let i = 0; i < 3; i++) expect((await answerTo(bytes, gather)).verdict).toBe('TOTAL-PASSED')
  expect(asked).toEqual(['/ca.cer', '/sarl.crl', '/sign.crl'])
})

test('what is in the cache is not asked for by the next run, and is there when the network is gone', async () => {
  const bytes = await signedBy(lists)
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  await answerTo(bytes, gathering({ cache: await cacheIn(folder) }))
  pages.clear()
  const { verdict, told } = await answerTo(bytes, gathering({ cache: await cacheIn(folder) }))
  expect([verdict, asked.length, readdirSync(folder).length]).toEqual(['TOTAL-PASSED', 3, 3])
  expect(told).toEqual(['/ca.cer from-cache', '/sarl.crl from-cache', '/sign.crl from-cache'])
})

test('of the places that one certificate names, eight are asked', async () => {
  const many = Array.from({ length: 30 }, (_, i) => placed(`/${i}`))
  const bytes = await signedBy({ issuers: many })
  const { told } = await answerTo(bytes, gathering())
  expect([told.length, asked.length]).toEqual([8, 8])
})

test('a file that names place after place is given up, and says so once', async () => {
  const { doctor } = publishedPki(root, {})
  const wishes = Array.from({ length: 40 }, (_, i) => ({
    kind: 'issuer' as const,
    certificate: doctor.certificate,
    addresses: [placed(`/${i}`)],
  }))
  const { fetched } = await gathering()(() => wishes)
  expect([asked.length, fetched.length, fetched.at(-1)?.reason]).toEqual([24, 25, 'fetch-limit'])
})

test('a slow authority costs its time and not the answer', async () => {
  const bytes = await signedBy(lists)
  pages.set('/sign.crl', () => {})
  const { verdict, told } = await answerTo(bytes, gathering({ timeMs: 200 }))
  expect(verdict).toBe('INDETERMINATE TRY_LATER')
  expect(told.at(-1)).toBe('/sign.crl not-fetched time-out')
})
