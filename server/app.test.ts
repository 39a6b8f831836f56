import { beforeAll, describe, expect, it } from 'vitest'
import { openRoutes } from './open-routes.ts'
import { asked, type Door, firstRun, openDoor } from './testing.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
  await door.app.ready()
})

/** Every route as Fastify itself knows it: `GET /api/v1/status`. */
function routes(): readonly string[] {
  const above: string[] = []
  return door.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods] = /^([ │]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      if (part === '') return []
      above.splice(indent.length / 4, Infinity, part)
      return (methods ?? '')
        .split(', ')
        .filter(Boolean)
        .map((method) => `${method} ${above.join('')}`)
    })
}

const apiRoutes = () => routes().filter((route) => route.includes(' /api/v1/') && !/^(HEAD|OPTIONS)/.test(route))
const closedRoutes = () => apiRoutes().filter((route) => !openRoutes.includes(route))

describe('without a session', () => {
  it('every route but those of the open list is refused, whatever is sent', async () => {
    const app = await door.again()
    const answered: string[] = []
    for (const route of closedRoutes()) {
      const [method, path = ''] = route.split(' ') as ['GET', string]
      const url = path.replace(':kind', 'terminal').replaceAll(/:\w+/g, 'x')
      for (const cookie of [undefined, 'AAAA.BBBB', 'x'.repeat(4000)]) {
        const { status, body } = await asked(app, method, url, {
          cookie,
          body: method === 'GET' ? undefined : { no: 1 },
        })
        if (status !== 401 || body.code !== 'not-signed-in') answered.push(`${route} ${status}`)
      }
    }
    expect(answered).toEqual([])
    expect(closedRoutes().length).toBeGreaterThan(35)
  })

  it('the open list names routes that are there, and no other', () => {
    expect(openRoutes.filter((route) => !apiRoutes().includes(route))).toEqual([])
  })

  it('what no route answers is said to be nowhere', async () => {
    for (const url of [
      '/api/v1/nowhere',
      '/api/v2/status',
      '/api/v1/registry/system/a/b',
      '/assets/..%2f..%2f..%2fpackage.json',
    ]) {
      const { status, body } = await door.ask('GET', url)
      expect([status, body?.code], url).toEqual([404, 'not-found'])
    }
    expect((await door.ask('POST', '/api/v1/status')).status).toBe(404)
  })
})

describe('the description of the API', () => {
  interface Operation {
    readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
    readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> }
    readonly responses: Record<string, { readonly description?: string; readonly content?: object }>
  }
  let description: { openapi: string; info: object; paths: Record<string, Record<string, Operation>> }
  beforeAll(async () => {
    description = (await door.ask('GET', '/openapi.json')).body
  })

  it('is OpenAPI 3.1 with a title and a version', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d+$/)
    expect(description.info).toEqual({ title: 'Omamori', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
  })

  it('tells of every route there is, and of no other', () => {
    const told = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(told.toSorted()).toEqual(
      apiRoutes()
        .filter((route) => !route.endsWith('/openapi.json'))
        .toSorted(),
    )
  })

  it('names the parameters of each path, and says what each answer is', () => {
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, { parameters = [], responses }] of Object.entries(operations)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
        const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
        expect(declared.toSorted(), `${method} ${path}`).toEqual(inPath.toSorted())
        expect(Object.keys(responses).length, `${method} ${path}`).toBeGreaterThan(0)
        for (const response of Object.values(responses)) expect(response.description).toBeTypeOf('string')
      }
    }
  })

  it('says what a change must carry, and what JSON comes back', () => {
    const withoutSchema = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(
          ([, { responses }]) =>
            !Object.keys(responses).some((status) => /^20/.test(status) && status !== '200') &&
            !responses['200']?.content,
        )
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    )
    // Files: a paper, a facility file, a proof.
    expect(withoutSchema).toEqual([
      'GET /api/v1/registry/export',
      'GET /api/v1/assessment/report.pdf',
      'GET /api/v1/assessment/report.xlsx',
      'GET /api/v1/attestations/{attestationId}/proof',
      'GET /api/v1/checklists/{checklistId}/paper.pdf',
      'GET /api/v1/snapshots/{snapshotId}/report.pdf',
      'GET /api/v1/plan.xlsx',
      'GET /api/v1/tasks/{taskId}/decision-sheet.pdf',
      'GET /api/v1/question-sheets/{sheetId}/paper.pdf',
      'GET /api/v1/question-sheets/{sheetId}/workbook.xlsx',
      'GET /api/v1/director-page.pdf',
      'GET /api/v1/charges.pdf',
      // Lines of JSON, one for each step.
      'POST /api/v1/inspection-files',
      'GET /api/v1/inspection-files/{inspectionId}/paper.pdf',
      'GET /api/v1/inspection-files/{inspectionId}/folder.zip',
      'GET /api/v1/inspector/files/{inspectionId}/paper.pdf',
      'GET /api/v1/emergency-card.pdf',
      // Lines of JSON, whenever it has come further.
      'POST /api/v1/journal/verification',
      'GET /api/v1/log-reviews/paper.pdf',
      'GET /api/v1/journal/list.csv',
      'GET /api/v1/journal/list.pdf',
      'POST /api/v1/signatures/report.pdf',
      'GET /api/v1/cards/list.csv',
      'GET /api/v1/archive/documents/{documentId}/versions/{version}/content',
      'GET /api/v1/archive/documents/{documentId}/versions/{version}/preview',
      'GET /api/v1/retention/table.pdf',
      'GET /api/v1/destructions/{destructionId}/paper.pdf',
      'GET /api/v1/witnesses/submission',
    ])
  })

  it('has no reference that leads nowhere', () => {
    const text = JSON.stringify(description)
    for (const [, reference = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], description)
      expect(found, reference).toBeDefined()
    }
  })
})

describe('what is too large', () => {
  let cookie: string
  beforeAll(async () => {
    cookie = await firstRun(door.platform)
  })

  /** The form of an attestation with a proof of this many bytes, as a browser sends it. */
  function form(bytes: number): { readonly body: Buffer; readonly headers: Record<string, string> } {
    const head = [
      '--edge\r\ncontent-disposition: form-data; name="statement"\r\n\r\n確かめました\r\n',
      '--edge\r\ncontent-disposition: form-data; name="proof"; filename="紙.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
    ]
    const body = Buffer.concat([Buffer.from(head.join('')), Buffer.alloc(bytes, 'x'), Buffer.from('\r\n--edge--\r\n')])
    return { body, headers: { 'content-type': 'multipart/form-data; boundary=edge' } }
  }

  it('is refused: a proof of more than 20 MB, of which nothing is kept', async () => {
    const url = '/requirements/6.3.C-1/attestations'
    const { status, body } = await door.ask('POST', url, { cookie, ...form(20 * 1024 * 1024 + 1) })
    expect([status, body.code]).toEqual([413, 'too-large'])
    expect((await door.ask('GET', '/requirements/6.3.C-1', { cookie })).body.words.attestations).toEqual([])
  })

  it('is refused: a proof of 50 MB, and one that is a program whatever it is called', async () => {
    const url = '/requirements/6.3.C-1/attestations'
    expect((await door.ask('POST', url, { cookie, ...form(50 * 1024 * 1024) })).status).toBe(413)
    const program = form(4)
    const body = Buffer.from(program.body.toString('latin1').replace('xxxx', 'MZ\x90\x00'), 'latin1')
    expect(await door.ask('POST', url, { cookie, ...program, body })).toMatchObject({
      status: 400,
      body: { code: 'malformed', facts: { issues: [{ path: 'proof', code: 'not-a-proof' }] } },
    })
    expect((await door.ask('GET', '/requirements/6.3.C-1', { cookie })).body.words.attestations).toEqual([])
  })

  it('is not: a proof of 20 MB, which comes back as it was and never as a page', async () => {
    const { status, body } = await door.ask('POST', '/requirements/6.3.C-1/attestations', {
      cookie,
      ...form(20 * 1024 * 1024),
    })
    expect([status, body.hasProof]).toEqual([201, true])
    const proof = await door.ask('GET', `/attestations/${body.attestationId}/proof`, { cookie })
    expect(proof.text.length).toBe(20 * 1024 * 1024)
    expect(proof.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('紙.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })

  it('is refused: a body of more than 6 MB, and a facility file of more than 5 MB', async () => {
    const body = { text: 'x'.repeat(6 * 1024 * 1024 + 1) }
    expect(await door.ask('POST', '/registry/import/preview', { cookie, body })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    })
    const text = 'x'.repeat(5_000_001)
    expect((await door.ask('POST', '/registry/import/preview', { cookie, body: { text } })).status).toBe(400)
  })

  it('is refused: more than 600 requests in a minute', async () => {
    const app = await door.again()
    let status = 0
    for (let count = 0; count < 601; count += 1) status = (await asked(app, 'GET', '/registry')).status
    expect(status).toBe(429)
  })
})
