import { beforeAll, describe, expect, it } from 'vitest'
import { type Facility, writeFacilityWorkbook } from '#registry'
import { firstRun, host, newcomer, openDoor } from './testing.ts'

const door = await openDoor()
let cookie: string
beforeAll(async () => {
  cookie = await firstRun(door.platform)
})

const clinic: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-22',
  profile: { name: 'みほん診療所' },
  systems: [{ id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 13 } }],
}

/** The form with which a browser sends a file. */
function form(content: Uint8Array | string, name: string, basis?: string) {
  const part = (head: string) => Buffer.from(`--edge\r\ncontent-disposition: form-data; ${head}\r\n\r\n`)
  const field = basis === undefined ? [] : [part('name="basis"'), Buffer.from(`${basis}\r\n`)]
  const body = [
    ...field,
    part(`name="file"; filename="${name}"`),
    Buffer.from(content),
    Buffer.from('\r\n--edge--\r\n'),
  ]
  return { body: Buffer.concat(body), headers: { 'content-type': 'multipart/form-data; boundary=edge' } }
}

async function download(url: string) {
  const headers = { host, cookie: `omamori_session=${cookie}` }
  return (await door.app.inject({ method: 'GET', url: `/api/v1${url}`, headers })).rawPayload
}

describe('a workbook through the door', () => {
  it('is looked at first, then taken in, and goes out as it came', async () => {
    const bytes = await writeFacilityWorkbook(clinic, '2026-11-22T00:00:00.000Z')
    const looked = await door.ask('POST', '/registry/import/file/preview', { cookie, ...form(bytes, 'clinic.xlsx') })
    expect(looked.body).toMatchObject({ added: [{ kind: 'profile' }, { kind: 'system', id: 'emr' }], missing: [] })
    const sent = form(bytes, 'clinic.xlsx', looked.body.basis)
    expect((await door.ask('POST', '/registry/import/file', { cookie, ...sent })).status).toBe(200)
    const again = form(await download('/registry/export?format=xlsx'), 'facility.xlsx')
    const back = await door.ask('POST', '/registry/import/file/preview', { cookie, ...again })
    expect(back.body).toMatchObject({ added: [], changed: [], missing: [], unchanged: 2 })
  })

  it('that was looked at before somebody else changed the registry is a conflict', async () => {
    const bytes = await writeFacilityWorkbook(clinic, '2026-11-22T00:00:00.000Z')
    const { status } = await door.ask('POST', '/registry/import/file', { cookie, ...form(bytes, 'a.xlsx', 'old') })
    expect(status).toBe(409)
  })

  it('with something wrong in it is answered with sheet and cell, and changes nothing', async () => {
    const template = await download('/registry/export?format=xlsx&template=true')
    const sent = form(template, 'template.xlsx')
    expect((await door.ask('POST', '/registry/import/file/preview', { cookie, ...sent })).body.issues).toMatchObject([
      { cell: { sheet: 'はじめに', at: 'C6' }, sentence: expect.stringContaining('「はじめに」の表 C6') },
      { cell: { sheet: '施設', at: 'C5' } },
    ])
    expect(await door.ask('POST', '/registry/import/file', { cookie, ...sent })).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    })
  })

  it('in name only is refused for what it is; a text file comes in the same way', async () => {
    const pdf = await door.ask('POST', '/registry/import/file/preview', { cookie, ...form('%PDF-1.7', 'list.xlsx') })
    expect(pdf.body.issues).toMatchObject([{ sentence: expect.stringContaining('Excelの書類（.xlsx）ではありません') }])
    const yaml = form('format: omamori-facility@1\nasOf: 2026-11-22\nprofile: { name: みほん診療所 }\n', 'a.yaml')
    const looked = await door.ask('POST', '/registry/import/file/preview', { cookie, ...yaml })
    expect(looked.body.missing).toMatchObject([{ kind: 'system', id: 'emr' }])
  })

  it('of more than 6 MB does not come in, and a request without a file is no form', async () => {
    const large = form(Buffer.alloc(6_000_001, 'x'), 'large.xlsx')
    expect((await door.ask('POST', '/registry/import/file', { cookie, ...large })).status).toBe(413)
    expect((await door.ask('POST', '/registry/import/file', { cookie, body: {} })).status).toBe(400)
  })

  it('is not even read from somebody who may not import', async () => {
    const auditor = await newcomer(door.platform, cookie, 'auditor')
    const sent = form('%PDF-1.7', 'list.xlsx')
    for (const url of ['/registry/import/file', '/registry/import/file/preview']) {
      expect((await door.ask('POST', url, { cookie: auditor, ...sent })).status).toBe(403)
    }
  })
})
