import { beforeAll, expect, it } from 'vitest'
import { pemOf } from '../src/signature/testing.ts'
import { type Door, firstRun, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = await firstRun(door.platform)
})

const ask = (method: 'GET' | 'POST', url: string, body?: object) => door.ask(method, url, { cookie, body })

function read(bytes: Uint8Array) {
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="doctor.pem"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  return door.ask('POST', '/cards/certificate', { cookie, body, headers })
}

it('a card is registered with the certificate that was read, is lost, and the list says so', async () => {
  const { status, body } = await read(pemOf('doctor'))
  expect([status, body.view.roles]).toEqual([200, [{ text: 'Medical Doctor', japanese: '医師' }]])
  const { certificate } = body
  const said = { kind: 'card', holderName: '見本 太郎', licence: 'Medical Doctor', certificate }
  const { cardId } = (await ask('POST', '/cards', said)).body
  const lost = { state: 'lost', onDay: '2020-01-01', reason: '往診の帰りになくした' }
  expect((await ask('POST', `/cards/${cardId}/state`, lost)).status).toBe(204)
  expect((await ask('GET', '/cards')).body.cards).toMatchObject([{ cardId, state: 'lost', agreement: 'agrees' }])
  const list = await ask('GET', '/cards/list.csv')
  expect(list.status).toBe(200)
})

it('what is wrong with a card is said in a sentence', async () => {
  const { status, body } = await ask('POST', '/cards', { kind: 'card', holderName: '見本 太郎' })
  expect([status, body.title]).toEqual([400, '期限が分かりません。'])
  expect((await read(pemOf('root'))).body.title).toBe('持ち主の証明書が、1つに決まりません。')
})
