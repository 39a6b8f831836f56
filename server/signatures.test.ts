import { createHash, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeAll, expect, it } from 'vitest'
import { signCades } from '../packages/signature/cades/sign.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../packages/signature/testing/test-pki.ts'
import { derOf, listOf, pemOf } from '../src/signature/testing.ts'
import type { Purposes } from '../src/signature/wire.ts'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let manager: string
let clerk: string
const at = Date.parse('2026-11-20T00:00:00Z')
const signed = async (who: string, attached = true) =>
  signCades({
    ...{ key: testKey(who), content: Buffer.from('処方'), attached, signingTime: at, stamp: stampAuthority(at) },
  })

beforeAll(async () => {
  door = await openDoor()
  manager = await firstRun(door.platform)
  clerk = await newcomer(door.platform, manager, 'staff')
})

interface Part {
  readonly name?: string
  readonly filename?: string
  readonly bytes: Uint8Array
}

function form(...parts: readonly Part[]) {
  const edge = randomUUID()
  const body = parts.flatMap(({ name = 'file', filename = 'x.p7m', bytes }) => [
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return { cookie: clerk, body: Buffer.concat([...body, Buffer.from(`--${edge}--\r\n`)]), headers }
}

const verify = (query: string, ...parts: readonly Part[]) =>
  door.ask('POST', `/signatures/verify?at=2026-11-23T00:00:00Z${query}`, form(...parts))

async function believe(name: string, purposes: Purposes) {
  const { caller } = await door.platform.access.authenticate(manager)
  const [itemId = ''] = await door.platform.trust.addItems(caller, pemOf(name), purposes)
  const fingerprint = createHash('sha256').update(derOf(name)).digest('hex')
  await door.platform.trust.confirmItem(caller, itemId, { fingerprint, source: '見本', seenOn: '2026-11-20' })
}

it('while nobody confirmed a root, it says so, and nobody is judged', async () => {
  const { body } = await door.ask('GET', '/signatures', { cookie: clerk })
  expect(body).toMatchObject({ anchors: { signers: 0, stamps: 0 }, mayReadTrust: false })
  expect(body.documentKinds).toContainEqual(
    expect.objectContaining({ kind: 'prescription', japanese: '処方箋', mark: 'read' }),
  )
  const [answer] = (await verify('', { bytes: await signed('doctor') })).body.files
  expect([answer.indication, answer.subIndication]).toEqual(['INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND'])
})

it('by confirmed roots it says who signed, and whether with the licence that the document needs', async () => {
  await believe('root', { signers: true, hpki: true, stamps: false })
  await believe('stamp-root', { signers: false, hpki: false, stamps: true })
  const { caller } = await door.platform.access.authenticate(manager)
  const rest = [
    pemOf('signing-ca'),
    listOf('signing-2026-11-01'),
    listOf('sarl-2026-11-01'),
    listOf('stamp-2026-11-01'),
  ]
  for (const bytes of rest)
    await door.platform.trust.addItems(caller, bytes, { signers: true, hpki: false, stamps: true })
  const answered = await verify(
    '&documentKind=prescription',
    { filename: '処方箋.p7m', bytes: await signed('doctor') },
    { bytes: await signed('nurse') },
    { bytes: Buffer.from('not signed') },
  )
  expect(answered.status).toBe(200)
  expect(answered.body.files).toMatchObject([
    { name: '処方箋.p7m', indication: 'TOTAL-PASSED', qualification: { answer: 'confirmed' } },
    { indication: 'TOTAL-PASSED', qualification: { answer: 'insufficient-role' } },
    { indication: null, trouble: { reason: 'unknown-kind-of-file' } },
  ])
})

it('what a signature beside its file signs comes with it', async () => {
  const bytes = await signed('doctor', false)
  const alone = (await verify('', { bytes })).body.files[0]
  expect(alone.subIndication).toBe('SIGNED_DATA_NOT_FOUND')
  const both = (await verify('', { bytes }, { name: 'content', bytes: Buffer.from('処方') })).body.files[0]
  expect(both.indication).toBe('TOTAL-PASSED')
})

it('the same files make the report, verified anew', async () => {
  const paper = await door.ask('POST', '/signatures/report.pdf?order=jnsa', form({ bytes: await signed('doctor') }))
  expect([paper.status, paper.headers['content-type'], paper.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
})

it.each([
  ['&documentKind=shopping-list', '知らない文書の種類です。'],
  ['&policy=none', '内容を読み取れませんでした。'],
])('refuses %s by name', async (query, title) => {
  const answer = await verify(query, { bytes: Buffer.from('x') })
  expect([answer.status, answer.body.title]).toEqual([400, title])
})

it('a file that is too large and more files than ten are refused', async () => {
  const large = await verify('', { bytes: Buffer.alloc(33 * 1024 * 1024) })
  expect([large.status, large.body.title]).toEqual([413, 'ファイルが大きすぎるため、検証しませんでした。'])
  const many = Array.from({ length: 12 }, () => ({ bytes: Buffer.from('x') }))
  expect((await verify('', ...many)).status).toBe(413)
})

it('no name of a file and none of its contents is in the journal afterwards', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.includes('処方箋'))
  await verify('', { filename: '処方箋 例題一郎.p7m', bytes: await signed('doctor') })
  const { body } = await door.ask('GET', '/journal?limit=200', { cookie: manager })
  expect(JSON.stringify(body)).not.toContain('例題一郎.p7m')
  expect(readdirSync(tmpdir()).filter((name) => name.includes('処方箋'))).toEqual(before)
})
