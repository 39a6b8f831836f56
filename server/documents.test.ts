import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let clerk: string

beforeAll(async () => {
  door = await openDoor()
  clerk = await newcomer(door.platform, await firstRun(door.platform), 'staff')
})

const facts = { kind: 'referral', standing: 'copy', title: '紹介状', patient: '000123', writtenOn: '2020-01-01' }

function form(said: unknown, bytes: Uint8Array | undefined, name = '紹介状.txt') {
  const edge = randomUUID()
  const field = `--${edge}\r\ncontent-disposition: form-data; name="facts"\r\n\r\n${JSON.stringify(said)}\r\n`
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  const file = bytes === undefined ? [] : [Buffer.from(head), bytes, Buffer.from('\r\n')]
  const body = Buffer.concat([Buffer.from(field), ...file, Buffer.from(`--${edge}--\r\n`)])
  return { cookie: clerk, body, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } }
}

const register = async (bytes: Uint8Array, name?: string) =>
  (await door.ask('POST', '/archive/documents', form(facts, bytes, name))).body.documentId
const content = (id: string) => door.ask('GET', `/archive/documents/${id}/versions/1/content`, { cookie: clerk })

it('a document is registered, found by its patient, and shown as it came', async () => {
  const id = await register(Buffer.from('紹介状の見本'))
  const body = { patient: '000123', page: 1 }
  const found = await door.ask('POST', '/archive/search', { cookie: clerk, body })
  expect(found.body.documents).toMatchObject([{ documentId: id, title: '紹介状', confirmed: false, waiting: true }])
  const shown = await content(id)
  expect([shown.text, shown.headers['content-type']]).toEqual(['紹介状の見本', 'text/plain; charset=utf-8'])
  expect(shown.headers['cache-control']).toBe('no-store')
  const { body: read } = await door.ask('GET', `/archive/documents/${id}`, { cookie: clerk })
  expect(read.versions).toMatchObject([{ version: 1, contentType: 'text', seen: true, may: { approve: false } }])
})

it.each([
  ['a page that wants to run', '<html><script>alert(1)</script></html>', 'x.html'],
  ['a program with the name of a PDF', 'MZ\u0000\u0001\u0002', 'x.pdf'],
])('%s is never handed to a browser as what it is', async (_, text, name) => {
  const { headers } = await content(await register(Buffer.from(text), name))
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(['text/plain; charset=utf-8', 'application/octet-stream']).toContain(headers['content-type'])
})

it('what is missing in the form is named, and nothing is kept', async () => {
  const before = (await door.ask('POST', '/archive/search', { cookie: clerk, body: { page: 1 } })).body.documents.length
  const nameless = await door.ask('POST', '/archive/documents', form({ ...facts, title: ' ' }, Buffer.from('x')))
  expect(nameless).toMatchObject({ status: 400, body: { facts: { issues: [{ path: 'title' }] } } })
  const empty = await door.ask('POST', '/archive/documents', form(facts, undefined))
  expect(empty).toMatchObject({ status: 400, body: { facts: { reason: 'no-file' } } })
  const after = (await door.ask('POST', '/archive/search', { cookie: clerk, body: { page: 1 } })).body.documents.length
  expect(after).toBe(before)
})

it('whoever has no licence is told so in plain words', async () => {
  const id = (
    await door.ask('POST', '/archive/documents', form({ ...facts, kind: 'medical-record' }, Buffer.from('x')))
  ).body.documentId
  await content(id)
  const refused = await door.ask('POST', `/archive/documents/${id}/versions/1/confirmation`, { cookie: clerk })
  expect(refused.status).toBe(409)
  expect(refused.body.detail).toContain('カード台帳')
})

it('a page is shown as a picture, a document by its sections, and only what was shown counts as seen', async () => {
  const folder = new URL('../src/archive/content/testdata/', import.meta.url)
  const preview = (id: string, page: number) =>
    door.ask('GET', `/archive/documents/${id}/versions/1/preview?page=${page}`, { cookie: clerk })
  const paper = await register(readFileSync(new URL('sheet.pdf', folder)), 'sheet.pdf')
  const { headers, text } = await preview(paper, 1)
  expect([headers['content-type'], headers['omamori-pages'], text.slice(1, 4)]).toEqual(['image/png', '1', 'PNG'])
  expect((await preview(paper, 2)).body).toMatchObject({ kind: 'none', why: { code: 'page-not-there' } })
  const seen = async (id: string) =>
    (await door.ask('GET', `/archive/documents/${id}`, { cookie: clerk })).body.versions[0].seen
  const unknown = await register(Buffer.from([0, 1, 2, 3]), 'x.bin')
  expect((await preview(unknown, 1)).body).toMatchObject({ kind: 'none', why: { code: 'unknown-form' } })
  const letter = await register(readFileSync(new URL('referral.cda.xml', folder)), 'referral.xml')
  expect((await preview(letter, 1)).body).toMatchObject({ kind: 'sections', title: '診療情報提供書（見本）' })
  expect([await seen(paper), await seen(letter), await seen(unknown)]).toEqual([true, true, false])
})

it('two versions are compared, and a page of them is never kept by a browser', async () => {
  const consent = form({ ...facts, kind: 'consent', title: '同意書' }, Buffer.from('体温 37'))
  const id = (await door.ask('POST', '/archive/documents', consent)).body.documentId
  await content(id)
  await door.ask('POST', `/archive/documents/${id}/versions/1/confirmation`, { cookie: clerk })
  const corrected = await door.ask(
    'POST',
    `/archive/documents/${id}/versions`,
    form({ reason: '書き誤り' }, Buffer.from('体温 38')),
  )
  expect(corrected.status).toBe(201)
  const compare = (query: string) => door.ask('GET', `/archive/documents/${id}/comparison${query}`, { cookie: clerk })
  const { body, headers } = await compare('?before=1&after=2')
  expect(body.text.rows).toEqual([
    {
      mark: 'changed',
      before: [
        { text: '体温 ', changed: false },
        { text: '37', changed: true },
      ],
      after: [
        { text: '体温 ', changed: false },
        { text: '38', changed: true },
      ],
    },
  ])
  expect(headers['cache-control']).toBe('no-store')
  expect((await compare('/pages?before=1&after=2')).body).toMatchObject({ kind: 'none', why: { code: 'no-pages' } })
  const same = await compare('?before=2&after=2')
  expect([same.status, same.body.title]).toEqual([400, '同じ版どうしは比べられません。'])
  expect((await compare('?before=0&after=2')).status).toBe(400)
})
