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
