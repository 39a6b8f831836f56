import { beforeAll, expect, it } from 'vitest'
import { firstRun, openDoor } from './testing.ts'

const door = await openDoor()
let cookie: string
beforeAll(async () => {
  cookie = await firstRun(door.platform)
})

const paste = (text: string) => ({ text, columns: ['name', 'contractUntil'], targets: [], from: 4 })

it('a table through the door: wrong cells as sentences, then kept as a whole and taken back as a whole', async () => {
  const wrong = await door.ask('POST', '/registry/supplier/table/preview', {
    cookie,
    body: paste('例題システム\tいつか'),
  })
  expect(wrong.body.issues).toEqual([
    {
      path: 'contractUntil',
      cell: { row: 4, of: '例題システム' },
      sentence:
        '4行目「例題システム」（契約の終わり）: 2026/11/22、R8.11.22、令和8年11月22日 のような、暦にある日で書いてください。"いつか" とあります。',
    },
  ])
  const body = paste('例題システム\tR9.3.31\n見本保守\t46477\n')
  const looked = await door.ask('POST', '/registry/supplier/table/preview', { cookie, body })
  const kept = await door.ask('POST', '/registry/supplier/table', {
    cookie,
    body: { ...body, basis: looked.body.basis },
  })
  expect(kept.body).toMatchObject({
    added: 2,
    changed: 0,
    items: [{ id: 'supplier-01' }, { item: { contractUntil: '2027-03-31' } }],
  })
  const undone = await door.ask('POST', '/registry/supplier/table/undo', { cookie, body: kept.body.undo })
  expect(undone).toMatchObject({ status: 200, body: { restored: 0, removed: 2 } })
  expect((await door.ask('POST', '/registry/supplier/table', { cookie, body: paste('\u0000\tいつか') })).status).toBe(
    400,
  )
})

it('a CSV that Excel saved in Japan comes in through the door; bytes that are no letters are named by their row', async () => {
  const form = (content: Uint8Array, basis = '') => {
    const part = (head: string) => Buffer.from(`--edge\r\ncontent-disposition: form-data; ${head}\r\n\r\n`)
    const field = basis === '' ? [] : [part('name="basis"'), Buffer.from(`${basis}\r\n`)]
    const end = Buffer.from('\r\n--edge--\r\n')
    const body = Buffer.concat([...field, part('name="file"; filename="a.csv"'), content, end])
    return { body, headers: { 'content-type': 'multipart/form-data; boundary=edge' } }
  }
  // 「名前,窓口」「㈱見本,受付」 in the letters of Windows.
  const file = Buffer.from('96bc914f2c918b8cfb0d0a878a8ca9967b2c8ef3957400'.slice(0, -2), 'hex')
  const looked = await door.ask('POST', '/registry/supplier/csv/preview', { cookie, ...form(file) })
  expect(looked.body).toMatchObject({ rows: [{ row: 2, name: '㈱見本', added: true }] })
  const kept = await door.ask('POST', '/registry/supplier/csv', { cookie, ...form(file, looked.body.basis) })
  expect(kept.body).toMatchObject({ added: 1, items: [{ item: { name: '㈱見本', contact: '受付' } }] })
  const broken = Buffer.concat([file, Buffer.from([0x0d, 0x0a, 0x87])])
  const wrong = await door.ask('POST', '/registry/supplier/csv/preview', { cookie, ...form(broken) })
  expect(wrong.body.issues).toMatchObject([
    { cell: { row: 3 }, sentence: expect.stringMatching(/^3行目: 文字として読めない/) },
  ])
})
