import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCertificate, type StampTime, signCades, signEnveloped, signPdf } from '@omamori/signature'
import { beforeEach, expect, test } from 'vitest'
import { Refusal } from '#shared'
import { pdfOf, smallForm } from '../../../packages/signature/pades/testing-pdf.ts'
import { freshLists } from '../../../packages/signature/testing/fresh-lists.ts'
import { stampAuthority } from '../../../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../../../packages/signature/testing/test-pki.ts'
import { extendFile } from '../extend-file.ts'
import { derOf } from '../testing.ts'
import { renewFolder } from './renew-folder.ts'

// The authority of the first stamps ends on 2026-04-30, the next one on 2034-03-31.
const signedAt = Date.parse('2026-03-10T00:00:00Z')
const today = '2026-04-15T00:00:00.000Z'
const clock = { now: () => today }
const ending = '2026-04-30T14:59:59.000Z'
const old = stampAuthority(signedAt, 'stamp-authority-expired')
const newer = stampAuthority(Date.parse(today))

const trustAt = (at: number) => ({
  anchors: [readCertificate(derOf('root'))],
  hpkiAnchors: [],
  stampAnchors: [readCertificate(derOf('stamp-root'))],
  certificates: [readCertificate(derOf('signing-ca'))],
  crls: freshLists(at),
})
const key = testKey('doctor')
const content = Buffer.from('紹介状の見本')
const letter = '<?xml version="1.0" encoding="UTF-8"?>\n<文書>紹介状の見本</文書>\n'
const pdf = readFileSync(new URL('../../../packages/signature/testdata/pades/table-b-lta.pdf', import.meta.url))
const archived = (bytes: Uint8Array, of: Uint8Array | null = null) =>
  extendFile(bytes, { level: 'B-LTA', trust: trustAt(signedAt), at: signedAt, stamp: old, content: of })

const signed = (attached: boolean, stamp: StampTime | null = old, who = key) =>
  signCades({ key: who, content, attached, signingTime: signedAt, stamp })
const documents = {
  'a.p7m': await archived(await signed(true)),
  'b.txt.p7s': await archived(await signed(false), content),
  'b.txt': content,
  'c.xml': await archived(await signEnveloped(Buffer.from(letter), { key, at: signedAt })),
  'd-lasting.p7m': await signed(true, stampAuthority(signedAt)),
  'e-bare.p7m': await signed(true, null),
  'f-unknown.p7m': await signed(true, old, testKey('other-doctor', [])),
  'g-broken.pdf': Buffer.concat([pdf.subarray(0, 400), Buffer.from('%PDF-')]),
}

const folders = { path: '' }
const at = (name: string) => join(folders.path, name)
beforeEach(() => {
  folders.path = mkdtempSync(join(tmpdir(), 'renew-'))
  for (const [name, bytes] of Object.entries(documents)) writeFileSync(at(name), bytes)
})

async function renewed(stamp: StampTime = newer, withinDays = 30) {
  const told: Record<string, unknown> = {}
  const order = { trust: trustAt(Date.parse(today)), stamp, withinDays, clock }
  for await (const { name, ...one } of renewFolder(folders.path, order))
    told[name] = [one.outcome, one.reason ?? one.renewedUntil ?? one.until].filter((word) => word !== null).join(' ')
  return told
}

test('what ends soon is renewed in its place, everything else is told and left as it is', async () => {
  mkdirSync(at('below'))
  writeFileSync(at('below/a.p7m'), documents['a.p7m'])
  writeFileSync(at('.hidden.p7m'), documents['a.p7m'])
  symlinkSync(at('a.p7m'), at('link.p7m'))
  chmodSync(at('a.p7m'), 0o640)
  const until = 'renewed 2034-03-31T14:59:59.000Z'
  expect(await renewed()).toEqual({
    'a.p7m': until,
    'b.txt': 'unsigned',
    'b.txt.p7s': until,
    'c.xml': until,
    'd-lasting.p7m': 'not-due 2029-03-31T14:59:59.000Z',
    'e-bare.p7m': 'nothing-proves',
    'f-unknown.p7m': 'not-valid NO_CERTIFICATE_CHAIN_FOUND',
    'g-broken.pdf': expect.stringMatching(/^(unsigned|failed )/),
  })
  expect(statSync(at('a.p7m')).mode & 0o777).toBe(0o640)
  expect(readFileSync(at('below/a.p7m')).equals(documents['a.p7m'])).toBe(true)
  expect(readFileSync(at('.hidden.p7m')).equals(documents['a.p7m'])).toBe(true)
  expect(readFileSync(at('e-bare.p7m')).equals(documents['e-bare.p7m'])).toBe(true)
  expect(readdirSync(folders.path).filter((name) => name.includes('omamori-new'))).toEqual([])
  expect(await renewed()).toMatchObject({
    'a.p7m': 'not-due 2034-03-31T14:59:59.000Z',
    'c.xml': expect.stringContaining('not-due'),
  })
})

test('nothing is renewed before its time', async () => {
  const asked: string[] = []
  const never: StampTime = async () => Promise.reject(asked.push('asked'))
  expect(await renewed(never, 15)).toMatchObject({ 'a.p7m': `not-due ${ending}` })
  expect(asked).toEqual([])
})

test('where no authority answers, the old version stays and the next file is tried', async () => {
  const down: StampTime = () =>
    Promise.reject(new Refusal('unreachable', { reason: 'no-time-stamp', said: ['tsa: time-out'] }))
  expect(await renewed(down)).toMatchObject({ 'a.p7m': 'failed no-time-stamp', 'c.xml': 'failed no-time-stamp' })
  expect(readFileSync(at('a.p7m')).equals(documents['a.p7m'])).toBe(true)
})

test('a stamp that makes it hold no longer takes no place', async () => {
  const same = stampAuthority(Date.parse(today), 'stamp-authority-expired')
  expect(await renewed(same)).toMatchObject({ 'a.p7m': `not-longer ${ending}` })
  const unknown: StampTime = (imprint) => stampAuthority(Date.parse(today), 'other-doctor')(imprint)
  expect(await renewed(unknown)).toMatchObject({ 'a.p7m': `not-longer ${ending}` })
  expect(readFileSync(at('a.p7m')).equals(documents['a.p7m'])).toBe(true)
})

test('a file that somebody changes meanwhile is theirs', async () => {
  const slow: StampTime = (imprint) => {
    writeFileSync(at('a.p7m'), 'another document')
    return newer(imprint)
  }
  expect(await renewed(slow)).toMatchObject({ 'a.p7m': `changed-meanwhile ${ending}` })
  expect(readFileSync(at('a.p7m'), 'utf8')).toBe('another document')
})

test('a PDF is renewed by a further document time stamp', async () => {
  writeFileSync(at('h.pdf'), await archived(await signPdf(pdfOf(smallForm), { key, at: signedAt, stamp: old })))
  expect(await renewed()).toMatchObject({ 'h.pdf': 'renewed 2034-03-31T14:59:59.000Z' })
})
