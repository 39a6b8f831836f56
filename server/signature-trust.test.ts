import { hash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { derOf, pemOf } from '../src/signature/testing.ts'
import { type Door, firstRun, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
})

const ask = (method: 'GET' | 'POST', url: string, body?: object) => door.ask(method, url, { cookie, body })

/** As a browser sends a file. */
function handIn(bytes: Uint8Array, purposes = 'signers=true') {
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="root.pem"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  return door.ask('POST', `/trust?${purposes}`, { cookie, body, headers })
}

it('a root is handed in, not confirmed by another fingerprint, confirmed by its own, and withdrawn', async () => {
  const { status, body } = await handIn(pemOf('root'))
  expect([status, body.itemIds.length]).toEqual([201, 1])
  const [itemId] = body.itemIds
  const said = { source: '例題認証局の公表資料', seenOn: '2020-01-01' }
  const fingerprint = hash('sha256', derOf('root'), 'hex')
  const wrong = await ask('POST', `/trust/${itemId}/confirmation`, { ...said, fingerprint: 'ab'.repeat(32) })
  expect([wrong.status, wrong.body.title]).toEqual([400, '指紋が合いません。この証明書を信頼しませんでした。'])
  expect((await ask('POST', `/trust/${itemId}/confirmation`, { ...said, fingerprint })).status).toBe(204)
  expect((await ask('GET', '/trust')).body.items).toMatchObject([
    { state: 'trusted', steps: [{ step: 'refused' }, { step: 'confirmed', source: said.source }] },
  ])
  expect((await ask('POST', `/trust/${itemId}/withdrawal`, { reason: '誤り' })).status).toBe(204)
  expect((await ask('GET', '/trust')).body.items).toMatchObject([{ state: 'withdrawn' }])
})

it('what is no certificate is refused in words, and nothing is kept', async () => {
  const { status, body } = await handIn(Buffer.from('紙'))
  expect([status, body.title]).toEqual([400, '証明書とも失効リストとも読めませんでした。'])
})
